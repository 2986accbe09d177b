from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from generator.commands import serve
from generator.commands.serve import _Terminal
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location
from generator.serving.preview import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

FAULT = Diagnostic(Location("content/a.md"), Severity.ERROR, "bad-date", "no day")
WARNING = Diagnostic(Location("content/a.md"), Severity.WARNING, "dead-link", "no page")


@pytest.mark.usefixtures("briefing")
def test_without_what_watches_files_it_says_what_to_install(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.delitem(sys.modules, "generator.serving.watching", raising=False)
    status, _, err = command("serve")
    assert (status, "pip install '.[serve]'" in err) == (2, True)


@pytest.mark.parametrize("port", ["x", "65536", "-1"])
def test_what_is_no_port_is_refused(port: str, command: Command) -> None:
    with pytest.raises(SystemExit):
        command("serve", "--port", port)


def test_each_round_is_a_line_and_only_what_is_new_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = _Terminal(tmp_path)
    terminal.changed = ["notes/a.md", "notes/b.md"]
    terminal.tell(State(told=(FAULT,)), 0.123)
    terminal.changed = [f"notes/{name}.md" for name in "abcde"]
    terminal.tell(State(told=(FAULT, WARNING), problem="it broke"), 1)
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "notes/a.md, notes/b.md: 0.12 s, 1 error",
        "notes/a.md, notes/b.md, notes/c.md and 2 more: 1.00 s, 1 error, 1 warning",
    ]
    assert err.count("bad-date") == err.count("dead-link") == 1
    assert err.endswith("error: it broke; what was shown stays\n")


def test_who_lets_others_in_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    serve._greet(("127.0.0.1", 8000), State())  # noqa: SLF001 - what is printed once
    assert capsys.readouterr().out == "Preview at http://127.0.0.1:8000/ (Ctrl-C ends it)\n"
    serve._greet(("::", 8000, 0, 0)[:2], State())  # noqa: SLF001 - the same
    assert "http://[::]:8000/" in (out := capsys.readouterr().out)
    assert "Whoever reaches this machine can read it" in out
