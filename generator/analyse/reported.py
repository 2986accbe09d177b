"""Reported speech: what somebody is said to have said, by the verb that leads to it or closes it.

What it holds may stand in marks in part ("said the dam was “a disaster” for the valley"); what stands in
marks as a whole is a quotation and none of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.complements import Frame, frames
from generator.analyse.cues import Event, Mood
from generator.analyse.extents import end_of, end_of_thing, last_word
from generator.analyse.names import Nominal
from generator.analyse.openings import opening
from generator.analyse.verbs import SURE, after, beginning, is_denied, is_turned, is_verb, upright
from generator.analyse.words import ADVERBS, AUXILIARIES, CALENDAR, DETERMINERS, PREPOSITIONS, listed
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.cues import Sentence
    from generator.analyse.tokens import Token

POSITION = "position"
LEAST_WORDS = 3
LEAST_OF_THING = 2  # words: "called it “shameful”"
TAIL = 8  # tokens that may follow a cue at the end of its sentence: a day, a place
SOURCE = 12  # tokens of a source's name
PLACE = 8  # tokens of where something was said
LABEL = 6  # tokens of a name and a colon
_LEADS_IN = listed("asked pressed questioned speaking")  # "Asked whether they would sail, she said …"
_WHERE = listed("in on at during")
_FINDINGS = listed("show find")  # "the records show", "the poll found"
_CONNECT = listed("and but yet so however meanwhile still")
_TAILS = PREPOSITIONS | ADVERBS | CALENDAR | listed("this last when reporters . ? !")
_OF_THINGS = listed("to about of for with")  # "joked about the weather": no tail
_TELLERS_OWN = listed("who which whose and but when a an")  # what leads away from what was said
_PRONOUNS = listed("him her it them us me himself herself")
_NO_THING = PREPOSITIONS | ADVERBS | AUXILIARIES
_NAMED = DETERMINERS | listed("too not")
_Stretch = tuple[int, int]  # first and last token
_Found = tuple[tuple[_Stretch, ...], str]  # what was said, and the rule


@dataclass(frozen=True, slots=True)
class Reported:
    """What was said, as spans of the sentence, by whom, and the cue that says so; None: nobody is named."""

    spans: tuple[Span, ...]
    subject: Nominal | None
    cue: str
    rule: str


def reported(sentence: Sentence) -> Iterator[Reported]:
    """Yield the reported speech of a sentence, in order; no two share a word."""
    label = _labelled(sentence)
    if label is not None:
        yield label
        return
    said = list(_told(sentence))
    spans = [span for each in said for span in each.spans]
    toks = sentence.toks
    held = [
        each
        for event in sentence.cues
        if event.cue.cue.kind == POSITION
        and not any(s.start <= toks[event.first].start < s.end for s in spans)
        for each in _position(sentence, event)
        if not any(s.shared(own) for s in spans for own in each.spans)
    ]
    yield from sorted([*said, *held], key=lambda each: each.spans[0])


def _told(sentence: Sentence) -> Iterator[Reported]:
    """Yield what is given as said, in order."""
    whole, taken = _whole(sentence), -1
    for cue in sentence.cues:
        if cue.cue.cue.kind == POSITION:
            continue
        event = upright(sentence.toks, cue)
        found = _content(sentence, event) if event.first > taken else None
        if found is None or (event.first < whole and _yields(event, found[1])):
            continue
        stretches = _kept(sentence.toks, found, taken)
        if stretches:
            taken = stretches[-1][1]
            yield _made(sentence, event, (stretches, found[1]))


def _position(sentence: Sentence, event: Event) -> Iterator[Reported]:
    """Yield what somebody is told to refuse, to want, to back: a position, given in the teller's words."""
    found = _content(sentence, event) if event.subject is not None else None  # a wish of nobody is none
    stretches = _kept(sentence.toks, found, -1) if found else ()
    if found and stretches:
        yield _made(sentence, event, (stretches, found[1]))


def _yields(event: Event, rule: str) -> bool:
    """Tell whether a cue gives way to one that gives the whole sentence: what was done, what was thought."""
    return rule in ("object", "infinitive") or event.cue.cue.kind == "think"


