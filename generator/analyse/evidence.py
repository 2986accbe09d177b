"""What speaks for a nominal of the quotation's own sentence, as signs: place, order, neighbours, cues.

A sign is a short word such as ``own=quote-cue,say``; the weights of ``knowledge/signs.tsv`` are by these
words. No word of a text is in one but those of closed lists: function words, pronouns, verbs of speech.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.clauses import Clause
from generator.analyse.cues import Mood
from generator.analyse.shapes import bucket, same, shape, sort_of
from generator.analyse.speakers import Choice, pattern
from generator.analyse.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.cues import Event
    from generator.analyse.names import Nominal
    from generator.analyse.tokens import Token

MARKS = "“”\"„«»‘’'"
SURE = 0.9  # the certainty from which the patterns are taken for sure
STEPS = 20  # into which their certainty is parted
CLOSE = 3  # tokens that are counted one by one
_SIZES = (1, 3, 5, 8)  # words of a quotation
_OUTSIDE = frozenset(",.?!")
_TURNS = listed("and but while although though whereas ; yet as")
_PARTS = (",", ":", ";", "that", "and", "but", "who", "while", "as", "by")


@dataclass(frozen=True, slots=True)
class Aim:
    """A quotation in its sentence: its token, how it begins and ends, and what the patterns say of it.

    A comma or stop behind the mark, as British texts set it, counts to the ``words``, as American ones do;
    ``after`` is the token behind both.
    ``size`` is the least of _SIZES that its words do not pass, one more beyond; ``context`` what the
    sentence tells of a speaker: nothing (bare), no cue, cues that do not fit, or one that does.
    """

    clause: Clause
    at: int
    after: int
    words: str
    capital: bool
    size: int
    choice: Choice | None
    context: str

    @property
    def letter(self) -> str:
        """Return "A" or "a": how the words begin."""
        return "A" if self.capital else "a"

    @property
    def tail(self) -> str:
        """Return "," where the words end in a comma, else "-"."""
        return "," if self.words[-1:] == "," else "-"


def aim_at(clause: Clause, n: int) -> Aim:
    """Describe quotation ``n`` of a sentence."""
    at, choice = clause.quotes[n], clause.choices[n]
    toks = clause.sentence.toks
    words = toks[at].text.strip(MARKS)
    sign = toks[at + 1].text if at + 1 < len(toks) else ""
    outside = sign in _OUTSIDE and words[-1:] not in _OUTSIDE
    first = next((c for c in words if c.isalnum()), "")
    size = next((s for s in _SIZES if words.count(" ") < s), _SIZES[-1] + 1)
    context = _context(clause, choice)
    return Aim(clause, at, at + 1 + outside, words + sign * outside, first.isupper(), size, choice, context)


def _context(clause: Clause, choice: Choice | None) -> str:
    if clause.bare:
        return "bare"
    if choice is None:
        return "unfit" if clause.sentence.cues else "cueless"
    if choice.subject is None:
        return "unnamed"
    return "sure" if choice.certainty > SURE else "cued"


def within(aim: Aim, n: Nominal) -> Iterator[str]:
    """Yield the signs of a nominal of the quotation's own sentence."""
    toks, behind = aim.clause.sentence.toks, n.first > aim.at
    side = "R" if behind else "L"
    between = toks[aim.after : n.first] if behind else toks[n.last + 1 : aim.at]
    yield "here"
    yield f"sort={sort_of(n)},{side}"
    yield f"gap={side}{bucket(len(between))}"
    yield from _beside(toks, n, side)
    yield from _between(aim, n, side, between)
    yield from _order(aim, n, side)
    own = [e for e in aim.clause.sentence.cues if same(e.subject, n)]
    yield from _cued(aim, n, own) if own else _cueless(aim, n, f"{side}{bucket(len(between))}")
    yield from _ruled(aim, n, side)


