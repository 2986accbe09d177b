"""Reported speech: what somebody is said to have said, by the verb that leads to it or closes it.

What it holds may stand in marks in part ("said the dam was “a disaster” for the valley"); what stands in
marks as a whole is a quotation and none of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.analyse.cue.around import around, around_that, beside_gap
from generator.analyse.cue.cues import POSITION, Event, Mood
from generator.analyse.cue.extents import end_of, end_of_thing, last_word
from generator.analyse.cue.objects import thing
from generator.analyse.cue.openings import opening_of_verb
from generator.analyse.cue.sources import by_source
from generator.analyse.cue.speech_nouns import leads_on, speech_nouns
from generator.analyse.cue.verbs import after, is_denied, is_verb, upright
from generator.analyse.name.names import Nominal
from generator.analyse.word.stretches import has_verb, words
from generator.analyse.word.words import PREPOSITIONS
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.analyse.cue.cues import Sentence
    from generator.analyse.word.stretches import Found, Stretch
    from generator.analyse.word.tokens import Token

LEAST_WORDS = 3
LEAST_OF_THING = 2  # words: "called it “shameful”"
LABEL = 6  # tokens of a name and a colon
_TEXT = attrgetter("text")
_CLOSES = (",", "—", "–", "-", ";", ":")


@dataclass(slots=True)
class Reported:
    """What was said, as spans of the sentence, by whom, and the cue that says so; None: nobody is named.

    ``event`` is that cue in the sentence, None where it is a colon.
    """

    spans: tuple[Span, ...]
    subject: Nominal | None
    cue: str
    rule: str
    event: Event | None = None


def reported(sentence: Sentence) -> Iterator[Reported]:
    """Yield the reported speech of a sentence, in order; no two share a word."""
    label = _labelled(sentence)
    if label is not None:
        yield label
        return
    said = list(_told(sentence)) if sentence.cues else []
    for event in sentence.cues if sentence.more else ():
        if event.cue.cue.kind == POSITION:
            at = sentence.toks[event.first].start
            if not any(s.start <= at < s.end for each in said for s in each.spans):
                said += _apart(said, _position(sentence, event))
    if given := list(_given(sentence)):
        said += _apart(said, given)
    yield from sorted(said, key=_start) if len(said) > 1 else said


def _start(each: Reported) -> Span:
    return each.spans[0]


def _apart(said: Sequence[Reported], more: Iterable[Reported]) -> list[Reported]:
    """Return those of ``more`` that share no word with what was said."""
    spans = [span for each in said for span in each.spans]
    return [each for each in more if not any(s.shared(own) for s in spans for own in each.spans)]


def _given(sentence: Sentence) -> Iterator[Reported]:
    """Yield what nouns give as said."""
    for event, start, frame in speech_nouns(sentence):
        end = end_of_thing if frame in ("to", "for") else end_of
        last = end(sentence, event, start)
        if frame in ("that", "to", "for"):
            last = next(
                (k - 1 for k in range(start + 2, last) if _closes_noun(sentence.toks, start, k)), last
            )
        stretches = _kept(sentence.toks, (((start, last),), "noun"), -1)
        if stretches:
            yield _made(sentence, event, (stretches, "noun"))


def _told(sentence: Sentence) -> Iterator[Reported]:
    """Yield what is given as said, in order."""
    toks = sentence.toks
    events = [upright(toks, e) for e in sentence.cues if e.cue.cue.kind != POSITION]
    if not events:
        return
    last = _content(sentence, events[-1])
    whole, taken = events[-1].first if last and _is_whole(last) else -1, -1
    for event in events:
        if event.first <= taken:
            continue
        found = last if event is events[-1] else _content(sentence, event)
        if found is None or (event.first < whole and _yields(event, found[1])):
            continue
        stretches = _kept(toks, found, taken)
        if stretches:
            taken = stretches[-1][1]
            yield _made(sentence, event, (stretches, found[1]))


def _is_whole(found: Found) -> bool:
    """Tell whether the last cue gives all that stands before it: "They called it a win, the port said"."""
    return found[1] in ("trailing", "source") and not found[0][0][0]


def _closes_noun(toks: Sequence[Token], start: int, k: int) -> bool:
    """Tell whether a sign parts what a noun gives from the sentence that it stands in."""
    if toks[k].text not in _CLOSES or toks[k + 1].low.isdigit():
        return False
    fronted = toks[0].low in PREPOSITIONS and all(t.text != "," for t in toks[:start])  # "Despite his claim"
    return fronted or (toks[start - 1].low == "that" and has_verb(toks, (start, k - 1)))


def _position(sentence: Sentence, event: Event) -> Iterator[Reported]:
    """Yield what somebody is told to refuse, to want, to back: a position, given in the teller's words."""
    found = _content(sentence, event) if event.subject is not None else None  # a wish of nobody is none
    stretches = _kept(sentence.toks, found, -1) if found else ()
    if found and stretches:
        yield _made(sentence, event, (stretches, found[1]))


