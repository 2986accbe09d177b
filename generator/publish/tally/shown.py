"""What is shown of a report: its quotations as they read alone, each once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.engine.memory import once
from generator.knowledge.spelling import words as in_one_spelling
from generator.model.article import Article
from generator.model.corpus import Relation
from generator.model.findings import Form, Quote
from generator.publish.weave.body import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence


_LED = frozenset(("infinitive", "object", "whether"))  # the patterns whose words need their verb


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote that is shown, with its report.

    ``words`` are as they read alone: without Markdown, and without the comma that joins them to "he said".
    """

    article: Article
    quote: Quote
    words: str
    folded: str
    relation: Relation = Relation.SAME
    origin: str = ""  # the first article that has it from the same pen


@lru_cache(maxsize=16384)
def fold(words: str) -> str:
    """Reduce words to what makes a wording, in the one spelling by which linking compares them."""
    return " ".join(in_one_spelling(words))


def _is_somebodys(quote: Quote) -> bool:
    """Tell whether a quote is shown in its report: "analysts said that …" is for the data files alone."""
    speaker = quote.speaker
    if quote.form is not Form.INDIRECT or speaker is None:
        return quote.form is not Form.INDIRECT
    # Of two words the second tells: "Transport Ministry" is a name, "Analysts" only begins a sentence.
    named = any(word[:1].isupper() for word in speaker.name.split()[1:])
    return named or bool(speaker.person or speaker.actor)


def on_page(inside: Sequence[Shown]) -> tuple[Shown, ...]:
    """Return what is shown in a report: reported speech not beside the words in marks that it holds."""
    marked = [part for s in inside if s.quote.form is not Form.INDIRECT for part in s.quote.parts]
    starts = [part.start for part in marked]
    kept = []
    for one in inside:
        parts = one.quote.parts if one.quote.form is Form.INDIRECT else ()
        holds = any(bisect_right(starts, p.end) > bisect_right(starts, p.start - 1) for p in parts)
        if not holds and _is_somebodys(one.quote):
            kept.append(one)
    return tuple(kept)


def shown_of(article: Article) -> tuple[Quote, ...]:
    """Return the quotes of an article that its page shows, in the order of the text."""
    return tuple(one.quote for one in once(on_page, once(all_shown, article)))


def all_shown(article: Article) -> tuple[Shown, ...]:
    """Return the quotes of an article that stand anywhere in the site, in the order of the text."""
    hidden = [part for q in article.quotes if q.hidden for part in q.parts]
    seen = [q for q in article.quotes if q.form is not Form.SCARE and not q.hidden and q.parts]
    seen = [q for q in seen if not any(part.shared(span) for part in q.parts for span in hidden)]
    seen.sort(key=lambda q: (q.parts[0], q.id))
    alone = ((quote, _read_alone(quote)) for quote in seen)
    return tuple(Shown(article, quote, words, fold(words)) for quote, words in alone)


def _read_alone(quote: Quote) -> str:
    """Return the words as they read in a list: a deed or a thing with its verb, "urged the port to open"."""
    words = plain_words(quote.text).rstrip(" ,")
    speaker = quote.speaker
    led = quote.form is Form.INDIRECT and speaker is not None and speaker.rule in _LED
    return f"{quote.cue} {words}" if led and quote.cue else words