def _beside(toks: Sequence[Token], n: Nominal, side: str) -> Iterator[str]:
    """Tell what stands on both sides of a nominal."""
    before, after = shape(toks, n.first - 1), shape(toks, n.last + 1)
    yield f"before={before},{side}"
    yield f"after={after},{side}"
    yield f"beside={before},{after}"
    if after == "owns":
        yield f"owns={shape(toks, n.last + 2)},{side}"
    if after in (",", "("):
        yield f"aside={shape(toks, n.last + 2)},{side}"


def _between(aim: Aim, n: Nominal, side: str, between: Sequence[Token]) -> Iterator[str]:
    """Tell what parts a nominal from the quotation."""
    lows = {t.low for t in between}
    for word in _PARTS:
        if word in lows:
            yield f"parts={word},{side}"
    if any(t.quote >= 0 for t in between):
        yield f"parts=quote,{side}"
    count = len(between)
    if not count:
        yield f"touches,{side},{sort_of(n)}"
    yield f"form={side},{aim.letter},{aim.tail},{count if count <= CLOSE else 9}"
    if side == "R":
        yield f"next={shape(aim.clause.sentence.toks, aim.after)},{count if count <= CLOSE else 9}"
    else:
        yield f"last={shape(aim.clause.sentence.toks, aim.at - 1)},{bucket(count)}"


def _order(aim: Aim, n: Nominal, side: str) -> Iterator[str]:
    """Tell how many nominals stand nearer, and whether it is the first or the subject."""
    noms = aim.clause.sentence.noms
    low, high = (aim.at, n.first) if side == "R" else (n.last, aim.at)
    nearer = sum(low < m.first < high and m.last != n.last for m in noms)
    yield f"rank={side},{min(nearer, CLOSE + 1)}"
    if n.first == 0 or (noms and n.last == noms[0].last):
        yield f"first={sort_of(n)}"
    if same(aim.clause.subject, n):
        yield f"main,{side}"


def _ruled(aim: Aim, n: Nominal, side: str) -> Iterator[str]:
    """Tell whether the patterns chose a nominal, and by which."""
    choice, sort = aim.choice, sort_of(n)
    if choice is None:
        yield f"unruled,{side}"
        if same(aim.clause.subject, n):
            yield f"unruled,main,{side},{aim.size}"
            yield f"unruled,main,{sort}"
    elif same(choice.subject, n):
        strength = choice.event.cue.cue.strength if choice.event else 0
        yield f"rule={choice.rule}"
        yield f"rule={choice.rule},{sort}"
        yield f"rule={choice.rule},{int(choice.certainty * STEPS)}"
        yield f"rule={choice.rule},{strength},{aim.size}"
    else:
        yield f"unlike={choice.rule},{side}"
        if choice.event is not None and choice.subject is not None:
            yield f"unlike={choice.rule},{_tight(choice.event, choice.subject)},{choice.event.mood}"
    sources = [e for e in aim.clause.sentence.cues if e.mood is Mood.SOURCE]
    if sources:
        yield f"source,{any(same(e.subject, n) for e in sources)},{side}"


def _cueless(aim: Aim, n: Nominal, gap: str) -> Iterator[str]:
    """Tell how a nominal stands that is the subject of no cue."""
    yield f"cueless,{gap}"
    yield f"cueless,{sort_of(n)},{shape(aim.clause.sentence.toks, n.last + 1)}"
    place = f"{gap[0]},{same(aim.clause.subject, n)}"
    yield f"cueless,{aim.context},{place}"
    choice = aim.choice
    if choice is not None and choice.event is not None:
        yield f"cueless,{choice.event.mood}"
        yield f"cueless,{choice.rule},{choice.event.mood},{place}"
        yield f"cueless,{choice.rule},{choice.event.cue.cue.strength},{place}"


