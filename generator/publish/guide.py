"""llms.txt: what the briefing holds and where, for programs that read it for somebody (llmstxt.org).

Markdown with whole addresses. It tells what the pages tell, and asks that words be given to those who said
and to those who reported them.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from generator.publish import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publish.frame import Frame

DATA = ("articles", "quotes", "clusters", "actors", "people", "outlets", "dates")
_WIDE = 95  # letters of a line of text


def guide(frame: Frame, base: str) -> str:
    """Return the guide to the site at ``base``."""
    return "\n".join(_lines(frame, base)) + "\n"


def _lines(frame: Frame, base: str) -> Iterator[str]:
    ledger = frame.ledger
    corpus, say = ledger.corpus, frame.tongue.say
    counts = ((len(corpus.articles), "report"), (len(ledger.statements), "statement"))
    yield f"# {_inline(ledger.settings.title)}"
    yield ""
    yield f"> {say('guide.says', counts=frame.tongue.counts(counts))}"
    yield ""
    yield from wrap(say("guide.marks"), _WIDE)
    actors = ((a.name, urls.actor(a.id), frame.tongue.named("kind", a.kind)) for a in corpus.actors)
    reports = ((ledger.title(a)[0], urls.article(a.id), ledger.outlet_name(a)) for a in corpus.articles)
    more = ((say("nav.timeline"), urls.TIMELINE, ""), (say("nav.index"), urls.SEARCH, ""))
    data = ((urls.data(kind), urls.data(kind), say(f"guide.{kind}")) for kind in DATA)
    sections = (
        ("heads.actors", actors),
        ("heads.reports", reports),
        ("guide.more", more),
        ("guide.data", data),
    )
    for heading, rows in sections:
        yield from _section(say(heading), rows, base)


def _section(heading: str, rows: Iterable[tuple[str, str, str]], base: str) -> Iterator[str]:
    items = [_item(name, urls.canonical(base, path), gloss) for name, path, gloss in rows]
    if items:
        yield from ("", f"## {heading}", "", *items)


def _item(name: str, address: str, gloss: str) -> str:
    return f"- [{_inline(name)}]({address}){f': {_inline(gloss)}' if gloss else ''}"


def _inline(words: str) -> str:
    """Return words as they stand in a line of Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>&" else c for c in " ".join(words.split()))
