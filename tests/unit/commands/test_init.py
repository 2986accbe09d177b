from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.commands.init import write_new
from generator.forms.starter import SAMPLE, starter_files
from generator.model.diagnostic import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_briefing_builds_as_it_is(
    here: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, err = command("init", "the pier")
    count = len(starter_files())
    next_ = "Next: cd 'the pier' && python -m generator build"
    assert (status, out, err) == (0, f"{count} files written to the pier/. {next_}\n", "")
    monkeypatch.chdir(here / "the pier")
    assert command("build", "--strict")[0] == 0


def test_an_empty_one_has_nothing_of_the_sample_and_builds(
    here: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, err = command("init", "pier", "--empty")
    assert (status, out.split()[0], err) == (0, str(len(starter_files(empty=True))), "")
    monkeypatch.chdir(here / "pier")
    assert sorted(p.name for p in Path("content").iterdir()) == [
        "actors",
        "notes",
        "pages",
        "site.yaml",
        "sources",
    ]
    assert [p for name in SAMPLE for p in Path(name).iterdir()] == []
    written = "".join(p.read_text(encoding="utf-8") for p in Path("content").rglob("*.*") if p.is_file())
    assert not re.search("Northland|Coastal|Harbour|Gazette", written, re.IGNORECASE)
    assert command("build", "--strict")[0] == 0


def test_where_a_file_stands_for_a_folder_it_is_told(here: Path, command: Command) -> None:
    (here / "pier" / "content").mkdir(parents=True)
    (here / "pier" / "content" / "notes").write_bytes(b"")
    status, _, err = command("init", "pier", "--empty")
    assert (status, err) == (3, "error: pier/content/notes cannot be made: File exists\n")


def test_an_empty_one_has_the_settings_of_the_other() -> None:
    full, empty = (_keys(starter_files(empty=each)["content/site.yaml"]) for each in (False, True))
    assert full == empty


def _keys(text: str) -> list[str]:
    return re.findall(r"^ *([a-z_]+):", text, re.MULTILINE)


def test_here_needs_no_change_of_folder(command: Command) -> None:
    assert command("init", ".")[1].endswith("written to ./. Next: python -m generator build\n")


def test_what_lies_there_is_left_as_it_is(here: Path, command: Command) -> None:
    site = here / "mine" / "content" / "site.yaml"
    site.parent.mkdir(parents=True)
    site.write_bytes(b"title: mine\n")
    status, out, _ = command("init", "mine")
    assert status == 0
    assert out.splitlines()[0] == "content/site.yaml: there already, left as it is"
    assert f"\n{len(starter_files()) - 1} files written" in out
    assert site.read_bytes() == b"title: mine\n"
    assert "\n0 files written" in command("init", "mine")[1]


def test_a_file_is_no_folder(here: Path, command: Command) -> None:
    (here / "mine").write_bytes(b"mine")
    assert command("init", "mine") == (
        2,
        "",
        "error: mine is a file; give the name of a folder, new or not\n",
    )
    status, out, err = command("init", "mine/deeper")
    assert (status, out) == (3, "")
    assert err.startswith("error: mine/deeper/")


def test_a_file_is_written_whole_or_not_at_all(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(EngineError, match=r"new\.md cannot be written: No space left on device"):
        write_new(here / "new.md", b"words")
    assert list(here.iterdir()) == []