def _cued(aim: Aim, n: Nominal, own: Sequence[Event]) -> Iterator[str]:
    """Tell the cues whose subject a nominal is, and how they stand to the quotation."""
    sentence = aim.clause.sentence
    toks, best = sentence.toks, min(own, key=lambda e: abs(e.first - aim.at))
    yield f"cued,{len(own) > 1}"
    for event in own:
        if event is not best:
            yield f"also={pattern(sentence, event, aim.at)}"
    label, cue = pattern(sentence, best, aim.at), best.cue.cue
    lead = shape(toks, aim.at - 1)
    yield f"mood={best.mood}"
    yield f"own={label}"
    yield f"own={label},{sort_of(n)}"
    yield f"own={label},{cue.kind},{cue.strength}"
    yield f"own={label},{best.mood},{best.inverted}"
    yield f"own={label},{aim.letter},{aim.size}"
    yield f"own={label},{cue.lemma}"
    yield f"near={label},{_nearest(aim, best)}"
    yield f"tight={label},{_tight(best, n)},{best.mood}"
    yield f"next={shape(toks, aim.after)},{label}"
    yield f"lead={lead},{label}"
    yield f"lead={lead},{label},{cue.kind}"
    yield f"span={label},{bucket(abs(best.first - aim.at))}"
    if best.first > aim.at:
        rest = bucket(len(toks) - 1 - max(best.end, best.last))
        yield f"rest={label},{rest}"
        yield f"rest={shape(toks, aim.after)},{rest}"
        yield f"feeds={label},{_feeds(aim, best)}"
    yield from _chain(aim, n, best)


def _tight(event: Event, n: Nominal) -> str:
    """Say whether a cue stands right beside its subject, and whether that is a name."""
    beside = abs(event.first - n.last) == 1 or abs(n.first - event.last) == 1
    return f"{'beside' if beside else 'apart'}-{'name' if n.sort == 'person' else n.sort}"


def _feeds(aim: Aim, own: Event) -> bool:
    """Tell whether other words in marks follow a cue: then they, rather, are what it leads to."""
    return any(at > own.first for at in aim.clause.quotes)


def _nearest(aim: Aim, own: Event) -> bool:
    """Tell whether no other cue with a subject stands between a cue and the quotation."""
    low, high = min(own.first, aim.at), max(own.first, aim.at)
    return not any(e.subject is not None and low < e.first < high for e in aim.clause.sentence.cues)


def _chain(aim: Aim, n: Nominal, own: Event) -> Iterator[str]:
    """Tell which cues of others stand about a cue: "Ann said that Bob thinks it “odd”"."""
    sentence, kind = aim.clause.sentence, own.cue.cue.kind
    others = [e for e in sentence.cues if e.subject is not None and not same(e.subject, n)]
    if own.first > aim.at:
        if any(e.first < aim.at for e in others):
            yield f"trails={kind},{pattern(sentence, own, aim.at)}"
        return
    inner = next((e for e in others if own.first < e.first < aim.at), None)
    outer = next((e for e in reversed(others) if e.first < own.first), None)
    after = next((e for e in others if e.first > aim.at), None)
    if inner is not None and inner.subject is not None:
        joined = _joined(sentence.toks[own.last + 1 : inner.begin])
        yield f"holds={kind},{inner.cue.cue.kind},{joined}"
        yield f"holds={joined},{pattern(sentence, inner, aim.at)}"
        yield f"holds={inner.cue.cue.strength},{sort_of(inner.subject)},{joined}"
    if outer is not None:
        joined = _joined(sentence.toks[outer.last + 1 : own.begin])
        yield f"held={outer.cue.cue.kind},{kind},{joined}"
        yield f"held={joined},{pattern(sentence, own, aim.at)}"
        yield f"held={outer.cue.cue.strength},{sort_of(n)},{joined}"
    if after is not None:
        yield f"trailed={after.cue.cue.kind},{pattern(sentence, after, aim.at)}"


def _joined(between: Sequence[Token]) -> str:
    """Say what parts two cues: another quotation, a turn to another clause, a comma, or words alone."""
    if any(t.quote >= 0 for t in between):
        return "quote"
    if any(t.low in _TURNS for t in between):
        return "turn"
    return "plain" if all(t.word for t in between) else "parted"
