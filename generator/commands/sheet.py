"""The error sheet: each quotation of a text with its speaker, why it is he, and who came nearest."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.analyse.weigh.attribution import DOUBT
from generator.commands.reasons import Reason, comparison, nobodys, reported, speaking, told
from generator.model.findings import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analyse.weigh.witness import Hearing, Standing
    from generator.commands.paper import Paper
    from generator.model.article import Reading
    from generator.model.findings import Quote, Speaker
    from generator.model.text import Span

_FORM = 10  # letters of the longest form of a quotation, and two
_INDENT = 7 + _FORM  # letters before the words: the line in the file, the form
_BELOW = 9  # and before what is told of it
_HANG = 4  # by which a line that goes on below is set in
_PARTED = " · "
_WHOLE = {  # rules of words that stand in no marks, but in somebody's turn to speak
    "turn": "the text is a transcript or an interview, and this is the speaker's turn",
    "speech": "the headline says whose speech or statement the whole text is",
}
_SLIGHT = 0.01  # odds below it are told as such


def sheet(reading: Reading, hearings: Sequence[Hearing], to: Paper) -> Iterator[str]:
    """Yield the lines about every quotation in the order of the text, and how many there are of each kind."""
    yield to.bold("quotations") if reading.quotes else "no quotations"
    heard = {h.span: h for h in hearings}
    for quote in reading.quotes:
        line = _line(reading, quote)
        words = to.bold(f"“{to.short(quote.text, _INDENT + 2)}”")
        yield f"{to.faint(f'{line:5}')}  {quote.form.value:{_FORM}}{words}"
        for parts in _about(reading, quote, _hearing(quote, heard)):
            yield from _laid(parts, to)
    if reading.quotes:
        yield ""
        yield from to.wrapped(_count(reading.quotes), 0)


def _laid(parts: Sequence[str], to: Paper) -> Iterator[str]:
    """Lay parts on lines, as many on each as fit; one that is longer than a line goes on below."""
    lines = [""]
    for i, part in enumerate(parts):
        words = part + (_PARTED.rstrip() if i + 1 < len(parts) else "")
        joined = f"{lines[-1]} {words}".lstrip()
        lines[-1:] = [joined] if not lines[-1] or to.fits(joined, _BELOW + _HANG) else [lines[-1], words]
    first, *more = (part for line in lines for part in to.wrapped(line, _BELOW + _HANG))
    yield f"{' ' * _BELOW}{first}"
    yield from (f"{' ' * (_BELOW + _HANG)}{rest}" for rest in more)


def _hearing(quote: Quote, heard: Mapping[Span, Hearing]) -> Hearing | None:
    """Return how a quotation was decided; of several parts that which named the speaker."""
    found = [heard[part] for part in quote.parts if part in heard]
    named = [h for h in found if quote.speaker is not None and h.who == quote.speaker.name]
    return next(iter(named + found), None)


def _line(reading: Reading, quote: Quote) -> int:
    """Return the line of the file in which the block of a quotation begins."""
    starts = [block.span.start for block in reading.blocks]
    at = bisect_right(starts, quote.parts[0].start) - 1
    return reading.blocks[at].line if at >= 0 else 1


def _about(reading: Reading, quote: Quote, hearing: Hearing | None) -> Iterator[list[str]]:
    """Yield who said it, why, and who came nearest, a line for each."""
    if quote.speaker is not None:
        yield _who(reading, quote, quote.speaker)
        if quote.form is Form.INDIRECT:
            yield [f"because: {reported(quote.speaker.rule, quote.cue)}"]
        else:
            yield from _why(quote.speaker, hearing)
    elif quote.form is Form.INDIRECT:
        yield ["speaker not named", f"because: nobody is named before “{quote.cue}”"]
    elif quote.form is Form.SCARE:
        yield from _why_nobody(hearing)
    else:
        yield from _why_unknown(hearing)
    if quote.told is not None:
        yield [f"said on {quote.told.day}", f"by “{quote.told.text}”"]


def _who(reading: Reading, quote: Quote, speaker: Speaker) -> list[str]:
    """Return "Ada Quill [ada-quill, northport] 0.93 · as “she” · cue “said” · rule quote-cue"."""
    known = ", ".join(ident for ident in (speaker.person, speaker.actor) if ident)
    words = speaker.mention.of(reading.text) if speaker.mention else speaker.name
    parts = [f"{speaker.name}{f' [{known}]' if known else ''} {_odds(speaker.certainty)}"]
    parts += [f"as “{words}”"] if words != speaker.name else []
    parts += [f"cue “{quote.cue}”"] if quote.cue else []
    return [*parts, f"rule {speaker.rule}"]


def _why(speaker: Speaker, hearing: Hearing | None) -> Iterator[list[str]]:
    if speaker.rule in _WHOLE:
        yield [f"because: {_WHOLE[speaker.rule]}"]
        return
    chosen = hearing.chosen if hearing and hearing.who == speaker.name else None
    if hearing is None or (chosen is None and hearing.standing):
        yield ["because: the words stand in reported speech of this speaker"]
        return
    if chosen is None:
        yield [f"because: {told(f'rule={speaker.rule}')[1]} (headlines are read by patterns alone)"]
        return
    rival = hearing.rival
    if rival is None:
        yield from _reasons("because", speaking(chosen, 1))
        yield ["runner-up: nobody else stands near", f"somebody not named {_odds(hearing.unnamed)}"]
        return
    good, bad, though = comparison(chosen, rival)
    yield from _reasons("because", good or speaking(chosen, 1))
    unnamed = [f"or somebody not named {_odds(hearing.unnamed)}"] if hearing.unnamed > rival.odds else []
    yield [f"runner-up: {_named(rival)}", *map(str, bad), *unnamed]
    yield from _reasons("though", though)


def _why_unknown(hearing: Hearing | None) -> Iterator[list[str]]:
    yield ["speaker not named"]
    if hearing is None or not hearing.standing:
        yield ["because: nobody stands near who may have said it"]
        return
    nearest = hearing.standing[0]
    if hearing.verdict.named:
        yield [f"because: it does not become clear whom “{nearest.words}” means {_odds(nearest.odds)}"]
        return
    yield [
        f"because: nobody is as likely as {hearing.verdict.least}",
        f"somebody not named {_odds(hearing.unnamed)}",
    ]
    yield [f"nearest: {_named(nearest)}", *map(str, speaking(nearest, -1))]


def _why_nobody(hearing: Hearing | None) -> Iterator[list[str]]:
    if hearing is None or hearing.nobody <= DOUBT:
        yield ["nobody's statement"]
        yield ["because: a few words, and nobody is likely enough to have said them"]
    else:
        yield [f"nobody's statement {_odds(hearing.nobody)}"]
        yield from _reasons("because", nobodys(hearing.why_nobody))
    if hearing is not None and hearing.standing:
        nearest = hearing.standing[0]
        yield [f"nearest: {_named(nearest)}", *map(str, speaking(nearest, -1))]


def _reasons(label: str, found: Sequence[Reason]) -> Iterator[list[str]]:
    if found:
        first, *more = map(str, found)
        yield [f"{label}: {first}", *more]


def _named(who: Standing) -> str:
    words = f" (“{who.words}”)" if who.words != who.name else ""
    return f"{who.name}{words} {_odds(who.odds)}"


def _odds(odds: float) -> str:
    return f"{odds:.2f}" if odds >= _SLIGHT else "under 0.01"


def _count(quotes: Sequence[Quote]) -> str:
    nobody = sum(q.form is Form.SCARE for q in quotes)
    unknown = sum(q.speaker is None for q in quotes) - nobody
    named = len(quotes) - nobody - unknown
    return (
        f"{len(quotes)} {'quotation' if len(quotes) == 1 else 'quotations'}: {named} with a speaker,"
        f" {unknown} without, {nobody} nobody's statement"
    )
