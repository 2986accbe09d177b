"""Clean texts and documents made by hand, for tests of what is found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.article import analyse
from generator.analyse.cue.passages import passages
from generator.model.article import Block, CleanText, Media, RawDocument, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from generator.analyse.cue.cues import Sentence
    from generator.analyse.name.names import Nominal
    from generator.model.article import Reading
    from generator.model.findings import Speaker

HEADING = "### "


def clean_text(text: str, gap: str = "\n\n", tail: str = "") -> CleanText:
    """Make a clean text of paragraphs between empty lines; one that begins with ``### `` is the headline.

    ``gap`` stands between its blocks, ``tail`` at the end of each.
    """
    parts, blocks, at = [], [], 0
    for line, part in enumerate(filter(str.strip, text.split("\n\n")), 1):
        words = " ".join(part.split())
        role = Role.HEADLINE if words.startswith(HEADING) else Role.PARAGRAPH
        words = words.removeprefix(HEADING) + tail
        blocks.append(Block(role, Span(at, at + len(words)), line))
        parts.append(words)
        at += len(words) + len(gap)
    return CleanText(gap.join(parts), tuple(blocks))


def read(text: str, published: str | None = None, gap: str = "\n\n", tail: str = "") -> Reading:
    """Read paragraphs as an article of the seed "abc123"."""
    document = RawDocument(text, Media.TEXT, "abc123", published=published)
    return analyse(clean_text(text, gap, tail), document)


def name_of(it: Nominal | Speaker | None) -> str | None:
    """Return the name of what was found, if anything was."""
    return it.name if it else None


def one_sentence(text: str) -> Sentence:
    """Parse one sentence; what stands in double marks is a quotation."""
    (passage,) = passages(clean_text(text))
    (placed,) = passage.sentences
    return placed.clause.sentence
