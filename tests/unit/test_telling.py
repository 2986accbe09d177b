from __future__ import annotations

import io
import json
import sys

import pytest

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location
from generator.telling import paint, print_json, progress, tame, tell, tell_error, told

WHERE = Location("content/site.yaml", 3, 7)


class Terminal(io.StringIO):
    """A terminal that keeps what it was sent."""

    def isatty(self) -> bool:
        return True


def seated(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Send standard error to a terminal; no fixture, since pytest sets the streams anew for each phase."""
    screen = Terminal()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def fault(excerpt: str = "", hint: str = "", message: str = "no address", column: int = 7) -> Diagnostic:
    place = Location(WHERE.path, WHERE.line, column)
    return Diagnostic(place, Severity.ERROR, "bad-url", message, hint, excerpt)


def test_the_line_that_programs_read() -> None:
    assert told(fault()) == "content/site.yaml:3:7: error[bad-url]: no address"


def test_the_line_of_the_source_a_caret_and_what_to_do() -> None:
    assert told(fault("\turl:\tnone", "write https://…")).splitlines() == [
        "content/site.yaml:3:7: error[bad-url]: no address",
        "     url: none",
        "          ^",
        "    write https://…",
    ]


def test_a_caret_may_stand_behind_the_line() -> None:
    assert told(fault("url: ", column=6)).splitlines()[1:] == ["    url: ", "         ^"]


@pytest.mark.parametrize("column", [1, 60, 500, 960, 1000, 1001])
def test_of_a_long_line_only_the_place_is_shown(column: int) -> None:
    line = "".join(chr(0x4E00 + n) for n in range(1000))
    shown, caret = (part[4:] for part in told(fault(line, column=column)).splitlines()[1:])
    assert len(shown) <= 102
    assert shown.startswith("…") == (column > 52)
    assert shown.endswith("…") == (column < 950)
    under = f"{shown} "[caret.index("^")]
    assert under == f"{line} "[column - 1]


def test_nothing_steers_the_terminal_or_breaks_the_line() -> None:
    evil = "a\x1b[2Jb\nc\u202ed\x07"
    said = told(fault(evil, evil, evil))
    assert said.isprintable() == ("\n" not in said)
    assert [line.isprintable() for line in said.splitlines()] == [True] * 4
    assert tame(evil) == "a\ufffd[2Jb\ufffdc\ufffdd\ufffd"
    assert tame("Ayşe “Öz” 東") == "Ayşe “Öz” 東"


def test_colour_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = seated(monkeypatch)
    tell([fault(hint="mend it")])
    tell_error("no")
    assert terminal.getvalue() == (
        "content/site.yaml:3:7: \x1b[31merror[bad-url]\x1b[0m: no address\n    \x1b[2mmend it\x1b[0m\n"
        "\x1b[31merror\x1b[0m: no\n"
    )
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stderr", plain)
    tell([fault(hint="mend it")])
    tell_error("no")
    assert "\x1b" not in plain.getvalue()


def test_no_colour_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = seated(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    tell([fault()])
    assert "\x1b" not in terminal.getvalue()
    monkeypatch.setenv("NO_COLOR", "")  # empty is as not set: no-color.org
    assert paint("x", "bold", colour=True) == "\x1b[1mx\x1b[0m"


def test_progress_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress() is None


def test_a_bar_for_each_stage_that_has_something_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = seated(monkeypatch)
    begin = progress()
    assert begin is not None
    step = begin("Reading")
    step(3, 3)
    assert terminal.getvalue() == ""
    step = begin("Reading")
    step(0, 3)
    step(2, 3)
    step(3, 3)
    assert "Reading" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")  # it leaves nothing behind


def test_json_is_one_line_or_many(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Ayşe"})
    assert capsys.readouterr().out == '{"name": "Ayşe"}\n'
    print_json({"name": "Ayşe"}, indent=1)
    assert capsys.readouterr().out == '{\n "name": "Ayşe"\n}\n'


def test_json_is_utf_8_and_keeps_the_odd_bytes_of_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", stream)
    print_json(["Ayşe", "caf\udce9.txt"])
    stream.flush()
    assert "Ayşe".encode() in data.getvalue()
    assert json.loads(data.getvalue()) == ["Ayşe", "caf\udce9.txt"]