def _made(sentence: Sentence, event: Event, found: _Found) -> Reported:
    spans = tuple(Span(sentence.toks[a].start, sentence.toks[b].end) for a, b in found[0])
    passes_on = event.subject is not None and event.subject.sort == "agency"  # who writes, not who speaks
    return Reported(spans, None if passes_on else event.subject, " ".join(event.cue.words), found[1])


def _kept(toks: Sequence[Token], found: _Found, taken: int) -> tuple[_Stretch, ...]:
    """Leave out what another cue has taken and what is nothing but marks; none where too little is left."""
    kept = tuple(s for s in found[0] if s[0] > taken and any(t.word for t in toks[s[0] : s[1] + 1]))
    least = LEAST_OF_THING if found[1] == "object" else LEAST_WORDS
    return kept if sum(_words(toks, s) for s in kept) >= least else ()


def _words(toks: Sequence[Token], s: _Stretch) -> int:
    return sum(len(t.text.split()) if t.quote >= 0 else t.word for t in toks[s[0] : s[1] + 1])


def _whole(sentence: Sentence) -> int:
    """Return the cue at the end that gives all before it: "They called it a win, the port said"; else -1."""
    if not sentence.cues:
        return -1
    event = upright(
        sentence.toks, next((e for e in reversed(sentence.cues) if _is_speech(e)), sentence.cues[-1])
    )
    found = _content(sentence, event)
    return event.first if found and found[1] in ("trailing", "source") and found[0][0][0] == 0 else -1


def _is_speech(event: Event) -> bool:
    return event.cue.cue.kind != POSITION


def _labelled(sentence: Sentence) -> Reported | None:
    """Return what a headline or a transcript gives behind a name and a colon: "Ada Berg: the dam is safe"."""
    toks = sentence.toks
    if not any(t.text == ":" for t in toks[:LABEL]):
        return None
    name = next((n for n in sentence.noms if n.core.start == 0 and toks[n.last + 1 : n.last + 2]), None)
    if name is None or toks[name.last + 1].text != ":":
        return None
    said = _kept(toks, (((name.last + 2, last_word(toks)),), "label"), -1)
    if not said:
        return None
    return Reported((Span(toks[said[0][0]].start, toks[said[0][1]].end),), name, ":", "label")


def _content(sentence: Sentence, event: Event) -> _Found | None:
    """Return what was said by the first pattern that fits."""
    if event.cue.cue.kind == "deny":  # "denied it was paid" was not said, but "rejected the offer" was done
        return None if is_denied(sentence.toks, event) else _thing(sentence, event)
    if event.mood is Mood.SOURCE:
        return _by_source(sentence.toks, event)
    found = opening(sentence, event)
    denied = is_denied(sentence.toks, event)
    if found is not None:
        start, rule = found
        if denied and rule != "whether":  # "would not say whether" tells no more than "asked whether"
            return None
        start += start + 1 < len(sentence.toks) and sentence.toks[start].text == ","  # "that, if elected, he"
        end = end_of_thing if rule == "infinitive" else end_of
        return ((start, end(sentence, event, start)),), rule
    if denied or not is_verb(sentence.toks, event):
        return None
    return _around(sentence, event) or _thing(sentence, event)


def _around(sentence: Sentence, event: Event) -> _Found | None:
    """Return what stands before a cue between commas, and behind it: "The dam, she said, is safe"."""
    toks, cue = sentence.toks, event.cue.cue
    sure = cue.strength >= SURE or cue.lemma in _FINDINGS
    if event.mood is not Mood.FINITE or not sure or not cue.takes_that:
        return None
    rest = _past_place(toks, after(event))
    on = rest + 2 < len(toks) and toks[rest].text == "," and not _is_tellers(toks[rest + 1])
    as_ = next((k for k in range(min(event.begin, event.first)) if toks[k].low == "as"), len(toks))
    if as_ <= 1 and event.first < as_ + TAIL:  # "As the mayor said, it rained"
        return (((rest + 1, end_of(sentence, event, rest + 1)),), "as") if on else None
    begin = beginning(toks, event)
    if toks[0].low in _LEADS_IN or not begin:
        return None
    first = 1 if toks[0].low in _CONNECT and begin > LEAST_WORDS else 0
    before = (first, begin - 1 if toks[begin - 1].quote >= 0 else begin - 2)
    if not on or begin == event.first:
        closes = _closes(toks, event, before) and not _gives(sentence, before)
        return ((before,), "trailing") if closes else None
    if _is_new(toks[rest + 1]):
        return None
    return (before, (rest + 1, end_of(sentence, event, rest + 1))), "around"


