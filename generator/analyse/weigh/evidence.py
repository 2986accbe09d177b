"""What speaks for a nominal of the quotation's own sentence: place, order, neighbours, patterns.

No word of a text is a sign but those of closed lists: function words, pronouns, verbs of speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.weigh.cued import cued
from generator.analyse.weigh.scenes import PARTS, QUOTE
from generator.analyse.weigh.shapes import bucket, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.cue.cues import Mood
    from generator.analyse.cue.reported import Reported
    from generator.analyse.weigh.aims import Aim
    from generator.analyse.weigh.ranking import Clue
    from generator.analyse.weigh.scenes import Scene, Standing

STEPS = 20  # into which the certainty of patterns is parted
CLOSE = 3  # tokens, and nominals, that are counted one by one
_FAR = 9  # what stands for more tokens


def within(aim: Aim, scene: Scene, s: Standing) -> list[Clue]:
    """Return what speaks for a nominal of the quotation's own sentence."""
    n = s.nominal
    if n.first > aim.at:
        side, edge, start, stop, low, high = "R", aim.follow, aim.after, n.first, aim.at, n.first
    else:
        side, edge, start, stop, low, high = "L", aim.lead, n.last + 1, aim.at, n.last, aim.at
    gap = bucket(stop - start)
    nearer = min(scene.between(low, high, n.last), CLOSE + 1)
    parts = scene.parting(start, stop) if gap else 0
    clues: list[Clue] = [
        (_stands, side, s.sort, s.main, s.opens, gap == 0),
        (_beside, side, s.before, s.after, s.further),
        (_apart, side, gap, aim.letter, aim.tail, edge, not s.own),
        (_parted, side, nearer, parts),
        _ruled(aim, s, side),
    ]
    if aim.told is not None:
        clues.append(_of_teller(aim, aim.told, s, side))
    if scene.sources:
        clues.append((_sourced, side, n.last in scene.sources))
    if s.own:
        clues += cued(aim, s)
    else:
        clues += ((_cueless, s.sort, s.after), _unfit(aim, s, side))
    return clues


def _stands(seen: tuple[str, str, bool, bool, bool]) -> Iterator[str]:
    """Tell the form of a nominal, and whether it is the subject, the first, or beside the quotation."""
    side, sort, main, opens, touches = seen
    yield "here"
    yield f"sort={sort},{side}"
    if main:
        yield f"main,{side}"
    if opens:
        yield f"first={sort}"
    if touches:
        yield f"touches,{side},{sort}"


def _beside(seen: tuple[str, str, str, str]) -> Iterator[str]:
    """Tell what stands on both sides of a nominal."""
    side, before, after, further = seen
    yield f"before={before},{side}"
    yield f"after={after},{side}"
    yield f"beside={before},{after}"
    if further:
        yield f"{'owns' if after == 'owns' else 'aside'}={further},{side}"


def _apart(seen: tuple[str, int, str, str, str, bool]) -> Iterator[str]:
    """Tell how far a nominal is from the words, what stands at their end, and if it has no cue."""
    side, gap, letter, tail, edge, idle = seen
    count = gap if gap <= CLOSE else _FAR
    yield f"gap={side}{gap}"
    if idle:
        yield f"cueless,{side}{gap}"
    yield f"form={side},{letter},{tail},{count}"
    yield f"next={edge},{count}" if side == "R" else f"last={edge},{gap}"


def _parted(seen: tuple[str, int, int]) -> Iterator[str]:
    """Tell how many nominals stand nearer to the quotation, and what words part this one from it."""
    side, nearer, parts = seen
    yield f"rank={side},{nearer}"
    yield from (f"parts={word},{side}" for k, word in enumerate(PARTS) if parts >> k & 1)
    if parts >> QUOTE & 1:
        yield f"parts=quote,{side}"


def _ruled(aim: Aim, s: Standing, side: str) -> Clue:
    """Tell whether the patterns chose a nominal, and by which."""
    choice = aim.choice
    if choice is None:
        return _unruled, side, s.main, s.sort, aim.size
    event = choice.event
    if same(choice.subject, s.nominal):
        strength = event.cue.cue.strength if event else 0
        return _chosen, choice.rule, s.sort, int(choice.certainty * STEPS), strength, aim.size
    if event is None or choice.subject is None:
        return _passed, side, choice.rule
    return _outdone, side, choice.rule, aim.tight, event.mood


def _unruled(seen: tuple[str, bool, str, int]) -> Iterator[str]:
    side, main, sort, size = seen
    yield f"unruled,{side}"
    if main:
        yield f"unruled,main,{side},{size}"
        yield f"unruled,main,{sort}"


def _chosen(seen: tuple[str, str, int, int, int]) -> Iterator[str]:
    rule, sort, certainty, strength, size = seen
    yield f"rule={rule}"
    yield f"rule={rule},{sort}"
    yield f"rule={rule},{certainty}"
    yield f"rule={rule},{strength},{size}"


def _passed(seen: tuple[str, str]) -> Iterator[str]:
    side, rule = seen
    yield f"unlike={rule},{side}"


def _outdone(seen: tuple[str, str, str, Mood]) -> Iterator[str]:
    side, rule, beside, mood = seen
    yield f"unlike={rule},{side}"
    yield f"unlike={rule},{beside},{mood}"


def _of_teller(aim: Aim, told: Reported, s: Standing, side: str) -> Clue:
    """Tell whether the words stand within what a nominal is told to have said, or somebody else."""
    if same(told.subject, s.nominal):
        return _teller, told.rule, s.sort, aim.size
    return _told_of, told.rule, side, told.subject is None


def _teller(seen: tuple[str, str, int]) -> Iterator[str]:
    rule, sort, size = seen
    yield f"tells={rule}"
    yield f"tells={rule},{sort}"
    yield f"tells={rule},{size}"


def _told_of(seen: tuple[str, str, bool]) -> Iterator[str]:
    rule, side, nameless = seen
    yield f"told={rule},{side}"
    yield f"told={rule},{nameless}"


def _sourced(seen: tuple[str, bool]) -> Iterator[str]:
    """Tell whether the sentence names its source ("according to"), and whether this is it."""
    side, source = seen
    yield f"source,{source},{side}"


def _cueless(seen: tuple[str, str]) -> Iterator[str]:
    """Tell what follows a nominal that is the subject of no cue."""
    sort, after = seen
    yield f"cueless,{sort},{after}"


def _unfit(aim: Aim, s: Standing, side: str) -> Clue:
    """Tell how the sentence is attributed whose cues are none of this nominal's."""
    event, rule = (aim.choice.event, aim.choice.rule) if aim.choice else (None, "")
    if event is None:
        return _told_else, side, s.main, aim.context
    return _cued_else, side, s.main, aim.context, rule, event.mood, event.cue.cue.strength


def _told_else(seen: tuple[str, bool, str]) -> Iterator[str]:
    side, main, context = seen
    yield f"cueless,{context},{side},{main}"


def _cued_else(seen: tuple[str, bool, str, str, Mood, int]) -> Iterator[str]:
    side, main, context, rule, mood, strength = seen
    yield f"cueless,{context},{side},{main}"
    yield f"cueless,{mood}"
    yield f"cueless,{rule},{mood},{side},{main}"
    yield f"cueless,{rule},{strength},{side},{main}"
