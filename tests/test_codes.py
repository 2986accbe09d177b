"""Each code of the table is produced by a briefing in which that fault is made, and by nothing simulated.

A new code needs a folder ``tests/broken/codes/<code>/`` with the files of content/ that produce it, laid over
the briefing of tests/stories/. What no editor would keep as a file is made in ``MADE``; what is brought in by
``ingest`` lies in ``saved/`` of the folder.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.ingest.open.limits import MOST_LETTERS
from generator.model.codes import CODES
from tests.webarchives import Archive

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, str, str]]

HERE = Path(__file__).parent
CASES = HERE / "broken" / "codes"
BASE = HERE / "stories" / "content"
TOLD = re.compile(r"^\S.*:\d+:\d+: (?:error|warning|info)\[([a-z0-9-]+)\]: ", re.MULTILINE)


def _archive(*, whole: bool) -> bytes:
    """Make an archive of a page that is no report, the end of which may be lost."""
    made = Archive(small=False)
    made.add("https://pier-post.example/", b"<html><body><a href='/holm'>Holm</a></body></html>")
    return made.data() if whole else made.data()[:-40]


def _deep() -> bytes:
    nested = "<dd>" * 2_300  # end tags that may be left out are not counted before a page is parsed
    return f"<!DOCTYPE html><meta charset=utf-8><title>Fog</title><body>{nested}<p>Fog.".encode()


MADE: dict[str, dict[str, bytes]] = {
    "not-utf8": {"pages/cafe.md": "The café on the mole is shut.\n".encode("latin-1")},
    "not-text": {"sources/paper.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"},
    "too-long": {"sources/novel.txt": b"The fog stays. " * (MOST_LETTERS // 15 + 1)},
    "unread-file": {"sources/paper.docx": b"PK\x03\x04"},
    "encoding": {"sources/fog.html": "<title>Fog</title><p>The café on the mole is shut.".encode("cp1252")},
    "too-deep": {"sources/fog.html": _deep()},
    "broken-archive": {"saved/holm.warc": _archive(whole=False)},
    "skipped-pages": {"saved/holm.warc": _archive(whole=True)},
}


@pytest.fixture
def produced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command) -> Callable[[str], set[str]]:
    """Lay out the briefing with one fault, and return the codes that the commands tell."""

    def produce(code: str) -> set[str]:
        content = tmp_path / "content"
        shutil.copytree(BASE, content)
        if code and (CASES / code).is_dir():
            shutil.copytree(CASES / code, content, dirs_exist_ok=True)
        for name, data in MADE.get(code, {}).items():
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_bytes(data)
        if code == "search-extra":
            monkeypatch.setattr("generator.understood.can_index", lambda: False)
        if code == "unreadable-file":
            (content / "pages").mkdir()
            (content / "pages" / "ring.md").symlink_to("ring.md")
        if code == "no-pdf":
            monkeypatch.setitem(sys.modules, "weasyprint", None)  # as where it is not installed
        monkeypatch.chdir(tmp_path)
        told = ""
        if (content / "saved").is_dir():
            shutil.move(content / "saved", tmp_path / "saved")
            told = command("ingest", "saved")[2]
        rows = json.loads(command("check", "--no-cache", "--format", "json")[1])
        return {*TOLD.findall(told), *(row["code"] for row in rows)}

    return produce


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_produced(code: str, produced: Callable[[str], set[str]]) -> None:
    assert code in produced(code), f"let tests/broken/codes/{code}/ hold what produces it"


def test_the_briefing_without_a_fault_produces_none(produced: Callable[[str], set[str]]) -> None:
    assert produced("") == set()


def test_each_folder_is_of_a_code() -> None:
    named = {path.name for path in CASES.iterdir()} | set(MADE)
    assert named <= set(CODES)
