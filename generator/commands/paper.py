"""What a report on a file is written on: so wide, and with colours or without."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from generator.telling import paint, tame

LEAST = 40  # letters of a line: in a narrower window it runs over, and is still told from the next


@dataclass(frozen=True, slots=True)
class Paper:
    """What lines are written for."""

    width: int
    colour: bool

    def bold(self, words: str) -> str:
        """Return words that stand out."""
        return paint(words, "bold", colour=self.colour)

    def faint(self, words: str) -> str:
        """Return words that stand back."""
        return paint(words, "faint", colour=self.colour)

    def red(self, words: str) -> str:
        """Return words that are left out, or missing."""
        return paint(words, "red", colour=self.colour)

    def wrapped(self, words: str, taken: int) -> list[str]:
        """Return words on as many lines as they need; an address is never broken."""
        room = max(self.width, LEAST) - taken
        words = tame(" ".join(words.split()))
        return textwrap.wrap(words, room, break_long_words=False, break_on_hyphens=False)

    def fits(self, words: str, taken: int) -> bool:
        """Tell whether words stand on one line beside what is taken of it."""
        return len(words) <= max(self.width, LEAST) - taken

    def short(self, words: str, taken: int) -> str:
        """Return words on one line, cut where it ends; ``taken`` is what stands before and after them."""
        room = max(self.width, LEAST) - taken
        words = tame(" ".join(words.split()))
        return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"