def _yields(event: Event, rule: str) -> bool:
    """Tell whether a cue gives way to one that gives the whole sentence: what was done, what was thought."""
    return rule in ("object", "infinitive") or event.cue.cue.kind == "think"


def _made(sentence: Sentence, event: Event, found: Found) -> Reported:
    spans = tuple(Span(sentence.toks[a].start, sentence.toks[b].end) for a, b in found[0])
    passes_on = event.subject is not None and event.subject.sort == "agency"  # who writes, not who speaks
    who = None if passes_on else event.subject
    return Reported(spans, who, " ".join(event.cue.words), found[1], event)


def _kept(toks: Sequence[Token], found: Found, taken: int) -> tuple[Stretch, ...]:
    """Leave out what another cue has taken and what is nothing but marks; none where too little is left."""
    kept = tuple(s for s in found[0] if s[0] > taken and any(t.word for t in toks[s[0] : s[1] + 1]))
    least = LEAST_OF_THING if found[1] in ("object", "gap") else LEAST_WORDS
    return kept if sum(words(toks, s) for s in kept) >= least else ()


def _labelled(sentence: Sentence) -> Reported | None:
    """Return what a headline or a transcript gives behind a name and a colon: "Ada Berg: the dam is safe"."""
    toks = sentence.toks
    if ":" not in map(_TEXT, toks[:LABEL]):
        return None
    name = next((n for n in sentence.noms if n.core.start == 0 and toks[n.last + 1 : n.last + 2]), None)
    if name is None or toks[name.last + 1].text != ":":
        return None
    said = _kept(toks, (((name.last + 2, last_word(toks)),), "label"), -1)
    if not said:
        return None
    return Reported((Span(toks[said[0][0]].start, toks[said[0][1]].end),), name, ":", "label")


def _content(sentence: Sentence, event: Event) -> Found | None:
    """Return what was said by the first pattern that fits."""
    toks = sentence.toks
    if event.mood is Mood.SOURCE:
        return by_source(toks, event)
    denied = is_denied(toks, event)
    if event.cue.cue.kind == "deny":  # "denied it was paid" was not said, but "rejected the offer" was done
        return None if denied or leads_on(toks, after(event)) else thing(sentence, event)
    if not is_verb(toks, event):
        return None
    found = opening_of_verb(sentence, event)
    if found is not None:
        # "would not say whether" tells no more than "asked whether"
        return None if denied and found[1] != "whether" else _opened(sentence, event, found)
    if denied:
        return None
    return beside_gap(sentence, event) or around(sentence, event) or thing(sentence, event)


def _opened(sentence: Sentence, event: Event, found: tuple[int, str]) -> Found:
    """Return what was said from where it begins, and what stands before the cue, if that belongs to it."""
    start, rule = found
    start += start + 1 < len(sentence.toks) and sentence.toks[start].text == ","  # "that, if elected, he"
    both = around_that(sentence, event, start) if rule == "that" else None
    if both is not None:
        return both
    end = end_of_thing if rule == "infinitive" else end_of
    return ((start, end(sentence, event, start)),), rule
