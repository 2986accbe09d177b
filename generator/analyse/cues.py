"""Cues in one sentence: the verb of speech, its subject, and where what was said begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.analyse.lexicon import CueWord, Sort, cue_words
from generator.analyse.names import Nominal
from generator.analyse.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.tokens import Token

REACH = 14  # tokens between a verb and its subject; the farthest of 600 tried stood at 12
ASIDE = 26  # tokens between two commas that may part them
WHO = 3  # tokens from a name to its "who"
_NO_VERB = DETERMINERS | {"of", "to", "'s"}  # what stands before a noun or an infinitive
_PAST = ("ed", "said", "told", "written", "quoted", "known", "understood", "thought", "heard", "shown")
_MODALS = AUXILIARIES - HAVE
_LIGHT = DETERMINERS | ADVERBS
_BREAKS = CONJUNCTIONS - {"as"}
_RULES = PREPOSITIONS - listed("like than with as until after before since")  # their nouns are no subjects


class Mood(StrEnum):
    """How the verb stands."""

    FINITE = "finite"
    PARTICIPLE = "participle"  # ", saying that"
    PASSIVE = "passive"  # "it was reported that"
    SOURCE = "source"  # "according to"


@dataclass(frozen=True, slots=True)
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


def events(toks: Sequence[Token], noms: Sequence[Nominal]) -> list[Event]:
    """Return the cues of a sentence, in order, each with its subject."""
    found: list[Event] = []
    inside = {i for n in noms for i in range(n.first, n.last + 1)}
    firsts = cue_words()
    i = 0
    while i < len(toks):
        cue = _cue_at(toks, i) if toks[i].low in firsts else None
        if cue is None or (i in inside and len(cue.words) == 1):
            i += 1
            continue
        last = i + len(cue.words) - 1
        mood = _mood(toks, i, cue)
        if mood is not None:
            plain = Event(i, last, cue, mood, None, end=last, begin=i)
            found.append(_with_subject(toks, noms, found, plain))
        i = last + 1
    return found


def _cue_at(toks: Sequence[Token], i: int) -> CueWord | None:
    for option in cue_words().get(toks[i].low, ()):
        stop = i + len(option.words)
        if stop <= len(toks) and tuple(t.low for t in toks[i:stop]) == option.words:
            return option
    return None


def _mood(toks: Sequence[Token], i: int, cue: CueWord) -> Mood | None:
    """Say how the word stands, None where it is no verb of speech here."""
    if cue.cue.kind == "source":
        return Mood.SOURCE
    before, word = _before(toks, i), cue.words[0]
    after = toks[i + len(cue.words)].low if i + len(cue.words) < len(toks) else ""
    if before in _NO_VERB or (word == "added" and after == "to"):
        return None
    if word.endswith("ing"):
        return Mood.FINITE if before in BE else Mood.PARTICIPLE
    if word.endswith(_PAST):
        return Mood.PASSIVE if before in BE else Mood.FINITE
    return None if _is_noun(toks, i, before) else Mood.FINITE


def _before(toks: Sequence[Token], i: int) -> str:
    """Return the word before a verb, adverbs passed over."""
    k = i - 1
    while k >= 0 and (toks[k].low in ADVERBS or toks[k].low.endswith("ly")) and toks[k].quote < 0:
        k -= 1
    return toks[k].low if k >= 0 else ""


def _is_noun(toks: Sequence[Token], i: int, before: str) -> bool:
    """Tell a plural noun or an infinitive ("reports of", "may say") from a verb in the present."""
    after = toks[i + 1].low if i + 1 < len(toks) else ""
    return (
        before in PREPOSITIONS or before in _MODALS or (after == "of" and not toks[i].low.endswith("d"))
    )


def _with_subject(
    toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], plain: Event
) -> Event:
    """Find the subject of a cue: behind it, by its side, or that of the clause it hangs on."""
    if plain.mood is Mood.SOURCE:
        return _followed(plain, _at_start(toks, noms, plain.last + 1))
    if plain.mood is Mood.PASSIVE:
        by = plain.last + 1 < len(toks) and toks[plain.last + 1].low == "by"
        return replace(plain, subject=_at_start(toks, noms, plain.last + 2) if by else None)
    follows = _follows_words(toks, plain.first) if plain.mood is Mood.FINITE else None
    if follows == "quote" and (after := _at_start(toks, noms, plain.last + 1)):
        return _followed(plain, after)
    subject = _left(toks, noms, earlier, plain.first)
    if subject is None and follows == "comma" and (after := _at_start(toks, noms, plain.last + 1)):
        return _followed(plain, after)
    if _hangs(toks, plain, subject):
        return replace(plain, subject=_governing(toks, noms, earlier))
    return replace(plain, subject=subject, begin=subject.first if subject else plain.first)


def _followed(plain: Event, subject: Nominal | None) -> Event:
    """Return a cue whose subject stands behind it."""
    return replace(plain, subject=subject, inverted=True, end=subject.last if subject else plain.last)


def _hangs(toks: Sequence[Token], plain: Event, subject: Nominal | None) -> bool:
    """Tell whether a cue has no subject of its own: ", saying", "and said"."""
    if plain.mood is Mood.PARTICIPLE:
        return subject is None or _parted(toks, subject.last, plain.first)
    return subject is None and plain.first > 0 and toks[plain.first - 1].low in ("and", "but", "or", ",")


def _parted(toks: Sequence[Token], left: int, right: int) -> bool:
    return any(t.text in ",;:" for t in toks[left + 1 : right])


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


def _at_start(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> Nominal | None:
    """Return the nominal whose phrase begins at token ``i``; the longest, the farther head."""
    here = [n for n in noms if n.first <= i <= n.last and n.first >= i - 1]
    near = here or [n for n in noms if i < n.first <= i + 2 and _light(toks[i : n.first])]
    if not near:
        return None
    best = max(near, key=lambda n: (n.last, -n.first))
    return _by_apposition(toks, noms, best)


def _light(between: Sequence[Token]) -> bool:
    return all(
        t.low in _LIGHT or (t.word and t.text[0].islower() and t.low not in PREPOSITIONS) for t in between
    )


def _by_apposition(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal) -> Nominal:
    """Prefer the name in ``the minister, Anna Berg,``."""
    if n.sort in ("office", "people") and n.last + 2 < len(toks) and toks[n.last + 1].text == ",":
        name = next((m for m in noms if m.sort == "person" and m.first == n.last + 2), None)
        if name:
            return name
    return n


def _left(
    toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], verb: int
) -> Nominal | None:
    """Walk left from a verb to the head of its subject, past adverbs, days, appositions and prepositions."""
    by_last = {n.last: n for n in sorted(noms, key=lambda n: -n.first)}  # the longest phrase that ends there
    busy = {e.first for e in earlier}
    i, steps = verb - 1, 0
    while i >= 0 and steps < REACH:
        steps += 1
        tok = toks[i]
        if tok.quote >= 0 or tok.text in (":", ";") or i in busy:
            break
        n = by_last.get(i)
        if n is not None and (_is_who(n) or not _in_phrase(toks, n)):
            return _head(toks, noms, n, verb)
        if n is not None:
            i = n.first - 2
        elif tok.text == ",":
            stepped = _past_comma(toks, noms, i)
            if isinstance(stepped, Nominal):
                return stepped
            i = stepped
        elif tok.low in _BREAKS and steps > 1:
            break
        else:
            i -= 1
    return None


def _is_who(n: Nominal) -> bool:
    return n.sort == "pronoun" and n.name.lower() == "who"


def _head(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal, verb: int) -> Nominal | None:
    """Return the subject where the walk met ``n``: whom "who" is of; nobody where ``n`` owns the subject."""
    if _is_who(n):
        before = [m for m in noms if m.last < n.first and n.first - m.last <= WHO]
        return before[-1] if before else None
    return None if n.possessive and _heads(toks, n, verb) else n


def _heads(toks: Sequence[Token], n: Nominal, verb: int) -> bool:
    """Tell whether a possessive's noun, not the possessor, is the subject: "Russia's economy grew"."""
    between = toks[n.last + 2 : verb]
    return any(t.word and t.low not in AUXILIARIES | ADVERBS and not t.low.endswith("ly") for t in between)


