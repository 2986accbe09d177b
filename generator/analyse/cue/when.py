"""On which day something was said, as its own sentence tells it: "said in Brussels on Monday".

A day is the verb's own where nothing but hearers, places and occasions stands between the two, or where it
leads the clause of the verb. Any other has it for itself, as in "said the ship that sank on Monday", and then
the day of saying stays untold: none is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.cue.complements import Frame, frames
from generator.analyse.cue.cues import Mood
from generator.analyse.word.words import AUXILIARIES, CALENDAR, FUNCTION, PASTS, listed
from generator.model.findings import Dated
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analyse.cue.cues import Event, Sentence

# Where, to whom and on what occasion somebody speaks.
_HEARERS = (
    "reporters? journalists? correspondents? media press lawmakers? deputies senators? legislators? leaders"
    " supporters? delegates? diplomats? parliament congress senate officials? members colleagues? students"
    " graduates troops soldiers sailors voters donors activists viewers listeners crowds? audience committee"
    " subcommittee panel council court judge jury cabinet assembly newspaper agency agencies television radio"
    " tv station broadcaster network channel magazine"
)
_OCCASIONS = (
    "statements? interviews? conference conferences briefings? speech speeches address letter e-?mails?"
    " tweets? posts? postings? messages? memo op-ed column calls? appearances? testimony hearings? rally"
    " rallies meetings? debates? events? ceremony forum summit sermon lecture remarks comments session filing"
    " programme program show visit trip tour stop dinner luncheon gathering town-hall"
)
_PLACES = (
    "parliament court courthouse office offices headquarters airport university school church mosque ministry"
    " embassy capital city town telephone phone writing sidelines floor"
)
_HEADS = "|".join(f"{_HEARERS} {_OCCASIONS} {_PLACES}".split())
_DET = r"(?:(?:a|an|the|his|her|their|its|one|another|some|several|local|state) )?"
_NO_WORD = "|".join(sorted(map(re.escape, (FUNCTION | PASTS) - listed("news press late early"))))
_PLAIN = (
    rf"(?:(?:televised|prepared|e-?mailed|recorded|written|scheduled|packed|crowded|[\w-]*meeting|briefing)"
    rf"|(?!(?:{_NO_WORD})\b)(?!\w*(?:ed|ing)\b)[a-z][\w’'-]*)"
)
_CAPITAL = r"[A-Z][\w.&’'-]*"
_NAME = rf"(?:the )?{_CAPITAL}(?:(?:, | (?:of |for |and |the |de )?){_CAPITAL}){{0,6}}"
_THING = rf"{_DET}(?:(?:{_PLAIN}|{_CAPITAL}) ){{0,4}}?(?:{_HEADS})(?: (?:issued|released))?\b"
_NP = rf"(?:{_THING}|{_NAME})"
_THEM = "|".join(_HEARERS.split())
_HEARER = rf"(?:{_DET}(?:(?:{_PLAIN}|{_CAPITAL}) ){{0,4}}?(?:{_THEM})\b|him|her|them|us|me|{_NAME})"
_WHERE = rf"(?:in|at|during|on|to|with|from|via|by|through|outside|inside|aboard|of) {_NP}"
_HOW = r"(?:late|early|earlier|later|again|already|also|even|first|only|then|\w+ly)"
_PLACED = rf"(?:,? ?{_HOW})*(?:,? ?{_WHERE}){{0,4}}(?:,? ?{_HOW})*,? ?(?:on )?"
_SPEAKING = (
    r"(?:(?i:speaking|addressing|testifying|writing|appearing|interviewed|asked|pressed|questioned)"
    rf"(?: {_HEARER})?{_PLACED})"
)
_TIME = r"(?: (?:morning|afternoon|evening|night))?"
_LINKS = r"(?:(?:But|And|Then|Yet|Also|Meanwhile|Still)\b,? )?"
_STARTS = re.compile(r"^|[;—–] |\) ?- ")  # where a clause may begin
_JOINED = re.compile(r", (?:and|but|while|whereas) (?=on )")
_OWNED = re.compile(rf"['’]s (?:{_PLAIN} ){{0,2}}?(?:{'|'.join(_OCCASIONS.split())})\b")
_TEXT = re.compile(
    rf"\b(?:statement|letter|e-?mail|message|memo|tweet|post|note|posting)(?: to {_NP})?"
    r" (?:late |early )?(?:on )?$"
)
_REACH = 160  # letters between a verb and its day
_REPLIED = re.compile(
    rf" (?:to|about|over|at|against) (?:[\w-]+ ){{0,3}}(?!(?:{_THEM}|{_CAPITAL}) )[\w-]+ that $"
)
_NEAR = 80  # letters before a day in which it is told what it is the day of
_NEXT = re.compile(r" ([\w’'-]+)")
_RANGE = re.compile(rf"(?: (?:and|or|to|through) (?:on )?| ?[-–/] ?)(?i:{'|'.join(sorted(CALENDAR))})\b")
_OPENING = re.compile(
    r"(?:^|[;:,—–”\"] ?|\b(?:and|but|while|as|when|that|because|if|after|though|although) )(?:the |an? )?$",
    re.IGNORECASE,
)
_NAMING = listed("declare call proclaim name designate mark describe recall remember dub set")
_TAGGED = (
    r"(?:, (?!(?:who|which|whose|where|when|that|and|but)\b)(?![^,]*\w(?:ed|ing)\b)[^,;:“”\"()]{1,80},)?"
)


@dataclass(slots=True)
class Days:
    """The days that one sentence names, and what in it is somebody's: neither the day nor its verb is there.

    All spans count in ``words``, the sentence.
    """

    words: str
    named: Sequence[Dated]
    said: Sequence[Span]


def day_of(sentence: Sentence, event: Event, days: Days) -> Dated | None:
    """Return the day of a verb of speech, None where its sentence tells none or several."""
    if event.cue.cue.kind == "think" or (event.subject is not None and event.subject.sort == "agency"):
        return None
    found = [
        day
        for day in _single(days)
        if _is_of(sentence, event, (days.words, day.span)) and not _is_of_others(event, days, day)
    ]
    return found[0] if len({day.day for day in found}) == 1 else None


def _single(days: Days) -> Iterator[Dated]:
    """Yield the days that are told, alone in their words, and in nobody's mouth."""
    spans = [day.span for day in days.named]
    for day in days.named:
        inside = any(span.shared(day.span) for span in days.said)
        if day.day and spans.count(day.span) == 1 and not inside:
            yield day