def _past_place(toks: Sequence[Token], i: int) -> int:
    """Step over where it was said, if a comma closes that: ", she said in an interview, "."""
    if i >= len(toks) or toks[i].low not in _WHERE:
        return i
    for k in range(i + 1, min(len(toks), i + PLACE)):
        if toks[k].text == ",":
            return k
        if not toks[k].word or toks[k].low in AUXILIARIES:
            break
    return i


def _is_tellers(tok: Token) -> bool:
    """Tell whether words behind a comma belong to the teller: "he said, wiping his face"."""
    return tok.low.endswith("ing") or tok.low in _TELLERS_OWN


def _is_new(tok: Token) -> bool:
    """Tell whether a quotation begins afresh: At noon, she said, “We sail” once more."""
    return tok.quote >= 0 and next((c for c in tok.text if c.isalpha()), "a").isupper()


def _gives(sentence: Sentence, before: _Stretch) -> bool:
    """Tell whether words in marks have a cue of their own: “We sail,” she said, the agency reported."""
    marks = [k for k in range(before[0], before[1] + 1) if sentence.toks[k].quote >= 0]
    return bool(marks) and any(marks[0] < e.first <= before[1] for e in sentence.cues)


def _closes(toks: Sequence[Token], event: Event, before: _Stretch) -> bool:
    """Tell whether a cue closes what stands before it, and that is a clause: not "In May, he said “No”"."""
    rest = after(event)
    if _words(toks, before) < LEAST_WORDS or any(t.quote >= 0 for t in toks[rest:]):
        return False
    parts = any(t.text == "," or t.quote >= 0 for t in toks[: before[1] + 1])
    if toks[0].low in PREPOSITIONS and not parts:
        return False
    if rest >= len(toks):
        return True
    if toks[rest].low in _OF_THINGS and event.cue.cue.lemma != "say":
        return False
    behind = event.inverted or is_turned(toks, event) or toks[rest].text == ","
    return behind or len(toks) < rest + TAIL or toks[rest].low in _TAILS


def _thing(sentence: Sentence, event: Event) -> _Found | None:
    """Return the thing a verb leads to: "called the raid a crime", "criticised the plan"."""
    toks, start = sentence.toks, after(event)
    if Frame.OBJECT not in frames(event.cue.cue) or event.mood is Mood.PASSIVE:
        return None
    if event.inverted or start >= len(toks):
        return None
    end = end_of_thing(sentence, event, start)
    if not any(t.quote >= 0 for t in toks[start : end + 1]) and not _is_thing(sentence, event, start):
        return None
    return ((start, end),), "object"


def _is_thing(sentence: Sentence, event: Event, start: int) -> bool:
    """Tell whether a thing stands behind a verb, and its name behind "call": "called him a liar"."""
    toks = sentence.toks
    if event.subject is None or not toks[start].word or toks[start].low in _NO_THING:
        return False
    if event.cue.cue.lemma != "call":
        return True
    held = next((n for n in sentence.noms if n.first == start), None)
    if held is not None or toks[start].low in _PRONOUNS:
        named = (held.last if held else start) + 1
    else:
        named = start + 2 if toks[start].low in DETERMINERS else len(toks)
    return named < len(toks) and toks[named].low in _NAMED


def _by_source(toks: Sequence[Token], event: Event) -> _Found | None:
    stop = max(event.end, event.last)
    if event.first == 0 or (event.first <= LEAST_WORDS and toks[event.first - 1].text == ","):
        comma = next((i for i in range(stop, min(len(toks), stop + SOURCE)) if toks[i].text == ","), None)
        return (((comma + 1, last_word(toks)),), "source") if comma is not None else None
    return ((0, event.first - (2 if toks[event.first - 1].text == "," else 1)),), "source"
