"""Which news agency a report has a statement from, by its own word: in byline, dateline or the sentence.

Only agencies of the table ``wires``. What a sentence credits holds for the quotations in it, and for those
that carry them on: “We sail,” she told the agency. “We sail at dawn.” In another sentence it tells of others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows
from generator.link.occasions import beside
from generator.model.article import STORY, Article
from generator.model.findings import Form, Quote
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

DATELINE = 120  # letters in which a story's dateline stands: "GENEVA, 4 May (Reuters) -"
CARRIED = "carried on"  # the rule by which who spoke before speaks on
_WORD = re.compile(r"\w+")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\s*[-–—]")
_NAMES = re.compile(r"\s*(?:/|,|;|\||\band\b|\bwith\b|\bvia\b|\bfor\b)\s*")
# "the Russian state news agency Interfax": what may stand before the name
_LEAD = (
    r"(?:(?:[Tt]he|an?|news|wire|agency|service|state|state-run|state-owned|official|semi-official|private"
    r"|[A-Z][\w-]*(?:[’']s)?) ){0,5}?"
)
_TO = (
    r"(?:told|tells|telling|to|citing|quoting|via"
    r"|interview(?: \w+){0,2} (?:with|by|for)|(?:spoke|speaking) (?:to|with)"
    r"|(?:reported|quoted|cited|carried|published|seen|obtained|reviewed|conducted|asked|contacted|reached)"
    r" by)"
)
_REPORTED = (
    r"(?: (?:news )?agency| news service)?,?(?: (?:has|had|first|also|earlier|later))*"
    r" (?:reported|quoted|quotes|cited|cites|reports(?= *(?:[,.;:“]|$)))"
)
# "after Reuters reported that": what was told before is what the words answer
_ASIDE = (
    r"(?:\b(?P<aside{}>after|before|since|until|when|while|because|once|who|which|what|that)"
    r"(?: \w+){{0,2}}? )?"
)


def credited(article: Article) -> frozenset[str]:
    """Return the agencies that an article's byline and dateline credit."""
    named = [name for line in article.front.byline for name in _NAMES.split(line)]
    story = next((b.span for b in article.blocks if b.role in STORY), None)
    if story is not None:
        named += _BRACKETED.findall(article.text[story.start : min(story.end, story.start + DATELINE)])
    return frozenset(wire for name in named if (wire := _wires().get(bare(name.strip()))))


def credited_for(article: Article, quote: Quote) -> frozenset[str]:
    """Return the agencies that the sentence of a quote credits, or that of the quote it carries on."""
    told = " ".join(beside(article, tuple(_utterance(article, quote))))
    if _first_words().isdisjoint(_WORD.findall(told)):  # the expression takes 50 µs, a third of all linking
        return frozenset()
    found = (m for m in _credit().finditer(told) if not (m["aside1"] or m["aside2"]))
    return frozenset(_forms()[m["told"] or m["reports"]] for m in found)


def _utterance(article: Article, quote: Quote) -> Iterator[Quote]:
    """Yield a quote and, while it only carries on what stands before it in its paragraph, that."""
    yield quote
    while quote.parts and quote.speaker and quote.speaker.rule == CARRIED:
        start = quote.parts[0].start
        marked = (q for q in article.quotes if q.form is not Form.INDIRECT and q.parts)
        before = [q for q in marked if q.parts[-1].end < start]
        if not before:
            return
        quote = max(before, key=lambda q: q.parts[-1].end)
        if "\n" in article.text[quote.parts[-1].end : start]:
            return
        yield quote


@cache
def _wires() -> dict[str, str]:
    named = ((wire, (wire, *forms.split("; "))) for wire, forms, _ in rows("wires"))
    return {bare(form): wire for wire, forms in named for form in forms if form}


@cache
def _forms() -> dict[str, str]:
    """Return the agencies by their names as a sentence has them."""
    found: dict[str, str] = {}
    for wire, forms, shared in rows("wires"):
        others = shared.split("; ")
        for form in filter(None, (wire, *forms.split("; "))):
            found |= {f"{form} news agency": wire, f"news agency {form}": wire}
            if form not in others:
                found[form] = wire
    return found


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which an agency's name begins."""
    forms = (form for wire, others, _ in rows("wires") for form in (wire, *others.split("; ")) if form)
    return frozenset(_WORD.findall(form)[0] for form in forms)


@cache
def _credit() -> re.Pattern[str]:
    """Return what credits an agency: "told X", "according to X", "X reported", but not "after X reported"."""
    names = "|".join(map(re.escape, sorted(_forms(), key=lambda form: (-len(form), form))))
    told = rf"{_ASIDE.format(1)}\b{_TO} {_LEAD}(?P<told>{names})\b"
    reports = rf"{_ASIDE.format(2)}\b{_LEAD}(?P<reports>{names})\b{_REPORTED}\b"
    return re.compile(rf"{told}|{reports}")
