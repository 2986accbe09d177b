"""A text as an editor wrote it, with the places in it and what is wrong with it."""

from __future__ import annotations

from bisect import bisect_right

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

LONGEST = 10_000  # letters of a line that is kept to be shown below a diagnostic


class Sheet:
    r"""Collect the diagnostics of one text; a place is an index into ``text``.

    ``first_line`` is the line of the file on which ``text`` begins. Lines end at "\n" alone.
    """

    __slots__ = ("_end", "_shown", "_starts", "diagnostics", "first_line", "path", "text")

    def __init__(self, text: str, path: str, first_line: int = 1) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.diagnostics: list[Diagnostic] = []
        self._starts: list[int] = []
        self._end = len(text.rstrip())
        self._shown = (-1, "")

    def location(self, at: int) -> Location:
        """Return the line and column of an index; one past the end is its last place."""
        row = self._row(at)
        return Location(self.path, self.first_line + row, at - self._starts[row] + 1)

    def error(self, code: str, at: int, message: str, hint: str = "") -> None:
        """Note what makes a part of the text unusable."""
        self._report(Severity.ERROR, (code, at), message, hint)

    def warn(self, code: str, at: int, message: str, hint: str = "") -> None:
        """Note what an editor should look at; the text is used all the same."""
        self._report(Severity.WARNING, (code, at), message, hint)

    def _report(self, severity: Severity, what: tuple[str, int], message: str, hint: str) -> None:
        code, at = what
        at = min(at, self._end)  # a fault found at the end stands behind the last word
        start = self._starts_of_lines()[self._row(at)]
        if start != self._shown[0]:  # one line may have a thousand faults: they share its copy
            end = self.text.find("\n", start)
            end = end if end >= 0 else len(self.text)
            line = self.text[start:end].rstrip("\r") if end - start <= LONGEST else ""
            self._shown = (start, line)
        where = self.location(at)
        self.diagnostics.append(Diagnostic(where, severity, code, message, hint, self._shown[1]))

    def _row(self, at: int) -> int:
        return bisect_right(self._starts_of_lines(), at) - 1

    def _starts_of_lines(self) -> list[int]:
        if not self._starts:
            starts = [0]
            at = self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts
