from __future__ import annotations

import pytest

from generator.model.diagnostic import (
    BuildFailed,
    ConfigError,
    Diagnostic,
    EngineError,
    GeneratorError,
    Severity,
    ThemeError,
    in_order,
)
from generator.model.text import Location


def found(line: int, code: str, column: int = 1) -> Diagnostic:
    return Diagnostic(Location("a.md", line, column), Severity.ERROR, code, "why")


def test_the_one_line_form_is_what_other_programs_rely_on() -> None:
    assert str(found(3, "bad-date", 8)) == "a.md:3:8: error[bad-date]: why"


def test_diagnostics_are_sorted_by_place_and_said_once() -> None:
    one, two, three = found(1, "b"), found(2, "a"), found(2, "b")
    assert in_order([three, one, two, one]) == (one, two, three)


@pytest.mark.parametrize("kind", [BuildFailed, ConfigError, EngineError, ThemeError])
def test_one_root_catches_every_error(kind: type[GeneratorError]) -> None:
    error = kind("no", (found(1, "a"),))
    assert isinstance(error, GeneratorError)
    assert (str(error), error.diagnostics) == ("no", (found(1, "a"),))
