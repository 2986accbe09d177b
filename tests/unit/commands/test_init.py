from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.commands.init import write_new
from generator.forms.starter import starter_files
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
