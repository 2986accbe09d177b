"""Reported speech without marks: where what somebody is said to have said begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cues import Event, Mood
from generator.analyse.names import Nominal
from generator.analyse.words import ADVERBS, AUXILIARIES, CALENDAR, DETERMINERS, PREPOSITIONS, listed
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.analyse.cues import Sentence
    from generator.analyse.tokens import Token

LEAST_WORDS = 3
TAIL = 8  # tokens that may follow a cue at the end of its sentence: a day, a place
SURE = 2  # the strength of a cue that needs no "that"
_BARE = listed("say tell think believe")  # the others take things too: "claimed the prize"
_LEADS_IN = listed("asked pressed questioned speaking")  # "Asked whether they would sail, she said …"
_TURN = listed("but while whereas although though")
_NO_CLAUSE = PREPOSITIONS | ADVERBS | AUXILIARIES
_Stretch = tuple[int, int, str]  # first and last token of what was said, and the rule


@dataclass(frozen=True, slots=True)
class Reported:
    """What was said, as a span of the sentence, by whom, and the cue that says so."""

    span: Span
    subject: Nominal
    cue: str
    rule: str


def reported(sentence: Sentence) -> Iterator[Reported]:
    """Yield the reported speech of a sentence: what stands in marks is no part of it."""
    taken = -1
    for event in sentence.cues:
        if event.subject is None or event.subject.sort == "agency" or event.first < taken:
            continue
        found = _content(sentence, event)
        if found is None:
            continue
        first, last, rule = found
        held = sentence.toks[first : last + 1]
        if sum(t.word for t in held) >= LEAST_WORDS and not any(t.quote >= 0 for t in held):
            taken = last
            span = Span(held[0].start, held[-1].end)
            yield Reported(span, event.subject, " ".join(event.cue.words), rule)


def _content(sentence: Sentence, event: Event) -> _Stretch | None:
    """Return what was said by the first pattern that fits."""
    if event.mood is Mood.PASSIVE or event.cue.cue.kind == "deny":
        return None  # "denied it was paid": words that somebody says are not so are not what was said
    if event.mood is Mood.SOURCE:
        return _by_source(sentence.toks, event)
    return next((found for rule in _RULES if (found := rule(sentence, event)) is not None), None)


def _with_that(sentence: Sentence, event: Event) -> _Stretch | None:
    that = _that(sentence.toks, _after(event)) if event.cue.cue.takes_that else None
    return (that + 1, _end(sentence, event, that + 1), "that") if that is not None else None


def _with_infinitive(sentence: Sentence, event: Event) -> _Stretch | None:
    start = _after(event)
    if not event.cue.cue.takes_obj_inf or not _infinitive(sentence.toks, start):
        return None
    if sentence.toks[start].low == "not":  # "asked not to be named"
        return None
    return start, _end(sentence, event, start), "infinitive"


def _without_that(sentence: Sentence, event: Event) -> _Stretch | None:
    toks, start = sentence.toks, _after(event)
    if event.inverted or not _sure(event):
        return None
    if event.cue.cue.lemma == "tell":
        start = _past_hearer(toks, sentence.noms, start)
    if not _begins_clause(toks, sentence.noms, start):
        return None
    end = _end(sentence, event, start)
    verb = event.cue.cue.lemma in _BARE or any(t.low in AUXILIARIES for t in toks[start : end + 1])
    return (start, end, "bare") if verb else None


def _trailing(sentence: Sentence, event: Event) -> _Stretch | None:
    toks, begin = sentence.toks, min(event.begin, event.first)
    if event.mood is not Mood.FINITE or not _sure(event) or len(toks) >= _after(event) + TAIL:
        return None
    if toks[0].low in _LEADS_IN:
        return None
    return (0, begin - 2, "trailing") if begin > LEAST_WORDS and toks[begin - 1].text == "," else None


_RULES: tuple[Callable[[Sentence, Event], _Stretch | None], ...] = (
    _with_that,
    _with_infinitive,
    _without_that,
    _trailing,
)


def _after(event: Event) -> int:
    """Return the token after cue and subject."""
    return max(event.end, event.last) + 1


def _sure(event: Event) -> bool:
    return event.cue.cue.strength >= SURE and event.cue.cue.takes_that


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
    return tok.low == "only" or not (tok.low in _NO_CLAUSE or tok.low.endswith(("ly", "ing")))


def _by_source(toks: Sequence[Token], event: Event) -> _Stretch | None:
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


def _end(sentence: Sentence, event: Event, start: int) -> int:
    """Return the last token of what was said: the sentence's, or where its teller turns to something else."""
    toks = sentence.toks
    end = _last_word(toks)
    for i in range(start + 2, end):
        if toks[i].low == "and" and _goes_on(sentence, i + 1):
            return i - 1
        if toks[i].text != ",":
            continue
        if toks[i + 1].low in _TURN:
            return i - 1
        later = next(
            (e for e in sentence.cues if e.first > event.first and i + 1 in (e.begin, e.first)), None
        )
        if later is not None and (later.mood is Mood.PARTICIPLE or later.subject is not None):
            return i - 1
    return end


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Tell whether a cue and its "that" stand at token ``i``: "and added that"."""
    return any(
        e.first == i and e.subject and _that(sentence.toks, e.last + 1) == e.last + 1 for e in sentence.cues
    )
