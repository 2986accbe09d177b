"""Cues in one sentence: the verb of speech, its subject, and where what was said begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.analyse.lexicon import CueWord, cue_words
from generator.analyse.names import Nominal
from generator.analyse.tokens import Token
from generator.analyse.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CALENDAR,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
)

REACH = 14  # tokens between a verb and its subject; the farthest of 600 tried stood at 12


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
    i = 0
    while i < len(toks):
        cue = _cue_at(toks, i)
        if cue is None or (i in inside and len(cue.words) == 1):
            i += 1
            continue
        last = i + len(cue.words) - 1
        mood = _mood(toks, i, cue)
        if mood is not None:
            found.append(_event(toks, noms, found, (i, last, cue, mood)))
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
    before = _before(toks, i)
    word = cue.words[0]
    if before in DETERMINERS or before in ("of", "to", "'s", "’s"):
        return None
    after = toks[i + len(cue.words)].low if i + len(cue.words) < len(toks) else ""
    if word == "added" and after == "to":
        return None
    if word.endswith("ing"):
        return Mood.FINITE if before in BE else Mood.PARTICIPLE
    if word.endswith(("ed", "said", "told", "written", "quoted", "known", "understood", "thought", "heard", "shown")):
        if before in BE:
            return Mood.PASSIVE
        if before in DETERMINERS:
            return None
    elif _is_noun(toks, i, before):
        return None
    return Mood.FINITE


def _before(toks: Sequence[Token], i: int) -> str:
    """Return the word before a verb, adverbs passed over."""
    k = i - 1
    while k >= 0 and (toks[k].low in ADVERBS or toks[k].low.endswith("ly")) and toks[k].quote < 0:
        k -= 1
    return toks[k].low if k >= 0 else ""


def _is_noun(toks: Sequence[Token], i: int, before: str) -> bool:
    """Tell a plural noun or an infinitive ("reports of", "may say") from a verb in the present."""
    after = toks[i + 1].low if i + 1 < len(toks) else ""
    return before in PREPOSITIONS or before in AUXILIARIES - HAVE or (after == "of" and not toks[i].low.endswith("d"))


def _event(
    toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], at: tuple[int, int, CueWord, Mood]
) -> Event:
    first, last, cue, mood = at
    if mood is Mood.SOURCE:
        subject = _at_start(toks, noms, last + 1)
        return Event(first, last, cue, mood, subject, inverted=True, end=subject.last if subject else last, begin=first)
    if mood is Mood.PASSIVE:
        by = last + 1 < len(toks) and toks[last + 1].low == "by"
        subject = _at_start(toks, noms, last + 2) if by else None
        return Event(first, last, cue, mood, subject, end=last, begin=first)
    if mood is Mood.FINITE and _may_invert(toks, first) and (subject := _at_start(toks, noms, last + 1)):
        return Event(first, last, cue, mood, subject, inverted=True, end=subject.last, begin=first)
    subject = _left(toks, noms, earlier, first)
    begin = subject.first if subject else first
    if mood is Mood.PARTICIPLE and (subject is None or _parted(toks, subject.last, first)):
        subject = _governing(toks, noms, earlier)
        begin = first
    elif subject is None and first and toks[first - 1].low in ("and", "but", "or", ","):
        subject = _governing(toks, noms, earlier)
        begin = first
    return Event(first, last, cue, mood, subject, end=last, begin=begin)


def _parted(toks: Sequence[Token], left: int, right: int) -> bool:
    return any(t.text in ",;:" for t in toks[left + 1 : right])


def _may_invert(toks: Sequence[Token], first: int) -> bool:
    """Tell whether a verb may stand before its subject here: right after what was said."""
    if not first:
        return False
    before = toks[first - 1]
    return before.quote >= 0 or (before.text in (",", "—", "–", "-", "?", "!") and first > 1)


def _at_start(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> Nominal | None:
    """Return the nominal whose phrase begins at token ``i``; the longest, the farther head."""
    here = [n for n in noms if n.first <= i <= n.last and n.first >= i - 1]
    near = here or [n for n in noms if i < n.first <= i + 2 and _light(toks[i : n.first])]
    if not near:
        return None
    best = max(near, key=lambda n: (n.last, -n.first))
    return _by_apposition(toks, noms, best)


def _light(between: Sequence[Token]) -> bool:
    return all(t.low in DETERMINERS | ADVERBS or (t.word and t.text[0].islower() and t.low not in PREPOSITIONS) for t in between)


def _by_apposition(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal) -> Nominal:
    """Prefer the name in ``the minister, Anna Berg,``."""
    if n.sort in ("office", "people") and n.last + 2 < len(toks) and toks[n.last + 1].text == ",":
        name = next((m for m in noms if m.sort == "person" and m.first == n.last + 2), None)
        if name:
            return name
    return n


def _left(toks: Sequence[Token], noms: Sequence[Nominal], earlier: Sequence[Event], verb: int) -> Nominal | None:
    """Walk left from a verb to the head of its subject, past adverbs, days, appositions and prepositions."""
    by_last = {n.last: n for n in sorted(noms, key=lambda n: -n.first)}  # the longest phrase that ends there
    busy = {e.first for e in earlier}
    i, steps = verb - 1, 0
    passed: Nominal | None = None
    while i >= 0 and steps < REACH:
        steps += 1
        tok = toks[i]
        if tok.quote >= 0 or tok.text in (":", ";") or i in busy:
            break
        if (n := by_last.get(i)) is not None:
            if n.sort == "pronoun" and n.name.lower() == "who":
                return _antecedent(toks, noms, n)
            if not _in_phrase(toks, n):
                if n.possessive and _heads(toks, n, verb):
                    return None
                return n
            passed = passed or n
            i = n.first - 2
            continue
        if tok.text == ",":
            stepped = _past_comma(toks, noms, i)
            if isinstance(stepped, int):
                if stepped < 0:
                    break
                i = stepped
                continue
            return stepped
        if tok.low in CONJUNCTIONS and tok.low not in ("as",) and steps > 1:
            break
        i -= 1
    return None


def _heads(toks: Sequence[Token], n: Nominal, verb: int) -> bool:
    """Tell whether a possessive's noun, not the possessor, is the subject: "Russia's economy grew"."""
    between = toks[n.last + 2 : verb]
    return any(t.word and t.low not in AUXILIARIES | ADVERBS and not t.low.endswith("ly") for t in between)


