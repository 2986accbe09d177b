"""What speaks for a nominal that is the subject of a cue: how that stands to the words and to other cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.speakers import pattern
from generator.analyse.weigh.aims import tight
from generator.analyse.weigh.shapes import bucket, same, sort_of
from generator.analyse.word.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analyse.cue.cues import Event, Mood
    from generator.analyse.name.names import Nominal
    from generator.analyse.weigh.aims import Aim
    from generator.analyse.weigh.ranking import Clue
    from generator.analyse.weigh.scenes import Standing
    from generator.analyse.word.tokens import Token

_TURNS = listed("and but while although though whereas ; yet as")


def cued(aim: Aim, s: Standing) -> Iterator[Clue]:
    """Yield what the cues tell whose subject a nominal is, most of it of the one nearest to the quotation."""
    sentence, best = aim.clause.sentence, min(s.own, key=lambda e: abs(e.first - aim.at))
    for event in s.own:
        if event is not best:
            yield _also, pattern(sentence, event, aim.at)
    label, cue, mood = pattern(sentence, best, aim.at), best.cue.cue, best.mood
    yield _cue, len(s.own) > 1, label, cue.kind, cue.strength, cue.lemma
    yield _mood, label, mood, best.inverted, tight(best, s.nominal), s.sort
    yield _form, label, aim.letter, aim.size, _nearest(aim, best), bucket(abs(best.first - aim.at))
    yield _sides, label, cue.kind, aim.lead, aim.follow
    if best.first > aim.at:
        rest = bucket(len(sentence.toks) - 1 - max(best.end, best.last))
        yield _rest, label, rest, aim.follow, _feeds(aim, best)
        yield from _trailing(aim, s, best, label)
    else:
        yield from _chain(aim, s, best, label)


def _also(seen: tuple[str]) -> Iterator[str]:
    (label,) = seen
    yield f"also={label}"


def _cue(seen: tuple[bool, str, str, int, str]) -> Iterator[str]:
    """Tell which cue it is."""
    several, label, kind, strength, lemma = seen
    yield f"cued,{several}"
    yield f"own={label}"
    yield f"own={label},{kind},{strength}"
    yield f"own={label},{lemma}"


def _mood(seen: tuple[str, Mood, bool, str, str]) -> Iterator[str]:
    """Tell how a cue stands to its subject."""
    label, mood, inverted, beside, sort = seen
    yield f"mood={mood}"
    yield f"own={label},{sort}"
    yield f"own={label},{mood},{inverted}"
    yield f"tight={label},{beside},{mood}"


def _form(seen: tuple[str, str, int, bool, int]) -> Iterator[str]:
    """Tell how the words look that a cue may lead to, and how far they are."""
    label, letter, size, nearest, span = seen
    yield f"own={label},{letter},{size}"
    yield f"near={label},{nearest}"
    yield f"span={label},{span}"


def _sides(seen: tuple[str, str, str, str]) -> Iterator[str]:
    """Tell what stands beside the words."""
    label, kind, lead, follow = seen
    yield f"next={follow},{label}"
    yield f"lead={lead},{label}"
    yield f"lead={lead},{label},{kind}"


def _rest(seen: tuple[str, int, str, bool]) -> Iterator[str]:
    """Tell what follows a cue that stands behind the words."""
    label, rest, follow, feeds = seen
    yield f"rest={label},{rest}"
    yield f"rest={follow},{rest}"
    yield f"feeds={label},{feeds}"


def _feeds(aim: Aim, own: Event) -> bool:
    """Tell whether other words in marks follow a cue: then they, rather, are what it leads to."""
    return any(at > own.first for at in aim.clause.quotes)


def _nearest(aim: Aim, own: Event) -> bool:
    """Tell whether no other cue with a subject stands between a cue and the quotation."""
    low, high = min(own.first, aim.at), max(own.first, aim.at)
    return not any(e.subject is not None and low < e.first < high for e in aim.clause.sentence.cues)


def _others(aim: Aim, n: Nominal) -> list[tuple[Event, Nominal]]:
    """Return the cues of others, each with its subject."""
    cues = aim.clause.sentence.cues
    return [(e, e.subject) for e in cues if e.subject is not None and not same(e.subject, n)]


def _trailing(aim: Aim, s: Standing, own: Event, label: str) -> Iterator[Clue]:
    """Tell whether the cue of another stands before the words where this one stands behind them."""
    if any(e.first < aim.at for e, _ in _others(aim, s.nominal)):
        yield _trails, own.cue.cue.kind, label


def _trails(seen: tuple[str, str]) -> Iterator[str]:
    kind, label = seen
    yield f"trails={kind},{label}"


def _chain(aim: Aim, s: Standing, own: Event, label: str) -> Iterator[Clue]:
    """Tell which cues of others stand about a cue: "Ann said that Bob thinks it “odd”"."""
    sentence, kind, others = aim.clause.sentence, own.cue.cue.kind, _others(aim, s.nominal)
    inner = next((pair for pair in others if own.first < pair[0].first < aim.at), None)
    outer = next((e for e, _ in reversed(others) if e.first < own.first), None)
    after = next((e for e, _ in others if e.first > aim.at), None)
    if inner is not None:
        event, subject = inner
        joined = _joined(sentence.toks[own.last + 1 : event.begin])
        yield _holds, kind, joined, event.cue.cue.kind, event.cue.cue.strength, sort_of(subject)
        yield _leads, joined, pattern(sentence, event, aim.at)
    if outer is not None:
        joined = _joined(sentence.toks[outer.last + 1 : own.begin])
        yield _held, kind, joined, outer.cue.cue.kind, outer.cue.cue.strength, s.sort
        yield _led, joined, label
    if after is not None:
        yield _trailed, after.cue.cue.kind, pattern(sentence, after, aim.at)


def _holds(seen: tuple[str, str, str, int, str]) -> Iterator[str]:
    kind, joined, inner, strength, sort = seen
    yield f"holds={kind},{inner},{joined}"
    yield f"holds={strength},{sort},{joined}"


def _leads(seen: tuple[str, str]) -> Iterator[str]:
    joined, label = seen
    yield f"holds={joined},{label}"


def _held(seen: tuple[str, str, str, int, str]) -> Iterator[str]:
    kind, joined, outer, strength, sort = seen
    yield f"held={outer},{kind},{joined}"
    yield f"held={strength},{sort},{joined}"


def _led(seen: tuple[str, str]) -> Iterator[str]:
    joined, label = seen
    yield f"held={joined},{label}"


def _trailed(seen: tuple[str, str]) -> Iterator[str]:
    kind, label = seen
    yield f"trailed={kind},{label}"


def _joined(between: Sequence[Token]) -> str:
    """Say what parts two cues: another quotation, a turn to another clause, a comma, or words alone."""
    if any(t.quote >= 0 for t in between):
        return "quote"
    if any(t.low in _TURNS for t in between):
        return "turn"
    return "plain" if all(t.word for t in between) else "parted"
