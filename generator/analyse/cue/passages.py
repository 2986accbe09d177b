"""A clean text -> passages: its readable blocks as sentences with their names and cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.analyse.cue.clauses import Clause, clause
from generator.analyse.name.names import Nominal, nominals
from generator.analyse.word.lexicon import cue_words
from generator.analyse.word.marks import Marked, marked
from generator.analyse.word.tokens import Token, masked, sentences
from generator.analyse.word.words import ADVERBS, CALENDAR, CLOSING, DETERMINERS, FUNCTION, PREPOSITIONS
from generator.model.article import READ, Block, CleanText, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

KEPT = 1 << 15  # sentences that are remembered: some 110 MB at most
HEADS = frozenset({Role.HEADLINE, Role.DEK})
ASKING = ("?", "!")
TAG = 8  # tokens of a tag before its verb, and from it on
SURE = 3  # the strength of a verb that makes one
_NO_TAG = (FUNCTION - DETERMINERS - {"of"}) | {",", ":", ";"}
_TAIL = PREPOSITIONS | ADVERBS | CALENDAR


@dataclass(slots=True)
class Placed:
    """A sentence at a place of the text: what its words alone tell, and where its spans count from.

    ``first`` is the number in the article of its first quotation.
    """

    base: int
    first: int
    clause: Clause

    @property
    def span(self) -> Span:
        """Return where the sentence stands in the text."""
        return Span(self.base, self.base + self.clause.sentence.toks[-1].end)


@dataclass(slots=True)
class Passage:
    """A block that is read; ``marks`` pairs each quotation with its number in the article."""

    block: Block
    marks: tuple[tuple[int, Marked], ...]
    sentences: tuple[Placed, ...]

    @property
    def heading(self) -> bool:
        """Tell whether this is a headline or a dek."""
        return self.block.role in HEADS

    def mark(self, number: int) -> Marked:
        """Return the quotation of that number."""
        return self.marks[number - self.marks[0][0]][1]


def passages(clean: CleanText) -> list[Passage]:
    """Return the passages of a text in its order."""
    drafts = list(_drafts(clean))
    sure = {
        part
        for *_, parsed in drafts
        for p in parsed
        for n in p.noms
        if _is_sure(n)
        for part in n.name.split()
    }
    return [Passage(block, marks, tuple(_placed(p, sure) for p in parsed)) for block, marks, parsed in drafts]


def _is_sure(n: Nominal) -> bool:
    return n.sort == "person" and not n.risky


@dataclass(slots=True)
class _Parsed:
    """A sentence and its names, as its own words alone tell them."""

    base: int
    first: int
    words: str
    quotes: tuple[Span, ...]
    toks: tuple[Token, ...]
    noms: tuple[Nominal, ...]


def _drafts(clean: CleanText) -> Iterator[tuple[Block, tuple[tuple[int, Marked], ...], list[_Parsed]]]:
    # What an outlet says of its own report ("an earlier version said that …") is nobody's statement.
    readable = [b for b in clean.blocks if b.role in READ and b.mark is None]
    number = 0
    straight = not any(mark in b.span.of(clean.text) for b in readable for mark in '"“”«')
    for block in readable:
        heading = block.role in HEADS
        found = marked(clean.text, block.span, singles=True)
        if not (heading or straight):
            found = [m for m in found if not m.single or clean.text[m.outer.start] == "‘"]
        yield (
            block,
            tuple((number + k, m) for k, m in enumerate(found)),
            _parsed(clean.text, block, found, number),
        )
        number += len(found)


def _parsed(text: str, block: Block, found: Sequence[Marked], number: int) -> list[_Parsed]:
    outers = [m.outer for m in found]
    out = []
    k = 0
    for span in _with_tags(text, sentences(text, block.span, outers), outers):
        first = k
        while k < len(outers) and outers[k].end <= span.end:
            k += 1
        words, quotes = span.of(text), tuple(q.moved(-span.start) for q in outers[first:k])
        toks, noms = parse(words, quotes)
        out.append(_Parsed(span.start, number + (first if quotes else 0), words, quotes, toks, noms))
    return [p for p in out if p.toks]


def _with_tags(text: str, spans: Iterable[Span], outers: Sequence[Span]) -> list[Span]:
    """Join a quotation that ends in ? or ! with words that only name its speaker: “Who?” Ann Doe asked."""
    asking = {q.end for q in outers if text[q.start : q.end].rstrip(CLOSING)[-1:] in ASKING}
    if not asking:
        return list(spans)
    begun = {q.start for q in outers}
    out: list[Span] = []
    for span in spans:
        tag = out and out[-1].end in asking and span.start not in begun
        if tag and _is_tag(parse(span.of(text))[0]):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def _is_tag(toks: Sequence[Token]) -> bool:
    """Tell whether a sentence is a name, a sure verb of speech, and at most a place or a day."""
    verb = next((i for i, t in enumerate(toks[:TAG]) if t.low in cue_words()), 0)
    if not verb or len(toks) - verb > TAG or cue_words()[toks[verb].low][-1].cue.strength < SURE:
        return False
    after = toks[verb + 1].low if verb + 1 < len(toks) else "."
    return (after == "." or after in _TAIL) and not any(t.low in _NO_TAG for t in toks[1:verb])


# The reports of one affair share sentences, for the outlets print the same agencies: each is parsed once.
# On the made corpus of 1,000 reports by five outlets that halves the time of reading.
@lru_cache(maxsize=KEPT)
def parse(
    words: str, quotes: tuple[Span, ...] = (), *, opening: bool = True
) -> tuple[tuple[Token, ...], tuple[Nominal, ...]]:
    """Return the tokens and the nominals of a sentence, with spans that count in ``words``."""
    toks = tuple(masked(words, quotes))
    return toks, tuple(nominals(toks, opening=opening))


@lru_cache(maxsize=KEPT)
def _clause(words: str, quotes: tuple[Span, ...], out: tuple[int, ...]) -> Clause:
    """Return what a sentence tells without the nominals at the places ``out``."""
    toks, noms = parse(words, quotes)
    kept = tuple([n for i, n in enumerate(noms) if i not in out]) if out else noms
    return clause(toks, kept)


def _placed(p: _Parsed, sure: set[str]) -> Placed:
    """Leave out capitals that only begin a sentence: no name of the text has that word."""
    out = tuple([i for i, n in enumerate(p.noms) if n.risky and n.sort == "person" and n.name not in sure])
    return Placed(p.base, p.first, _clause(p.words, p.quotes, out))
