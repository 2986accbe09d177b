"""What is wrong, and where: values that travel, and the few errors that end a command.

GeneratorError        catch this to catch all
├── ConfigError       site.yaml cannot be used (exit 2)
├── ThemeError        a template is missing or faulty (exit 2)
├── EngineError       the store, a worker or the disk failed (exit 3)
└── BuildFailed       the content has errors and nothing was written (exit 1)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from generator.model.text import Location

T = TypeVar("T")


class Severity(StrEnum):
    """How much a diagnostic matters; only errors change the exit status."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing an editor should know, with the place and, where known, the mend."""

    location: Location
    severity: Severity
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""  # the line of the source, shown with a caret below it

    def __str__(self) -> str:
        """Return the one-line form that other programs rely on."""
        at = self.location
        return f"{at.path}:{at.line}:{at.column}: {self.severity}[{self.code}]: {self.message}"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value, or None where there is none to be had, and what was noticed on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place, then code, each said once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.location, d.code, d.message)))


class GeneratorError(Exception):
    """Raised when a command cannot go on; its diagnostics say why."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        """Keep the diagnostics beside the message."""
        super().__init__(message)
        self.diagnostics = diagnostics


class ConfigError(GeneratorError):
    """Raised when site.yaml cannot be used."""


class ThemeError(GeneratorError):
    """Raised when a theme is missing or one of its templates is faulty."""


class EngineError(GeneratorError):
    """Raised when the store, a worker or the disk failed."""


class BuildFailed(GeneratorError):  # noqa: N818 - the name in the architecture
    """Raised when the content has errors and nothing was written."""
