"""Who speaks without a name or a title: "the weary shopkeeper said", "the group's hosts told us"."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.analyse.name.names import Nominal
from generator.analyse.word.lexicon import Sort, cue_words
from generator.analyse.word.phrases import words_of
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    POSSESSIVE,
    PREPOSITIONS,
    WITH_VERB,
    listed,
)
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.analyse.cue.cues import Sentence
    from generator.analyse.word.tokens import Token

_LOW = attrgetter("low")
_OWNERS = listed("his her their our my i we")
_VERBS = listed(  # past forms that no ending tells
    "was were had did saw held gave made took went came put got kept left met led ran sent set stood spoke"
    " wrote read told said thought knew found felt became began brought built chose drew fell grew heard let"
    " lost paid rose sat sold spent won has is are does"
)
_WHERE = listed("in near outside inside across")
LONGEST = 8  # tokens of a description
_LIGHT = ADVERBS | AUXILIARIES
_OPENS = CONJUNCTIONS | {",", ":", ";", "(", "-", "–", "—", ".", "?", "!"}
_STOPS = (FUNCTION - DETERMINERS - {"of"}) | _OPENS
_NO_NOUN = _STOPS | DETERMINERS | CALENDAR | WITH_VERB | listed("of having being very")
_OWNED = POSSESSIVE | {"of"}
DUMMY = 4  # tokens from "it" on to its verb: "it has since been said"
HOPS = 2  # prepositional phrases that may stand between a description and its verb


def described_before(toks: Sequence[Token], verb: int, hops: int = HOPS) -> Nominal | None:
    """Return the description that ends right before a verb; adverbs and auxiliaries may part them.

    Where a preposition rules it, the one before that: "a note on the door said"; at most ``hops`` times.
    """
    last = verb - 1
    while last >= 0 and _light(toks[last]):
        last -= 1
    if last < 0 or not _noun(toks[last]) or _is_verb(toks, last):
        return None
    first = last
    while first > 0 and last - first < LONGEST and _inside(toks, first - 1):
        first -= 1
        if toks[first].low in DETERMINERS and (first == 0 or toks[first - 1].low not in _OWNED):
            break
    while first < last and toks[first].low == "of":
        first += 1
    if first and toks[first - 1].low in PREPOSITIONS:
        return described_before(toks, first - 1, hops - 1) if hops else None
    return _made(toks, first, last)


def described_after(toks: Sequence[Token], first: int) -> Nominal | None:
    """Return the description that begins right behind a verb: "said the weary shopkeeper"."""
    if first >= len(toks) or toks[first].low not in DETERMINERS:
        return None
    last = first
    while last + 1 < len(toks) and last - first < LONGEST and _noun(toks[last + 1]):
        last += 1
    return _made(toks, first, last) if last > first else None


def speakers(sentence: Sentence, opening: Nominal | None) -> list[Nominal]:
    """Return all in a sentence that may be said to speak: nominals, descriptions, owners of what was said.

    ``opening`` is the description that opens it (see ``opening_of``).
    """
    toks = sentence.toks
    told = [e.subject for e in sentence.cues if e.subject and _is_told(e.subject)]
    ruled = {n.last for n in told if toks[n.last - 1].low == "of" and not toks[n.last - 2].low.endswith("s")}
    noms = [
        n
        for n in sentence.noms
        if n.sort != "place"
        and not _qualifies(sentence.noms, n)
        and not _is_town(n, ruled)
        and not _is_where(toks, n)
        and not _is_dummy(sentence, n)
    ]
    noms += told
    found, done = [], set()
    for n in noms:
        if n.last not in done:
            done.add(n.last)
            found.append(_with_apposition(toks, n) if n.sort == "person" else n)
    if opening is not None and not _is_in(noms, opening.last) and not _named(noms, opening):
        found.append(opening)
    if not _OWNERS.isdisjoint(map(_LOW, toks)):
        found += [
            Nominal("pronoun", i, i, Span(t.start, t.end), t.text, possessive=t.low not in ("i", "we"))
            for i, t in enumerate(toks)
            if t.low in _OWNERS and not _is_in(noms, i)
        ]
    return found


def _is_told(n: Nominal) -> bool:
    return n.entry is None and n.sort == "people"


def _is_town(n: Nominal, ruled: Collection[int]) -> bool:
    """Tell whether a name only says of what somebody is that speaks: "the pilot of Holm said"."""
    return n.entry is None and n.sort == "person" and n.last in ruled and n.name[-1:] != "s"


def _is_where(toks: Sequence[Token], n: Nominal) -> bool:
    """Tell whether capitals say where something is: "a porter in Holm said"."""
    bare = n.sort == "person" and not (n.role or n.title or n.possessive)
    return bare and n.first > 0 and toks[n.first - 1].low in _WHERE


def _is_dummy(sentence: Sentence, n: Nominal) -> bool:
    """Tell whether "it" stands for nobody: "it was reported that"."""
    if n.sort != "pronoun" or n.name.lower() != "it":
        return False
    return any(e.mood == "passive" and 0 < e.first - n.last <= DUMMY for e in sentence.cues)


def _qualifies(noms: Sequence[Nominal], n: Nominal) -> bool:
    """Tell whether an adjective only says whose somebody is: "the Danish minister, Ada Berg,"."""
    return n.entry is Sort.DEMONYM and any(m.first <= n.first and n.last < m.last for m in noms)


def _is_in(noms: Sequence[Nominal], i: int) -> bool:
    return any(n.first <= i <= n.last for n in noms)


def _named(noms: Sequence[Nominal], told: Nominal) -> bool:
    """Tell whether a description holds a name that owns nothing: then its last word may be a verb."""
    return any(told.first <= n.first and n.last < told.last and not n.possessive for n in noms)


def _with_apposition(toks: Sequence[Token], n: Nominal) -> Nominal:
    """Take the description before a name to the words that name: "the assailant, John Holm"."""
    if any(t.text == "," and t.end < n.core.start for t in toks[n.first : n.last]):
        return replace(n, core=Span(toks[n.first].start, n.core.end))
    if n.first < 2 or toks[n.first - 1].text != ",":  # noqa: PLR2004
        return n
    told = described_before(toks, n.first - 1)
    if told is None or toks[told.first].low not in DETERMINERS or not _begins(toks, told.first):
        return n
    return replace(n, core=Span(toks[told.first].start, n.core.end))


def _begins(toks: Sequence[Token], i: int) -> bool:
    before = toks[i - 1] if i else None
    return before is None or before.quote >= 0 or before.low in _OPENS or before.low in cue_words()


def opening_of(toks: Sequence[Token]) -> Nominal | None:
    """Return the description that opens a sentence, up to its verb: "The board saw"."""
    for i, tok in enumerate(toks[: LONGEST + 1]):
        if not tok.word and tok.text not in POSSESSIVE:
            return None
        if i and (_is_verb(toks, i) or tok.low in AUXILIARIES or tok.low.endswith("ed")) and not tok.capital:
            return described_before(toks, i)
    return None


def _is_verb(toks: Sequence[Token], i: int) -> bool:
    """Tell a verb from the noun of the same letters, as in "a note"."""
    tok = toks[i]
    if tok.capital or (tok.low not in _VERBS and tok.low not in cue_words()):
        return False
    return not i or toks[i - 1].low not in DETERMINERS


def _light(tok: Token) -> bool:
    return tok.low in _LIGHT or (tok.low.endswith("ly") and not tok.capital)


def _noun(tok: Token) -> bool:
    return tok.word and tok.low not in _NO_NOUN


def _inside(toks: Sequence[Token], i: int) -> bool:
    if toks[i].text in POSSESSIVE:
        return True
    return toks[i].word and toks[i].low not in _STOPS and not _is_verb(toks, i)


def _made(toks: Sequence[Token], first: int, last: int) -> Nominal | None:
    """Make a nominal of a phrase that an article opens, or that opens its clause."""
    led = toks[first].low in DETERMINERS
    opens = first == 0 or toks[first - 1].quote >= 0 or toks[first - 1].low in _OPENS
    if (not led and not opens) or (led and first == last):
        return None
    begin = first + (led and last > first)
    name = words_of(toks, first, last)
    return Nominal("people", first, last, Span(toks[begin].start, toks[last].end), name)