def _in_phrase(toks: Sequence[Token], n: Nominal) -> bool:
    return n.first > 0 and toks[n.first - 1].low in _RULES


def _past_comma(toks: Sequence[Token], noms: Sequence[Nominal], comma: int) -> Nominal | int:
    """Step over ``, … ,``: return the name it explains or holds, or where to go on (-1: nowhere)."""
    back = range(comma - 1, max(-1, comma - ASIDE), -1)
    opening = next((k for k in back if toks[k].text == "," or toks[k].quote >= 0), -1)
    if opening < 1 or toks[opening].quote >= 0:
        return -1
    head = next((n for n in noms if n.last == opening - 1), None)
    inner = [n for n in noms if opening < n.first <= n.last < comma]
    held = inner[-1] if inner and inner[-1].last == comma - 1 else None
    if held and held.sort == "person" and (head is None or head.sort in ("office", "people", "organ")):
        return held
    if head is None or _in_phrase(toks, head):
        return opening - 1
    return head


def _governing(toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event]) -> Nominal | None:
    """Return the subject of the clause that a participle hangs on, or that "and said" goes on with."""
    for event in reversed(earlier):
        if event.subject is not None and event.cue.cue.lemma != "report":
            return event.subject
    return main_subject(toks, noms)


def main_subject(toks: Sequence[Token], noms: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of the sentence: the first nominal that no preposition or possessive rules."""
    start = 0
    if toks and (toks[0].low in PREPOSITIONS or toks[0].low.endswith("ing")):
        start = next((i + 1 for i, t in enumerate(toks) if t.text == ","), 0)
    for n in noms:
        if n.last >= len(toks):
            break
        if n.first < start or n.possessive or n.sort in ("place", "agency") or _in_phrase(toks, n):
            continue
        if n.entry is Sort.DEMONYM and not n.name.endswith("s"):
            continue
        return _by_apposition(toks, noms, n)
    return None
