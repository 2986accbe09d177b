"""Cues in one sentence: the verb of speech, its subject, and where what was said begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.analyse.cue.complements import Frame, frames
from generator.analyse.cue.descriptions import described_after, described_before
from generator.analyse.cue.subjects import at_start, main_subject, parted, to_the_left
from generator.analyse.cue.tags import is_tag
from generator.analyse.name.names import Nominal
from generator.analyse.word.lexicon import CueForms, CueWord, cue_forms, position_forms
from generator.analyse.word.tokens import Token
from generator.analyse.word.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

POSITION = "position"  # the kind of a verb that tells what somebody refuses, wants, backs
_NO_VERB = DETERMINERS | {"of", "to", "'s"}  # what stands before a noun or an infinitive
_COUNTS = listed("one two three four five many few both all most some several another")
_PAST = ("ed", "said", "told", "written", "quoted", "known", "understood", "thought", "heard", "shown")
_ASKS_MORE = _COUNTS | {"to", "'s"}  # words before a cue that is one in reported speech alone
_PARTS = (",", ".", ";", ":", "—", "–")
_MODALS = AUXILIARIES - HAVE
_DID = listed("do does did")


class Mood(StrEnum):
    """How the verb stands."""

    FINITE = "finite"
    PARTICIPLE = "participle"  # ", saying that"
    PASSIVE = "passive"  # "it was reported that"
    SOURCE = "source"  # "according to"


@dataclass(slots=True)
class Event:
    """A cue at tokens ``[first, last]`` and its subject, None where nobody is named.

    ``inverted`` where the subject follows; ``end`` is the last token of cue and subject together.
    """

    first: int
    last: int
    cue: CueWord
    mood: Mood
    subject: Nominal | None
    inverted: bool = False
    end: int = 0
    begin: int = 0


@dataclass(slots=True)
class Sentence:
    """A sentence with its nominals and cues; spans count from its beginning.

    ``more`` where it may have cues that only reported speech looks at (see ``with_positions``).
    """

    toks: tuple[Token, ...]
    noms: tuple[Nominal, ...]
    cues: tuple[Event, ...]
    more: bool = False


def sentence(toks: Sequence[Token], noms: Sequence[Nominal]) -> Sentence:
    """Make a sentence of its tokens and nominals."""
    found, more = _events(toks, noms, more=False)
    return Sentence(tuple(toks), tuple(noms), tuple(found), more)


def with_positions(found: Sentence) -> Sentence:
    """Return a sentence with the verbs among its cues that tell of a position, and with infinitives."""
    if not found.more:
        return found
    cues = _events(found.toks, found.noms, more=True)[0]
    return Sentence(found.toks, found.noms, tuple(cues), found.more)


def events(toks: Sequence[Token], noms: Sequence[Nominal]) -> list[Event]:
    """Return the cues of a sentence, in order, each with its subject."""
    return _events(toks, noms, more=False)[0]


def _events(toks: Sequence[Token], noms: Sequence[Nominal], *, more: bool) -> tuple[list[Event], bool]:
    """Return the cues of a sentence, and whether there may be ``more``."""
    found: list[Event] = []
    known, left_out = position_forms(), False
    inside: set[int] | None = None
    past = 0
    for i in [i for i, tok in enumerate(toks) if tok.low in known]:
        if i < past:
            continue
        low = toks[i].low
        cue = _cue_at(toks, i, known[low])
        if cue is not None and cue.cue.kind == POSITION and not more:
            left_out = True
            cue = _cue_at(toks, i, cue_forms().get(low))
        if cue is None:
            continue
        if inside is None:
            inside = {i for n in noms for i in range(n.first, n.last + 1)}
        if i in inside and len(cue.words) == 1:
            after_all = _is_verb_after_all(toks, i)
            left_out = left_out or after_all
            if not (more and after_all):
                continue
        past = i + len(cue.words)
        mood = _mood(toks, i, cue, infinitives=more)
        if mood is not None:
            plain = Event(i, past - 1, cue, mood, None, end=past - 1, begin=i)
            found += _whose(toks, noms, found, plain)
        elif i and toks[i - 1].low in _ASKS_MORE:  # "to say", "all agree"
            left_out = True
    return found, left_out


def _cue_at(toks: Sequence[Token], i: int, forms: CueForms | None) -> CueWord | None:
    """Return the longest of the cues with one first word that stands at token ``i``."""
    if forms is None:
        return None
    if forms.longer and i + 1 < len(toks):
        for cue in forms.longer.get(toks[i + 1].low, ()):
            size = len(cue.words)
            if size == 2 or tuple([t.low for t in toks[i : i + size]]) == cue.words:  # noqa: PLR2004
                return cue
    return forms.alone


def _mood(toks: Sequence[Token], i: int, cue: CueWord, *, infinitives: bool) -> Mood | None:
    """Say how the word stands, None where it is no verb of speech here."""
    if cue.cue.kind == "source":
        return Mood.SOURCE
    before, word = _before(toks, i), cue.words[0]
    if infinitives and before == "to" and word == cue.cue.lemma and cue.cue.takes_that:
        return Mood.PARTICIPLE if toks[i - 1].low == "to" and cue.cue.strength > 1 else None
    after = toks[i + len(cue.words)].low if i + len(cue.words) < len(toks) else ""
    several = before in _COUNTS and (
        cue.cue.kind in ("say", "think") or (infinitives and Frame.NOUN not in frames(cue.cue))
    )  # "some say", "all agree"
    several = several or (infinitives and _is_short_is(toks, i))
    if (before in _NO_VERB and not several) or (word.startswith("add") and after == "to"):
        return None
    if word.endswith("ing"):
        return Mood.FINITE if before in BE or several else Mood.PARTICIPLE
    if word.endswith(_PAST):
        return Mood.PASSIVE if before in BE else Mood.FINITE
    return None if _is_noun(toks, i, before) else Mood.FINITE


def _is_verb_after_all(toks: Sequence[Token], i: int) -> bool:
    """Tell a verb from the text that it is as a noun: "experts note that", "the Post reports that"."""
    that = i + 1 < len(toks) and toks[i + 1].low == "that"
    if not that or not i or not toks[i - 1].word:
        return False
    return toks[i - 1].capital or toks[i - 1].low.endswith("s") or toks[i - 1].low in _DID


def _is_short_is(toks: Sequence[Token], i: int) -> bool:
    """Tell "he's suggesting" from "the mayor's suggesting"."""
    return i > 1 and toks[i - 1].low == "'s" and toks[i - 2].low in PRONOUNS


def _before(toks: Sequence[Token], i: int) -> str:
    """Return the word before a verb, adverbs passed over."""
    k = i - 1
    while k >= 0 and (toks[k].low in ADVERBS or toks[k].low.endswith("ly")) and toks[k].quote < 0:
        k -= 1
    return toks[k].low if k >= 0 else ""


def _is_noun(toks: Sequence[Token], i: int, before: str) -> bool:
    """Tell a plural noun or an infinitive ("reports of", "may say") from a verb in the present."""
    after = toks[i + 1].low if i + 1 < len(toks) else ""
    if before in _DID:  # "did note that"; "did not note" is denied
        return False
    return before in PREPOSITIONS or before in _MODALS or (after == "of" and not toks[i].low.endswith("d"))


def _whose(
    toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], plain: Event
) -> tuple[Event, ...]:
    """Return a cue with its subject, none where it is one only beside words in marks and these are not."""
    event = _with_subject(toks, noms, earlier, plain)
    return () if plain.cue.cue.beside and not is_tag(toks, event) else (event,)


def _with_subject(
    toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], plain: Event
) -> Event:
    """Find the subject of a cue: behind it, by its side, or that of the clause it hangs on."""
    if plain.mood is Mood.SOURCE:
        return _followed(plain, at_start(toks, noms, plain.last + 1))
    if plain.mood is Mood.PASSIVE:
        by = plain.last + 1 < len(toks) and toks[plain.last + 1].low == "by"
        return _led(plain, at_start(toks, noms, plain.last + 2) if by else None)
    return _of_verb(toks, noms, earlier, plain)


def _of_verb(toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], plain: Event) -> Event:
    """Find the subject of a finite verb or a participle."""
    follows = _follows_words(toks, plain.first) if plain.mood is Mood.FINITE else None
    if follows == "quote" and (after := _behind(toks, noms, plain)):
        return _followed(plain, after)
    if _joined(toks, plain) and any(e.subject for e in earlier):
        return _led(plain, _governing(toks, noms, earlier))
    after = at_start(toks, noms, plain.last + 1) if follows == "comma" else None
    if after is not None and _stands_alone(toks, plain.last, after) and all(t.quote < 0 for t in toks):
        return _followed(plain, after)
    subject = to_the_left(toks, noms, frozenset([e.first for e in earlier]), plain.first)
    if subject is None and after is not None:
        return _followed(plain, after)
    if _hangs(toks, plain, subject):
        return _led(plain, _governing(toks, noms, earlier))
    if plain.mood is Mood.FINITE and (subject is None or subject.last + 1 < plain.first):
        subject = _fuller(toks, subject, described_before(toks, plain.first))
    begin = subject.first if subject else plain.first
    return Event(plain.first, plain.last, plain.cue, plain.mood, subject, end=plain.last, begin=begin)


def _stands_alone(toks: Sequence[Token], verb: int, name: Nominal) -> bool:
    """Tell whether a name right behind a verb has no verb of its own: ", said Ada Berg, who was there"."""
    if name.first != verb + 1 or name.sort == "pronoun":
        return False
    i = name.last + 1
    return i >= len(toks) or toks[i].text in _PARTS or toks[i].low == "who"


def _fuller(toks: Sequence[Token], subject: Nominal | None, told: Nominal | None) -> Nominal | None:
    """Prefer the description that holds a nominal and goes on: "the Holm campaign", "the mayor's wife"."""
    if subject is None or told is None:
        return subject or told
    further = [t.low for t in toks[subject.last + 1 : told.last]]
    return (
        told if told.first <= subject.first and told.last > subject.last and "of" not in further else subject
    )


def _behind(toks: Sequence[Token], noms: Sequence[Nominal], plain: Event) -> Nominal | None:
    """Return who is named or described right behind a verb."""
    return at_start(toks, noms, plain.last + 1) or described_after(toks, plain.last + 1)


def _followed(plain: Event, subject: Nominal | None) -> Event:
    """Return a cue whose subject stands behind it."""
    end = subject.last if subject else plain.last
    return Event(
        plain.first, plain.last, plain.cue, plain.mood, subject, inverted=True, end=end, begin=plain.begin
    )


def _led(plain: Event, subject: Nominal | None) -> Event:
    """Return a cue whose subject stands before it, or elsewhere."""
    return Event(plain.first, plain.last, plain.cue, plain.mood, subject, end=plain.end, begin=plain.begin)


def _joined(toks: Sequence[Token], plain: Event) -> bool:
    """Tell whether a cue goes on with the subject of an earlier one: "said that he left and added"."""
    return plain.mood is Mood.FINITE and plain.first > 0 and toks[plain.first - 1].low == "and"


def _hangs(toks: Sequence[Token], plain: Event, subject: Nominal | None) -> bool:
    """Tell whether a cue has no subject of its own: ", saying", "and said"."""
    if plain.mood is Mood.PARTICIPLE:
        return subject is None or parted(toks, subject.last, plain.first)
    return subject is None and plain.first > 0 and toks[plain.first - 1].low in ("and", "but", "or", ",")


def _follows_words(toks: Sequence[Token], first: int) -> str | None:
    """Say whether a verb stands right after a quotation or after a comma, where its subject may follow."""
    at = first - 1
    while at > 0 and toks[at].low in AUXILIARIES:
        at -= 1
    if at < 0:
        return None
    if toks[at].quote >= 0 or (at and toks[at].text in (",", "?", "!") and toks[at - 1].quote >= 0):
        return "quote"
    return "comma" if at > 1 and toks[at].text in (",", "—", "–", "-") else None


def _governing(toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event]) -> Nominal | None:
    """Return the subject of the clause that a participle hangs on, or that "and said" goes on with."""
    for event in reversed(earlier):
        if event.subject is not None and event.cue.cue.lemma != "report":
            return event.subject
    return main_subject(toks, noms)