def _is_of_others(event: Event, days: Days, day: Dated) -> bool:
    """Tell whether the day is not that of the words: "responded on Monday to claims that", "today argue"."""
    if day.text.lower() == "today" and event.cue.words[0] in (event.cue.cue.lemma, f"{event.cue.cue.lemma}s"):
        return True  # these days
    after = min((span.start for span in days.said if span.start >= day.span.end), default=day.span.end)
    return _REPLIED.search(days.words[day.span.end : after]) is not None


def _is_of(sentence: Sentence, event: Event, at: tuple[str, Span]) -> bool:
    """Tell whether a day of the sentence is that of a verb."""
    words, toks = at[0], sentence.toks
    owned = _OWNED.match(words, at[1].end)
    day = _with_occasion(words, at[1], owned) if owned else at[1]
    if day is None:  # "Monday's statement said"
        return event.subject is not None and owned is not None and toks[event.subject.last].end == owned.end()
    last = max(event.end, event.last)
    if day.start >= toks[last].end:
        return _follows(event, words[toks[last].end : day.start]) and _ends(event, words, day)
    if event.mood is Mood.PARTICIPLE and _TEXT.search(words, max(0, day.start - _NEAR), day.start):
        return re.fullmatch(rf"{_TIME},? ", words[day.end : toks[event.first].start]) is not None
    if event.inverted or event.subject is None or event.mood in (Mood.SOURCE, Mood.PASSIVE):
        return False
    subject = event.subject
    if toks[subject.last].end <= day.start and day.end <= toks[event.first].start:
        between = words[toks[subject.last].end : toks[event.first].start]
        return _opens(words[: toks[subject.first].start]) and _between(between, words, day)
    return day.end <= toks[subject.first].start and _leads(sentence, event, (words, day))


def _with_occasion(words: str, day: Span, owned: re.Match[str]) -> Span | None:
    """Return the whole of "in Monday's statement", None where no preposition leads to it."""
    lead = re.search(r"\b(?:in|at|during|from) (?:the )?$", words[: day.start], re.IGNORECASE)
    return Span(lead.start(), owned.end()) if lead else None


def _follows(event: Event, between: str) -> bool:
    """Tell whether a day behind a verb is its own by what stands between: "told reporters in Holm on"."""
    hears = Frame.HEARER in frames(event.cue.cue) or not event.cue.cue.takes_that
    return _fits(_behind()[hears and not event.inverted], between)


