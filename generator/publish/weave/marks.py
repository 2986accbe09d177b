"""Marked passages: quotes, notes and withheld words, woven into HTML that is always well-formed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model.article import WITHDRAWN
from generator.model.text import Span
from generator.publish.address.urls import address

if TYPE_CHECKING:
    from collections.abc import Sequence


PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")  # Unicode 16.0, section 23.5

_CLOSING = re.compile(r"(?:[.,;:!?…،؛؟。”’»«›‹“‘\"'」』]++(?!\w))?")


class MarkKind(StrEnum):
    """What a marked passage is."""

    QUOTE = "quote"
    NOTE = "note"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be marked; ``sign`` stands behind its last part, a quote's number or a note's sign."""

    id: str
    kind: MarkKind
    parts: tuple[Span, ...]
    sign: str = ""
    hue: int = 0
    indirect: bool = False


class Turn(StrEnum):
    """What happens to a mark at a place."""

    CLOSE = "close"
    SIGN = "sign"
    WITHHELD = "withheld"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Event:
    """One turn of one mark at a place in the text."""

    at: int
    turn: Turn
    mark: Mark
    until: int = 0  # of withheld words: where the text goes on


_ORDER = {Turn.CLOSE: 0, Turn.SIGN: 1, Turn.WITHHELD: 2, Turn.OPEN: 3}


def escape(words: str) -> str:
    """Escape words for the text of an element, as an HTML serialiser does (HTML, section 13.3)."""
    # A chain of replacements: a third of the time that str.translate takes.
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.replace("\u00a0", "&nbsp;").replace("\x00", "")


def attribute(value: str) -> str:
    """Escape a value for an attribute in double quotes."""
    return escape(value).replace('"', "&quot;")


def events(marks: Sequence[Mark], shown: Sequence[Span], text: str) -> list[list[Event]]:
    """List for each of the ``shown`` stretches of a text, in order, the turns of the marks in it.

    A part that runs over two stretches is closed and opened again; the sign stands where the last
    shown piece ends, behind what closes the words there (Chicago Manual of Style, 14.26).
    """
    turns: list[list[Event]] = [[] for _ in shown]
    ends = [span.end for span in shown]
    for mark in marks:
        last: tuple[int, int] | None = None
        for part in mark.parts:
            for n in range(bisect_right(ends, part.start), len(shown)):
                if shown[n].start >= part.end:
                    break
                start, end = max(part.start, shown[n].start), min(part.end, shown[n].end)
                if start < end:
                    last = n, end
                    _add(turns[n], mark, start, end)
        if last and mark.sign:
            closing = _CLOSING.match(text, last[1], shown[last[0]].end)
            turns[last[0]].append(Event(last[1] + len(closing[0] if closing else ""), Turn.SIGN, mark))
    for inside in turns:
        inside.sort(key=_place)
    return turns


def _place(event: Event) -> tuple[int, int, int]:
    # Of two that open at one place the longer goes first, so that the shorter lies inside it.
    length = sum(map(len, event.mark.parts))
    return event.at, _ORDER[event.turn], -length if event.turn is Turn.OPEN else length


def _add(turns: list[Event], mark: Mark, start: int, end: int) -> None:
    if mark.kind is MarkKind.WITHHELD:
        turns.append(Event(start, Turn.WITHHELD, mark, end))
        return
    turns.append(Event(start, Turn.OPEN, mark))
    turns.append(Event(end, Turn.CLOSE, mark))


@dataclass(slots=True)
class Weave:
    """HTML in the making: leaves, elements of the text's own, and marks around the leaves.

    A mark is only ever opened around leaves and closed before any element of the text begins or
    ends, so whatever the marks overlap, the elements nest.
    """

    out: list[str] = field(default_factory=list)
    wanted: list[Mark] = field(default_factory=list)
    opened: list[Mark] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    linked: bool = False  # inside a link, which may hold no other
    signs: list[Mark] = field(default_factory=list)  # that wait for its end
    key: str = ""  # what the ids of footnotes begin with

    def leaf(self, html: str) -> None:
        """Add text, or an element that holds no text."""
        if html:
            self._settle()
            self.out.append(html)

    def element(self, html: str) -> None:
        """Add a tag of the text's own."""
        self.close()
        self.out.append(html)
        if html.startswith(("<a ", "<a>", "</a>")):
            self.linked = not html.startswith("</")
            if not self.linked:
                self.out.extend(map(_sign, self.signs))
                self.signs = []

    def turn(self, event: Event) -> None:
        """Let a mark begin or end, or set its sign."""
        mark = event.mark
        if event.turn is Turn.OPEN:
            self.wanted.append(mark)
        elif event.turn is Turn.CLOSE:
            if mark in self.wanted:
                self.wanted.remove(mark)
        elif event.turn is Turn.SIGN:
            self._settle(opening=False)
            if anchor(mark) not in self.named:  # nothing of it was shown: its address still leads here
                self.out.append(self._start(mark) + "</span>")
            if self.linked:
                self.signs.append(mark)
            else:
                self.out.append(_sign(mark))
        else:
            self.leaf(f'<span class="withheld"{self._id(mark)}>{WITHDRAWN}</span>')

    def close(self) -> None:
        """Close what is open; what is wanted opens again at the next leaf."""
        self.out.extend("</span>" for _ in self.opened)
        self.opened = []

    def taken(self) -> str:
        """Close, and hand over what was woven."""
        self.close()
        html = "".join(self.out)
        self.out = []
        return html

    def _settle(self, *, opening: bool = True) -> None:
        if self.opened == self.wanted:
            return
        kept = 0
        for one, other in zip(self.opened, self.wanted, strict=False):
            if one is not other:
                break
            kept += 1
        self.out.extend("</span>" for _ in self.opened[kept:])
        del self.opened[kept:]
        if opening:
            for mark in self.wanted[kept:]:
                self.out.append(self._start(mark))
                self.opened.append(mark)

    def _start(self, mark: Mark) -> str:
        if mark.kind is MarkKind.NOTE:
            return f'<span class="noted"{self._id(mark)}>'
        indirect = " indirect" if mark.indirect else ""
        return f'<span class="q hue-{mark.hue}{indirect}"{self._id(mark)}>'

    def _id(self, mark: Mark) -> str:
        name = anchor(mark)
        if name in self.named:
            return ""
        self.named.add(name)
        return f' id="{attribute(name)}"'


def anchor(mark: Mark) -> str:
    """Return the id of a mark on its page: the quote's own, or "at-" and the note's."""
    return f"at-{mark.id}" if mark.kind is MarkKind.NOTE else mark.id


def _sign(mark: Mark) -> str:
    kind, to = ("ref note", "n-") if mark.kind is MarkKind.NOTE else ("ref", "s-")
    href = attribute(address("", "", to + mark.id))
    return f'<sup class="{kind}"><a href="{href}">{escape(mark.sign)}</a></sup>'
