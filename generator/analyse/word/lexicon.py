"""The tables of the world, compiled to phrases that are found in tokens in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.analyse.word.tokens import Token, tokens
from generator.analyse.word.words import PRONOUNS
from generator.knowledge.places import decoys
from generator.knowledge.tables import Cue, rows, table
from generator.knowledge.wordings import agencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BESIDE = 3  # the strength of a verb that is a cue only right beside words in marks


class Sort(StrEnum):
    """What a phrase of the lexicon is."""

    NAME = "name"  # of a state or body
    DEMONYM = "demonym"
    SEAT = "seat"  # a city or building that stands for a government
    PLACE = "place"
    OFFICE = "office"
    HONORIFIC = "honorific"
    ORGAN = "organ"
    PEOPLE = "people"
    TEXT = "text"
    BODY_NOUN = "body-noun"  # "the alliance"
    AGENCY = "agency"
    CAPITALS = "capitals"  # words in capitals that no table has
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a phrase; ``actor`` is its actor's id, several for a body noun."""

    sort: Sort
    lemma: str
    actors: tuple[str, ...] = ()
    risky: bool = False


@dataclass(slots=True)
class Found:
    """A phrase found at tokens ``[first, last]``."""

    first: int
    last: int
    entry: Entry


class Phrases:
    """A set of phrases by their first word; the longest match wins."""

    def __init__(self, entries: Iterable[tuple[str, Entry]], *, cased: bool) -> None:
        """Index ``entries``; ``cased`` ones match only in the same letters."""
        self._cased = cased
        by_first: dict[str, dict[tuple[str, ...], Entry]] = {}
        for phrase, entry in entries:
            first, *rest = (t.text if cased else t.low for t in tokens(phrase, 0, len(phrase)))
            by_first.setdefault(first, {}).setdefault(tuple(rest), entry)
        self.firsts = frozenset(by_first)  # the words that a phrase may begin with
        self._alone = {first: rests[()] for first, rests in by_first.items() if () in rests}
        self._further: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
        for first, rests in by_first.items():
            for further in sorted(filter(None, rests), key=len, reverse=True):
                by_second = self._further.setdefault(first, {})
                by_second.setdefault(further[0], []).append((further, rests[further]))

    def at(self, toks: Sequence[Token], i: int) -> Found | None:
        """Return the longest phrase that begins at token ``i``.

        The second word is looked up before any more are looked at: most often it is no phrase's.
        """
        cased = self._cased
        first = toks[i].text if cased else toks[i].low
        further = self._further.get(first)
        if further is not None and i + 1 < len(toks):
            for rest, entry in further.get(toks[i + 1].text if cased else toks[i + 1].low, ()):
                ahead = toks[i + 1 : i + 1 + len(rest)]
                if tuple([t.text if cased else t.low for t in ahead]) == rest:
                    return Found(i, i + len(rest), entry)
        alone = self._alone.get(first)
        return None if alone is None else Found(i, i, alone)


def _state_entries() -> Iterable[tuple[str, Entry]]:
    for state in table("states"):
        for sort, forms in (
            (Sort.NAME, (state.name, *state.aliases)),
            (Sort.DEMONYM, state.demonyms),
            (Sort.SEAT, state.speaks_as),
            (Sort.PLACE, state.places),
        ):
            for form in forms:
                yield form, Entry(sort, state.name, (state.id,), form in state.risky)


def _body_entries() -> Iterable[tuple[str, Entry]]:
    for body in table("bodies"):
        for sort, forms in ((Sort.NAME, (body.name, *body.aliases)), (Sort.SEAT, body.speaks_as)):
            for form in forms:
                yield form, Entry(sort, body.name, (body.id,), form in body.risky)


def _word_entries() -> Iterable[tuple[str, Entry]]:
    """Yield the common phrases, the meaning that prevails first."""
    sorts = {"text": Sort.TEXT, "organ": Sort.ORGAN, "people": Sort.PEOPLE}
    nouns = [(n, form.lower()) for n in table("nouns") for form in (n.noun, *n.forms)]
    yield from ((form, Entry(sorts[n.kind], n.noun)) for n, form in nouns if n.kind != "people")
    for office in table("offices"):
        sort = Sort.HONORIFIC if office.rank == "honorific" else Sort.OFFICE
        yield from ((form.lower(), Entry(sort, office.office)) for form in (office.office, *office.forms))
    yield from ((form, Entry(sorts[n.kind], n.noun)) for n, form in nouns if n.kind == "people")
    described: dict[str, list[str]] = {}
    for body in table("bodies"):
        for noun in body.nouns:
            described.setdefault(noun.removeprefix("the ").lower(), []).append(body.id)
    yield from ((noun, Entry(Sort.BODY_NOUN, noun, tuple(ids))) for noun, ids in described.items())


