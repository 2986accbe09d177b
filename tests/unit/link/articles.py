"""Articles made by hand, for tests of how they are joined."""

from __future__ import annotations

from dataclasses import replace

from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Form, Kind, Mention, Quote, Speaker
from generator.model.text import Span, slug


def speaker(name: str, actor: str | None = None, *, person: bool = True) -> Speaker:
    return Speaker(name, None, slug(name) if person else None, actor, 1.0)


def quote(words: str, who: Speaker | None = None, form: Form = Form.DIRECT, *, hidden: bool = False) -> Quote:
    """Make a quote; its id and its place are given when it is put into an article."""
    return Quote("", (), words, form, who, hidden=hidden)


def article(
    name: str, *quotes: Quote, front: FrontMatter | None = None, mentions: tuple[Mention, ...] = ()
) -> Article:
    """Make an article of quotes; the cue of each is what the report says behind it."""
    made, at = [], 0
    told = [one.text if one.cue is None else f"{one.text}, {one.cue}." for one in quotes]
    for n, one in enumerate(quotes):
        part = Span(at, at + len(one.text))
        made.append(replace(one, id=f"q-{name}-{n}", parts=(part,)))
        at += len(told[n]) + 1
    text = " ".join(told)
    block = Block(Role.PARAGRAPH, Span(0, len(text)), 1)
    front = front or FrontMatter()
    return Article(name, f"articles/{name}.md", front, text, (block,), tuple(made), mentions, ())


def report(name: str, text: str, *mentions: Mention, front: FrontMatter | None = None) -> Article:
    """Make an article without quotes."""
    blocks = (Block(Role.PARAGRAPH, Span(0, len(text)), 1),)
    return Article(name, f"articles/{name}.md", front or FrontMatter(), text, blocks, (), mentions, ())


def mention(name: str, actor: str | None = None, role: str | None = None, at: int = 0) -> Mention:
    return Mention(Span(at, at + len(name)), name, Kind.PERSON, slug(name), actor, role)
