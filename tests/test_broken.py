"""A briefing in which everything is wrong: each fault is told once, at its place, and the rest is built.

The files that are no texts are made here, since no editor would keep them as they are.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, str, str]]

HERE = Path(__file__).parent / "broken"
ROW = re.compile(r"(\S+):(\d+):(\d+): (error|warning|info)\[([a-z0-9-]+)\]: (.+)")
GOOD = ("good", "two-outlets", "unclosed", "wrong-actor")


def _docx() -> bytes:
    """Make what a Word document looks like from outside."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return data.getvalue()


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay the briefing out and go where it lies, so that paths are told as they are expected."""
    shutil.copytree(HERE / "content", tmp_path / "content")
    sources = tmp_path / "content" / "sources"
    (sources / "empty.txt").write_bytes(b"")
    (sources / "latin-1.txt").write_bytes("Nothing new\n\nThe café on the quay is shut.\n".encode("latin-1"))
    (sources / "word.txt").write_bytes(_docx())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _told(standard_error: str) -> list[str]:
    """Return the diagnostics without what stands indented below each."""
    return [line for line in standard_error.splitlines() if not line.startswith("    ")]


def _expected() -> list[str]:
    return (HERE / "expected.txt").read_text(encoding="utf-8").splitlines()


def _rows() -> list[tuple[str, ...]]:
    return [found.groups() for line in _expected() if (found := ROW.fullmatch(line))]


def test_each_fault_is_told_once_and_the_rest_is_built(
    briefing: Path,
    command: Command,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    status, out, err = command("build")
    told = _told(err)
    if update:
        (HERE / "expected.txt").write_text(
            "".join(f"{line}\n" for line in told), encoding="utf-8", newline="\n"
        )
    assert status == 1
    assert "Traceback" not in err
    assert told == _expected()
    assert f"{len(GOOD)} reports, " in out
    for name in GOOD:
        assert (briefing / "site" / "articles" / name / "index.html").is_file()
    assert sorted(path.name for path in (briefing / "site" / "articles").iterdir()) == sorted(GOOD)


def test_every_line_says_where_and_what_and_every_fault_differs() -> None:
    rows = _rows()
    assert len(rows) == len(_expected())
    assert len({row[0] for row in rows}) == len(rows), "one fault a file, one diagnostic a fault"


def test_each_fault_stands_where_it_says(briefing: Path) -> None:
    for path, line, column, *_ in _rows():
        lines = (briefing / path).read_bytes().decode("utf-8", "replace").splitlines() or [""]
        assert 1 <= int(line) <= len(lines), path
        assert 1 <= int(column) <= len(lines[int(line) - 1]) + 1, path


def test_a_second_build_tells_the_same(briefing: Path, command: Command) -> None:
    first = command("build")
    status, out, err = command("build")
    assert (status, err) == (first[0], first[2])
    assert (briefing / "site").is_dir()
    assert "0 written" in out or "Nothing has changed" in out


@pytest.mark.usefixtures("briefing")
def test_check_tells_the_same_as_text(command: Command) -> None:
    status, _, err = command("check", "--no-cache")
    *told, counted = _told(err)
    assert (status, told) == (1, _expected())
    errors = sum(row[3] == "error" for row in _rows())
    warnings = sum(row[3] == "warning" for row in _rows())
    assert counted == f"{errors} errors, {warnings} warnings"


@pytest.mark.usefixtures("briefing")
def test_check_tells_the_same_as_json(command: Command) -> None:
    status, out, err = command("check", "--no-cache", "--format", "json")
    rows = json.loads(out)
    keys = ("path", "line", "column", "severity", "code", "message")
    assert (status, err) == (1, "")
    assert [tuple(str(row[key]) for key in keys) for row in rows] == _rows()
    assert {key for row in rows for key in row} == {*keys, "hint"}


@pytest.mark.usefixtures("briefing")
def test_check_tells_the_same_to_github(command: Command) -> None:
    status, out, err = command("check", "--no-cache", "--format", "github")
    assert (status, err) == (1, "")
    hints = [row["hint"] for row in json.loads(command("check", "--no-cache", "--format", "json")[1])]
    assert out.splitlines() == [
        f"::{severity} file={path},line={line},col={column},title={code}::{message}{hint and '%0A'}{hint}"
        for (path, line, column, severity, code, message), hint in zip(_rows(), hints, strict=True)
    ]


def test_check_writes_nothing(briefing: Path, command: Command) -> None:
    before = sorted(briefing.rglob("*"))
    command("check", "--no-cache")
    assert sorted(briefing.rglob("*")) == before


def test_strict_writes_nothing(briefing: Path, command: Command) -> None:
    status, _, err = command("build", "--strict", "--no-cache")
    assert status == 1
    assert _told(err)[: len(_expected())] == _expected()
    assert not (briefing / "site").exists()