def _in_phrase(toks: Sequence[Token], n: Nominal) -> bool:
    return n.first > 0 and toks[n.first - 1].low in PREPOSITIONS - {"like", "than", "with", "as", "until", "after", "before", "since"}  # noqa: E501


def _past_comma(toks: Sequence[Token], noms: Sequence[Nominal], comma: int) -> Nominal | int | None:
    """Step over ``, … ,``: return the name it explains or holds, or where to go on (-1: nowhere)."""
    opening = next((k for k in range(comma - 1, max(-1, comma - 26), -1) if toks[k].text == "," or toks[k].quote >= 0), -1)
    if opening < 1 or toks[opening].quote >= 0:
        return -1
    head = next((n for n in noms if n.last == opening - 1), None)
    inner = [n for n in noms if opening < n.first <= n.last < comma]
    if inner and inner[-1].sort == "person" and inner[-1].last == comma - 1 and (head is None or head.sort in ("office", "people", "organ")):
        return inner[-1]
    if head is None or _in_phrase(toks, head):
        return opening - 1
    return head


def _antecedent(toks: Sequence[Token], noms: Sequence[Nominal], who: Nominal) -> Nominal | None:
    before = [n for n in noms if n.last < who.first and who.first - n.last <= 3]  # noqa: PLR2004 - ", who"
    return before[-1] if before else None


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
        if n.entry == "demonym" and not _is_plural(n.name):
            continue
        return _by_apposition(toks, noms, n)
    return None


def _is_plural(name: str) -> bool:
    return name.endswith("s")


def in_calendar(tok: Token) -> bool:
    """Tell whether a token is a day or a month."""
    return tok.low in CALENDAR