def _ends(event: Event, words: str, day: Span) -> bool:
    """Tell whether the words behind a day leave it to the verb: not "said Monday would be"."""
    rest = words[day.end :]
    if (time := re.match(_TIME, rest)) is not None:
        rest = rest[time.end() :]
    if _RANGE.match(rest) or rest.startswith(("'", "’")):
        return False
    word = _NEXT.match(rest)
    after = word[1].lower().replace("’", "'") if word else ""
    if after in AUXILIARIES:
        return False
    if not word or words[: day.start].endswith((" on ", " late ", " early ", " earlier ", " later ")):
        return True
    if event.cue.cue.lemma in _NAMING and after in {"a", "an", "as", "the"}:
        return False
    return after in FUNCTION or after in CALENDAR or after.endswith("ly") or word[1][:1].isupper()


def _opens(before: str) -> bool:
    """Tell whether a subject begins its clause: "The port attacked by rebels on Monday said" names no day."""
    return _OPENING.search(before) is not None


def _between(between: str, words: str, day: Span) -> bool:
    """Tell whether nothing but a day stands between subject and verb: "Berg on Monday called"."""
    before, found, behind = between.partition(day.of(words))
    return bool(found) and _fits(_inside()[0], before) and _fits(_inside()[1], behind)


def _leads(sentence: Sentence, event: Event, at: tuple[str, Span]) -> bool:
    """Tell whether a day leads the clause of a verb: "On Monday, Berg said", "Speaking on Monday, she"."""
    words, day = at
    toks, subject = sentence.toks, event.subject
    if subject is None or _is_aside(sentence, event):
        return False
    start = max(
        m.end() for m in [*_STARTS.finditer(words, 0, day.start), *_JOINED.finditer(words, 0, day.start)]
    )
    before, rest = words[start : day.start], words[day.end : toks[subject.first].start]
    if not _fits(_upto(), words[toks[subject.last].end : toks[event.first].start]):
        return False
    plain, speaking = _front()
    if _fits(speaking, before):
        return re.fullmatch(rf"{_TIME}(?: [^“”\";:]*)?, (?:the |an? )?", rest) is not None
    return _fits(plain, before) and _fits(_to_subject(), rest)


def _fits(pattern: re.Pattern[str], words: str) -> bool:
    """Tell whether words are all of a pattern; more of them than a clause has are not looked at."""
    return len(words) <= _REACH and pattern.fullmatch(words) is not None


def _is_aside(sentence: Sentence, event: Event) -> bool:
    """Tell whether commas close a verb with its subject: "On Monday, she said, the dam broke"."""
    toks, k = sentence.toks, event.last + 1
    if k + 1 >= len(toks) or toks[k].text != ",":
        return False
    first = next((c for c in toks[k + 1].text if c.isalpha()), "a")
    return toks[k + 1].quote < 0 or first.islower()


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may stand between a verb and its day, without a hearer and with one."""
    speaking = rf"(?:, {_SPEAKING})"
    alone = rf" ?{_TAGGED}(?:{speaking}|{_PLACED})"
    return re.compile(alone), re.compile(rf" (?:{_HEARER})?(?:{speaking}|{_PLACED})")


@cache
def _inside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may stand between a subject and a day before its verb, and between the day and the verb."""
    before = rf"(?:,? (?:{_HOW} )*(?:on )?|, {_SPEAKING})"
    return re.compile(before), re.compile(rf"{_TIME},?(?: (?:{_HOW}|has|had))* ?")


@cache
def _front() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may lead to a day that leads its clause: nothing, or where somebody is speaking."""
    where = rf"(?:(?i:in|at|during) {_NP})"
    plain = rf"{_LINKS}(?:(?i:{_HOW}) )*(?:{where}(?:,? {_WHERE}){{0,3}},? ?)?(?i:(?:{_HOW} )*on )?"
    return re.compile(plain), re.compile(rf"{_LINKS}{_SPEAKING}")


@cache
def _to_subject() -> re.Pattern[str]:
    """Return what may stand between a day that leads its clause and the subject."""
    return re.compile(rf"{_TIME}(?:,? {_WHERE}){{0,3}},? (?:the |an? )?")


@cache
def _upto() -> re.Pattern[str]:
    """Return what may stand between a subject and its verb: who that is, and adverbs."""
    return re.compile(rf"(?:, [^;:“”\"—]{{1,80}},)?(?: (?:{_HOW}|has|had))* ?")
