"""What was understood of one file, as a person reads it: facts, blocks kept and cut."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.knowledge.wordings import reasons
from generator.model.article import STORY, Picture, Role
from generator.telling import tame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.commands.paper import Paper
    from generator.model.article import Block, FrontMatter, Reading

NOT_SAID = "not said"
_FACT = 11  # letters of the longest name of a fact, and two
_ROLE = 18  # letters before the words of a block: its line in the file and its role


def show(name: str, front: FrontMatter, reading: Reading, to: Paper) -> Iterator[str]:
    """Yield what is known of one file: its facts, its blocks, and what was left out when it was made."""
    yield to.bold(tame(name))
    yield from _facts(front, reading, to)
    yield from _blocks(reading, to)
    yield from _cut_before(front, to)


def _facts(front: FrontMatter, reading: Reading, to: Paper) -> Iterator[str]:
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


def _blocks(reading: Reading, to: Paper) -> Iterator[str]:
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


def _why(rule: str, to: Paper) -> Iterator[str]:
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


def _cut_before(front: FrontMatter, to: Paper) -> Iterator[str]:
    """Yield what an article's head says was left out when it was made of its source."""
    if front.cut:
        yield f"\n{to.bold('cut when it was ingested')}"
    for cut in front.cut:
        yield f"{' ' * _ROLE}{to.red(to.short(cut.text, _ROLE))}"
        yield from _why(cut.rule, to)
