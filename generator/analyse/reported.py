"""Reported speech without marks: where what somebody is said to have said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analyse.cues import Event, Mood
from generator.analyse.names import Nominal
from generator.analyse.tokens import Token
from generator.analyse.words import ADVERBS, AUXILIARIES, CALENDAR, DETERMINERS, PREPOSITIONS
from generator.model.text import Span

LEAST_WORDS = 3
_BARE = frozenset("say tell think believe".split())  # the others take things too: "claimed the prize"
_TURN = frozenset("but while whereas although though".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """What was said, as a span of the text, and the cue that says so."""

    span: Span
    event: Event
    rule: str


def reported(toks: Sequence[Token], noms: Sequence[Nominal], cues: Sequence[Event]) -> Iterator[Reported]:
    """Yield the reported speech of a sentence that holds no quotation marks of its own."""
    taken = -1
    for event in cues:
        if event.subject is None or event.subject.sort == "agency" or event.first < taken:
            continue
        found = _content(toks, noms, cues, event)
        if found is None:
            continue
        first, last, rule = found
        held = toks[first : last + 1]
        if sum(t.word for t in held) >= LEAST_WORDS and not any(t.quote >= 0 for t in held):
            taken = last
            yield Reported(Span(held[0].start, held[-1].end), event, rule)


def _content(
    toks: Sequence[Token], noms: Sequence[Nominal], cues: Sequence[Event], event: Event
) -> tuple[int, int, str] | None:
    if event.mood is Mood.PASSIVE:
        return None
    if event.mood is Mood.SOURCE:
        return _by_source(toks, event)
    stop = max(event.end, event.last)
    if (that := _that(toks, stop + 1)) is not None and event.cue.cue.takes_that:
        return that + 1, _end(toks, cues, event, that + 1), "that"
    if event.cue.cue.takes_obj_inf and _infinitive(toks, stop + 1):
        return stop + 1, _end(toks, cues, event, stop + 1), "infinitive"
    if event.cue.cue.strength < 2 or not event.cue.cue.takes_that:  # noqa: PLR2004 - weak cues need their "that"
        return None
    start = _past_hearer(toks, noms, stop + 1) if event.cue.cue.lemma == "tell" else stop + 1
    if not event.inverted and _begins_clause(toks, noms, start):
        end = _end(toks, cues, event, start)
        if event.cue.cue.lemma in _BARE or any(t.low in AUXILIARIES for t in toks[start : end + 1]):
            return start, end, "bare"
    begin = min(event.begin, event.first)
    if begin > LEAST_WORDS and toks[begin - 1].text == "," and len(toks) - stop <= 8:  # noqa: PLR2004 - a day, a place
        return 0, begin - 2, "trailing"
    return None


def _that(toks: Sequence[Token], i: int) -> int | None:
    """Find the "that" which opens the clause, past a hearer, a day and a place."""
    for k in range(i, min(len(toks), i + 12)):
        if toks[k].low == "that" and (k == i or toks[k - 1].text != ","):
            return k
        if toks[k].text in (",", ";", ":") or toks[k].quote >= 0 or toks[k].low in AUXILIARIES:
            return None
    return None


def _infinitive(toks: Sequence[Token], i: int) -> bool:
    return any(t.low == "to" for t in toks[i : i + 9]) and i < len(toks) and toks[i].quote < 0


def _past_hearer(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> int:
    """Step over the one who is told: "the Daily Post", "reporters", "her party"."""
    here = next((n for n in noms if n.first == i), None)
    if here is not None:
        return here.last + 1
    k = i
    if k < len(toks) and toks[k].low in DETERMINERS:
        k += 1
    if k < len(toks) and toks[k].capital:
        while k < len(toks) and toks[k].capital:
            k += 1
        return k
    return k + 1


def _begins_clause(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> bool:
    if i >= len(toks) or not toks[i].word or toks[i].low in CALENDAR:
        return False
    tok = toks[i]
    if any(n.first <= i <= n.last for n in noms) or tok.low in DETERMINERS or tok.capital:
        return True
    return tok.low not in PREPOSITIONS | ADVERBS | AUXILIARIES and not tok.low.endswith(("ly", "ing")) or tok.low == "only"


def _by_source(toks: Sequence[Token], event: Event) -> tuple[int, int, str] | None:
    stop = max(event.end, event.last)
    if event.first == 0:
        comma = next((i for i in range(stop, min(len(toks), stop + 8)) if toks[i].text == ","), None)
        return (comma + 1, _last_word(toks), "source") if comma is not None else None
    return 0, event.first - (2 if toks[event.first - 1].text == "," else 1), "source"


def _last_word(toks: Sequence[Token]) -> int:
    last = len(toks) - 1
    while last > 0 and toks[last].text in (".", "!", "?", ",", ";", ":"):
        last -= 1
    return last


def _end(toks: Sequence[Token], cues: Sequence[Event], event: Event, start: int) -> int:
    """Return the last token of what was said: the sentence's, or where its teller turns to something else."""
    end = _last_word(toks)
    for i in range(start + 2, end):
        if toks[i].text != ",":
            continue
        if toks[i + 1].low in _TURN:
            return i - 1
        later = next((e for e in cues if e.first > event.first and i + 1 in (e.begin, e.first)), None)
        if later is not None and (later.mood is Mood.PARTICIPLE or later.subject is not None):
            return i - 1
    return end
