"""llms.txt: what the briefing holds and where, for programs that read it for somebody (llmstxt.org).

Markdown with whole addresses. It tells what the pages tell, and asks that words be given to those who said
and to those who reported them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish import phrases, urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publish.frame import Frame

DATA = (
    ("articles", "the reports"),
    ("quotes", "every quotation, with its speaker and its place in the saved report"),
    ("clusters", "the statements, with every outlet that has them"),
    ("actors", "states, alliances, organisations and groups"),
    ("people", "people, with their roles"),
    ("outlets", "the outlets"),
    ("dates", "the days that reports name"),
)


def guide(frame: Frame, base: str) -> str:
    """Return the guide to the site at ``base``."""
    return "\n".join(_lines(frame, base)) + "\n"


def _lines(frame: Frame, base: str) -> Iterator[str]:
    ledger = frame.ledger
    corpus = ledger.corpus
    counts = ((len(corpus.articles), "report"), (len(ledger.statements), "statement"))
    yield f"# {_inline(ledger.settings.title)}"
    yield ""
    yield f"> A briefing: who said what, in which words, by whose report. {phrases.counts(counts)}."
    yield ""
    yield "Words in quotation marks are the speaker's, as the outlet that is named has them. Who is not"
    yield "named is not known. Notes are the desk's. Name the speaker and the outlet with any words."
    actors = ((a.name, urls.actor(a.id), a.kind) for a in corpus.actors)
    reports = ((ledger.title(a)[0], urls.article(a.id), ledger.outlet_name(a)) for a in corpus.articles)
    more = ((phrases.TIMELINE, urls.TIMELINE, ""), (phrases.SEARCH, urls.SEARCH, ""))
    data = ((urls.data(kind), urls.data(kind), gloss) for kind, gloss in DATA)
    for heading, rows in (("Actors", actors), ("Reports", reports), ("More", more), ("Data", data)):
        yield from _section(heading, rows, base)


def _section(heading: str, rows: Iterable[tuple[str, str, str]], base: str) -> Iterator[str]:
    items = [_item(name, urls.canonical(base, path), gloss) for name, path, gloss in rows]
    if items:
        yield from ("", f"## {heading}", "", *items)


def _item(name: str, address: str, gloss: str) -> str:
    return f"- [{_inline(name)}]({address}){f': {_inline(gloss)}' if gloss else ''}"


def _inline(words: str) -> str:
    """Return words as they stand in a line of Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>&" else c for c in " ".join(words.split()))
