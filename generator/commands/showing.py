"""What was understood of one file, as a person reads it: facts, blocks kept and cut, quotations."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.knowledge.wordings import reasons
from generator.model.article import STORY, Picture, Role
from generator.telling import paint, tame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Block, FrontMatter, Reading
    from generator.model.findings import Quote

NOT_SAID = "not said"
_LEAST = 40  # letters of a line: in a narrower window it runs over, and is still told from the next
_FACT = 11  # letters of the longest name of a fact, and two
_ROLE = 18  # letters before the words of a block: its line in the file and its role
_FORM = 10  # letters of the longest form of a quotation, and two


def show(name: str, front: FrontMatter, reading: Reading, page: tuple[int, bool]) -> str:
    """Return what ``--format text`` prints of one file; ``page`` is its width, and whether it has colours."""
    width, colour = page
    to = _Page(max(width, _LEAST), colour)
    parts = (_facts(front, reading, to), _blocks(reading, to), _cut_before(front, to), _quotes(reading, to))
    return "\n".join([to.bold(tame(name)), *(line for part in parts for line in part), ""])


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines are written for."""

    width: int
    colour: bool

    def bold(self, words: str) -> str:
        return paint(words, "bold", colour=self.colour)

    def faint(self, words: str) -> str:
        return paint(words, "faint", colour=self.colour)

    def red(self, words: str) -> str:
        return paint(words, "red", colour=self.colour)

    def wrapped(self, words: str, taken: int) -> list[str]:
        """Return words on as many lines as they need; an address is never broken."""
        room = self.width - taken
        words = tame(" ".join(words.split()))
        return textwrap.wrap(words, room, break_long_words=False, break_on_hyphens=False)

    def short(self, words: str, taken: int) -> str:
        """Return words on one line, cut where it ends; ``taken`` is what stands before and after them."""
        room = self.width - taken
        words = tame(" ".join(words.split()))
        return words if len(words) <= room else f"{words[: room - 1]}…"


def _facts(front: FrontMatter, reading: Reading, to: _Page) -> Iterator[str]:
    """Yield what is known of the report: what the desk says of it prevails over what it says itself."""
    found, image = reading.facts, front.image or Picture()
    facts = {
        "title": front.title or found.title,
        "dek": front.dek or found.dek,
        "byline": ", ".join(front.byline or found.byline),
        "outlet": front.outlet or found.outlet,
        "published": front.published or found.published,
        "url": front.url or found.url,
        "language": front.language or found.language,
        "caption": image.caption or found.caption,
        "credit": image.credit or found.credit,
    }
    for name, value in facts.items():
        lines = to.wrapped(value or "", _FACT + 2)
        yield f"  {to.faint(f'{name:{_FACT}}')}{lines[0] if lines else to.faint(NOT_SAID)}"
        yield from (f"{' ' * (_FACT + 2)}{line}" for line in lines[1:])
    yield ""


def _blocks(reading: Reading, to: _Page) -> Iterator[str]:
    """Yield every block with its line and role, and below what was cut the rule and why; then the count."""
    for block in reading.blocks:
        words = block.span.of(reading.text)
        if block.role is Role.BOILERPLATE:
            yield f"{to.faint(f'{block.line:5}  left out   ')}{to.red(to.short(words, _ROLE))}"
            yield from _why(block.rule or "", to)
        else:
            what = block.mark or block.role.value
            yield f"{to.faint(f'{block.line:5}  {what:11}')}{to.short(words, _ROLE)}"
    yield ""
    yield _count(reading.blocks)


def _why(rule: str, to: _Page) -> Iterator[str]:
    why = reasons().get(rule, "")
    words = f"{rule}: {why[0].lower()}{why[1:]}" if why else rule
    yield from (f"{' ' * _ROLE}{to.faint(line)}" for line in to.wrapped(words, _ROLE))


def _count(blocks: tuple[Block, ...]) -> str:
    """Return how much was kept, and how much was left out by which rule, the commonest first."""
    story = sum(b.role in STORY for b in blocks)
    rules = Counter(b.rule or "" for b in blocks if b.role is Role.BOILERPLATE)
    kept = f"{story} {'block' if story == 1 else 'blocks'} of the story"
    by_rule = sorted(rules.items(), key=lambda found: (-found[1], found[0]))
    return f"{kept}, {_left_out(sum(rules.values()), [f'{n} {rule}' for rule, n in by_rule])}"


def _left_out(count: int, by_rule: list[str]) -> str:
    return f"{count} left out: {', '.join(by_rule)}" if count else "nothing left out"


def _cut_before(front: FrontMatter, to: _Page) -> Iterator[str]:
    """Yield what an article's head says was left out when it was made of its source."""
    if front.cut:
        yield f"\n{to.bold('cut when it was ingested')}"
    for cut in front.cut:
        yield f"{' ' * _ROLE}{to.red(to.short(cut.text, _ROLE))}"
        yield from _why(cut.rule, to)


def _quotes(reading: Reading, to: _Page) -> Iterator[str]:
    yield f"\n{to.bold('quotations') if reading.quotes else 'no quotations'}"
    for quote in reading.quotes:
        before = f"       {quote.form.value:{_FORM}}"
        yield f"{before}“{to.short(quote.text, len(before) + 2)}”"
        yield f"{' ' * len(before)}{_said(quote)}"


def _said(quote: Quote) -> str:
    s = quote.speaker
    if s is None:
        return "speaker not named"
    actor = f", for {s.actor}" if s.actor else ""
    cue = f"; cue “{quote.cue}”" if quote.cue else ""
    return f"{tame(s.name)}{actor} (by {s.rule}, {s.certainty:.2f}{tame(cue)})"
