"""A file with a head: "---", YAML, "---", then the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.forms.records import Fields, Row, read_form
from generator.forms.remarks import unclosed_remark, without_remarks
from generator.forms.sheet import Sheet
from generator.model.text import legible

if TYPE_CHECKING:
    from generator.model.diagnostic import Diagnostic

_FENCE = re.compile(r"---[ \t]*\r?$", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_BLANK = re.compile("[\\s\u200b\u2060\ufeff]*")
# What an editor's program makes of "---" as it is typed, before a line that begins with a key.
_DASHES = re.compile(r"[-‐‑‒–—−]{1,3}[ \t]*\r?\n(?=[ \t]*[\w-]+:(?:\s|$))")
_LOOKS_LIKE_A_HEAD = re.compile(
    r"""(?:[ \t]*(?:#[^\n]*)?|["']?\w[\w -]*["']?:(?:\s[^\n]*)?|\s+[^\n]*|-\s[^\n]*)(?:\n|\Z)"""
)


class Split(NamedTuple):
    """A file's head, its body, the line on which the body begins, and whether the head was closed.

    The head begins on line 2; it is None where the file does not begin with "---".
    """

    head: str | None
    body: str
    body_line: int
    closed: bool = True


class Opened(NamedTuple):
    """A file with its head read."""

    row: Row
    sheet: Sheet
    body: str
    body_line: int

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the head."""
        return tuple(self.sheet.diagnostics)

    def below(self, at: int) -> Opened:
        """Return the same with the body that begins at an index of this one's."""
        return self._replace(body=self.body[at:], body_line=self.body_line + self.body.count("\n", 0, at))


def split_front(text: str) -> Split:
    """Take a file apart; of a head that is not closed, the lines that look like one are taken for it.

    Blank lines and spaces before the head do not hide it: what it says may keep a draft from the public.
    """
    blank = _BLANK.match(text)
    if blank and blank.end() and (_FENCE.match(text, blank.end()) or _DASHES.match(text, blank.end())):
        split, above = split_front(text[blank.end() :]), text.count("\n", 0, blank.end())
        return split._replace(head="\n" * above + (split.head or ""), body_line=split.body_line + above)
    opening = _FENCE.match(text)
    dashes = None if opening else _DASHES.match(text)
    if opening is None and dashes is None:
        return Split(None, text, 1)
    start = opening.end() + 1 if opening else text.index("\n") + 1
    closing = _CLOSING.search(text, min(start, len(text))) if opening else None
    if closing is not None:
        head, after = text[start : closing.start()], closing.end() + 1
        return Split(head, text[after:], head.count("\n") + 3)
    end = start
    while end < len(text) and text[end] != "\n" and (line := _LOOKS_LIKE_A_HEAD.match(text, end)):
        end = line.end()
    head = text[start:end]
    return Split(head, text[end:], head.count("\n") + 2, closed=False)


def open_form(text: str, path: str, fields: Fields) -> Opened:
    """Read the head of a file by its table of fields.

    Errors: ``front-matter-unclosed`` and those of the fields.
    """
    head, body, body_line, closed = split_front(text)
    sheet = Sheet(head or "", path, 1 if head is None else 2)
    row = read_form(sheet, fields)
    if not closed:
        sheet.diagnostics[:] = [unclosed(text, path)]  # what else is wrong may come of it
    if fault := unclosed_remark(legible(body), path, body_line):
        sheet.diagnostics.append(fault)
    return Opened(row, sheet, without_remarks(legible(body)), body_line)


def unclosed(text: str, path: str) -> Diagnostic:
    """Say that the head of a file has no end."""
    sheet = Sheet(text, path)
    blank = _BLANK.match(text)
    at = blank.end() if blank else 0
    if _DASHES.match(text, at) and not _FENCE.match(text, at):
        message = 'the head that begins here does not stand between two lines of "---"'
        hint = 'write three hyphens, "---", above and below it; they were made into dashes'
    else:
        message = 'the head that begins here has no closing "---"'
        hint = 'put a line of "---" between the last key and the body'
    sheet.error("front-matter-unclosed", at, message, hint)
    return sheet.diagnostics[0]
