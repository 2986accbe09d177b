"""A line of a text on its way to be a block, and the label that says what it is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Role

_CLOSING = "\"”’'»)]"
_STOPS = frozenset(".!?…:;。！？؟۔।")

STORY_WORDS = 12  # a sentence of twelve words that ends as sentences do is of the story
SHORT = 60  # words: in a longer block one wording alone proves nothing (two kinds of evidence are asked)
SHORT_LETTERS = 600  # and letters, for blocks without white space
FEW = 5  # words: shorter is hardly a sentence, or a headline


@dataclass(frozen=True, slots=True)
class Line:
    """One block to be: its words, its line in the body, and whether a blank line stands before it."""

    text: str
    number: int
    gap: bool = True
    glued: bool = False  # began in the middle of a line, where two sentences had run together

    @property
    def words(self) -> int:
        """Count the words, as white space parts them."""
        return self.text.count(" ") + 1

    @property
    def short(self) -> bool:
        """Tell whether the line is so short that one wording can say what it is."""
        return len(self.text) <= SHORT_LETTERS and self.words <= SHORT

    @property
    def ended(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return self.text[-1:] in {'"', "”", "’", "»"} or self.text.rstrip(_CLOSING)[-1:] in _STOPS


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and the rule that made it boilerplate; ``mark`` says what a paragraph is beside.

    ``lead`` counts the letters at its beginning that a page sets off.
    """

    role: Role
    rule: str | None = None
    mark: str | None = None
    lead: int = 0


STORY_LABEL = Label(Role.PARAGRAPH)


def cut(rule: str) -> Label:
    """Return the label of a line that goes by ``rule``."""
    return Label(Role.BOILERPLATE, rule)


def is_story(line: Line) -> bool:
    """Tell whether a line is long enough, and ends as a sentence does, to be taken for the story."""
    return line.ended and line.words >= STORY_WORDS
