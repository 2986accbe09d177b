"""Which cue gives a quotation its speaker: by order, nearness and punctuation, surest pattern first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analyse.cues import Event, Mood, main_subject
from generator.analyse.names import Nominal
from generator.analyse.tokens import Token
from generator.analyse.words import ADVERBS, CALENDAR, DETERMINERS, PREPOSITIONS

UNSURE = 0.5  # below it the speaker is not named


@dataclass(frozen=True, slots=True)
class Choice:
    """The cue that was chosen for a quotation, the pattern, and how sure that is."""

    subject: Nominal | None
    event: Event | None
    rule: str
    certainty: float


def choose(
    toks: Sequence[Token], noms: Sequence[Nominal], cues: Sequence[Event], at: int, *, headline: bool
) -> Choice | None:
    """Return the best attribution of the quotation at token ``at`` within its sentence.

    None where the sentence has none; a Choice without a subject where it says that nobody is named.
    """
    options = [option for cue in cues if (option := _fit(toks, noms, cue, at)) is not None]
    options.sort(key=lambda c: -c.certainty)
    if options and options[0].certainty >= UNSURE:
        return options[0]
    return _by_colon(toks, noms, at) or (_by_headline(noms, at) if headline else None)


def _fit(toks: Sequence[Token], noms: Sequence[Nominal], cue: Event, at: int) -> Choice | None:
    found = _after(toks, noms, cue, at) if cue.first > at else _before(toks, cue, at)
    if found is None:
        return None
    rule, certainty = found
    if cue.mood is Mood.PASSIVE and cue.subject is None:
        return Choice(None, cue, "passive", certainty)
    if cue.subject is None:
        return None
    if cue.subject.sort == "agency":
        certainty -= 0.4  # "…, the agency reported": it passes on what somebody else said
    if cue.cue.cue.strength == 1 and rule not in ("quote-cue", "cue-quote"):
        certainty -= 0.3
    return Choice(cue.subject, cue, rule, certainty)


def _after(toks: Sequence[Token], noms: Sequence[Nominal], cue: Event, at: int) -> tuple[str, float] | None:
    """Judge a cue that follows the quotation."""
    begin = min(cue.begin, cue.first)
    between = toks[at + 1 : begin]
    if any(t.quote >= 0 for t in between):
        later = max(i for i in range(at + 1, begin) if toks[i].quote >= 0)
        return ("trailing", 0.8) if begin - later <= 2 and _closes(toks, cue) else None  # noqa: PLR2004
    if all(t.text == "," or t.low in ADVERBS for t in between):
        return "quote-cue", 0.97
    comma = toks[at + 1].text == "," or toks[at].text.rstrip("\"”’'»")[-1:] in ",?!"
    if comma and _one_phrase(noms, between, at + 1):
        return "quote-cue", 0.95
    if toks[begin - 1].text in (",", "-", "–", "—") and _closes(toks, cue):
        return "trailing", 0.86
    if cue.mood is Mood.SOURCE:
        return "source", 0.85
    return None


def _one_phrase(noms: Sequence[Nominal], between: Sequence[Token], offset: int) -> bool:
    """Tell whether only names, titles and what joins them stand between: ", the envoy to Rome, Ada Berg,"."""
    held = {i for n in noms for i in range(n.first, n.last + 1)}
    return len(between) <= 12 and all(  # noqa: PLR2004 - the longest title met had nine words
        offset + k in held or t.text == "," or t.low in DETERMINERS | PREPOSITIONS or t.text in ("'s", "’s") or t.capital
        for k, t in enumerate(between)
    )


def _closes(toks: Sequence[Token], cue: Event) -> bool:
    """Tell whether nothing but a day or a place follows a cue in its sentence."""
    rest = toks[max(cue.end, cue.last) + 1 :]
    return len(rest) <= 8 and not any(t.low in ("that", "but", "and") or t.text in ":" for t in rest)  # noqa: PLR2004


def _before(toks: Sequence[Token], cue: Event, at: int) -> tuple[str, float] | None:
    """Judge a cue that the quotation follows."""
    stop = max(cue.end, cue.last)
    between = toks[stop + 1 : at]
    plain = [t for t in between if t.text not in (",", ":", "-", "—") and t.low != "that"]
    if not plain:
        return "cue-quote", 0.96
    if len(plain) <= 4 and between[-1].text in (":", ",") and not any(t.quote >= 0 for t in plain):  # noqa: PLR2004
        return "cue-quote", 0.93
    if between[0].text == "," and cue.begin > 0 and toks[cue.begin - 1].text == ",":
        return "parenthesis", 0.9
    if any(t.text in (";",) for t in between):
        return None
    return "clause", 0.88 - 0.008 * len(between) - (0.12 if _turns(between) else 0.0)


def _turns(between: Sequence[Token]) -> bool:
    """Tell whether another clause begins between cue and quotation: ", but", ", while"."""
    return any(
        a.text == "," and b.low in ("but", "while", "whereas", "although") for a, b in zip(between, between[1:], strict=False)
    )


def _by_colon(toks: Sequence[Token], noms: Sequence[Nominal], at: int) -> Choice | None:
    if at < 2 or toks[at - 1].text != ":":  # noqa: PLR2004 - a name and a colon
        return None
    subject = next((n for n in reversed(noms) if n.last <= at - 2 and n.sort != "place"), None)
    near = subject is not None and (at - 2 - subject.last) <= 3  # noqa: PLR2004
    return Choice(subject if near else main_subject(toks[:at], noms), None, "colon", 0.85) if subject else None


def _by_headline(noms: Sequence[Nominal], at: int) -> Choice | None:
    """A headline leaves the verb out: the name before the words said them, else the one after a dash."""
    who = [n for n in noms if n.last < at and n.sort in ("actor", "person", "office", "organ") and not n.possessive]
    return Choice(who[-1], None, "headline", 0.75) if who else None


def by_subject(toks: Sequence[Token], noms: Sequence[Nominal], at: int) -> Choice | None:
    """Give words inside a sentence without a cue to its subject, if that can speak."""
    subject = main_subject(toks[:at], noms)
    speaks = subject is not None and subject.sort in ("person", "actor", "organ", "pronoun", "office", "text")
    return Choice(subject, None, "subject", 0.55) if speaks else None


def is_calendar(tok: Token) -> bool:
    """Tell whether a token names a day or a month."""
    return tok.low in CALENDAR