def _in_both_apostrophes(entries: Iterable[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    for form, entry in entries:
        yield form, entry
        if "'" in form:
            yield form.replace("'", "’"), entry


@cache
def named() -> Phrases:
    """Return the phrases whose letters count: names, demonyms, seats, places, agencies."""
    first: dict[str, Entry] = {}
    for name in agencies():
        first[name] = Entry(Sort.AGENCY, name)
    for form, entry in _in_both_apostrophes([*_state_entries(), *_body_entries()]):
        if form not in first or (first[form].risky and not entry.risky):
            first[form] = entry
    for phrase, speaks in decoys().items():  # "Latin America": longer than the form inside it, nobody's
        first.setdefault(phrase, Entry(Sort.NAME if speaks else Sort.PLACE, phrase))
    for (region,) in rows("regions"):
        first.setdefault(region, Entry(Sort.PLACE, region))
    return Phrases(first.items(), cased=True)


@cache
def common() -> Phrases:
    """Return the phrases in any letters: offices, organs, descriptions, texts."""
    first: dict[str, Entry] = {}
    for form, entry in _word_entries():
        first.setdefault(form, entry)
    return Phrases(first.items(), cased=False)


@cache
def starters() -> frozenset[str]:
    """Return the words, in lower case, with which a phrase or a pronoun may begin in small letters."""
    small = {first.lower().replace("’", "'") for first in named().firsts if not first[0].isupper()}
    return common().firsts | PRONOUNS | small


@cache
def heads() -> dict[str, tuple[str, ...]]:
    """Return the offices of those who speak for each body, by its id."""
    return {body.id: body.head for body in table("bodies")}


@cache
def office_scope() -> dict[str, str]:
    """Return whether an office is a state's, a body's or any's."""
    return {row.office: row.of for row in table("offices")}


@cache
def peoples() -> frozenset[str]:
    """Return the words that tell of what state somebody or something is: "Danish", "Danes"."""
    return frozenset(form for state in table("states") for form in state.demonyms)


@cache
def things() -> frozenset[str]:
    """Return the last words of names that are no person's."""
    return frozenset(row[0] for row in rows("things"))


@cache
def bodies() -> frozenset[str]:
    """Return the last words of names of bodies that may speak: councils, firms, newspapers."""
    return frozenset(word for word, kind in rows("things") if kind == "body")


@dataclass(frozen=True, slots=True)
class CueWord:
    """One form of a cue, as words, and what the table says of it."""

    words: tuple[str, ...]
    cue: Cue


@cache
def cue_words() -> dict[str, tuple[CueWord, ...]]:
    """Return the cues by their first word, longest first."""
    return _by_first(table("cues"))


@cache
def single_cues() -> frozenset[str]:
    """Return the words that are cues by themselves."""
    return frozenset(first for first, cues in cue_words().items() if any(len(c.words) == 1 for c in cues))


class CueForms(NamedTuple):
    """The cues with one first word: the one of no more words, and the others by their second, longest first.

    So that "in", "is" and "was" are done with after one look at the word behind them.
    """

    alone: CueWord | None
    longer: dict[str, tuple[CueWord, ...]]


@cache
def cue_forms() -> dict[str, CueForms]:
    """Return the cues by their first word, those among them that are cues only beside words in marks."""
    return _forms(_by_first((*table("cues"), *_tags())))


@cache
def position_forms() -> dict[str, CueForms]:
    """Return the same, and with them the verbs that tell of a position: what is refused, wanted, backed."""
    return _forms(_by_first((*table("cues"), *_tags(), *_positions())))


def _forms(by_first: dict[str, tuple[CueWord, ...]]) -> dict[str, CueForms]:
    found = {}
    for first, cues in by_first.items():
        longer: dict[str, tuple[CueWord, ...]] = {}
        for cue in cues:
            if len(cue.words) > 1:
                longer[cue.words[1]] = (*longer.get(cue.words[1], ()), cue)
        found[first] = CueForms(next((c for c in cues if len(c.words) == 1), None), longer)
    return found


def _tags() -> Iterator[Cue]:
    for lemma, forms, kind in rows("tags"):
        own = tuple(forms.split("; "))
        yield Cue(lemma, own, kind, BESIDE, takes_that=False, takes_obj_inf=False, beside=True)


def _positions() -> Iterator[Cue]:
    for lemma, forms, _ in rows("positions"):
        yield Cue(lemma, tuple(forms.split("; ")), "position", 1, takes_that=False, takes_obj_inf=False)


def _by_first(cues: Iterable[Cue]) -> dict[str, tuple[CueWord, ...]]:
    out: dict[str, list[CueWord]] = {}
    for cue in cues:
        for form in cue.forms:
            words = tuple(form.lower().split())
            out.setdefault(words[0], []).append(CueWord(words, cue))
    return {first: tuple(sorted(found, key=lambda c: -len(c.words))) for first, found in out.items()}
