"""Which cue gives a quotation its speaker: by order, nearness and punctuation, surest pattern first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.analyse.cue.cues import Event, Mood
from generator.analyse.cue.subjects import main_subject
from generator.analyse.name.names import Nominal
from generator.analyse.word.words import ADVERBS, BE, CLOSING, DETERMINERS, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Sentence
    from generator.analyse.word.tokens import Token

UNSURE = 0.5  # below it a pattern names nobody
TITLE = 12  # tokens that may stand between words and cue; the longest title met had nine words
ASIDE = 4  # and between a cue and the words it leads to: ", on Monday:"
TAIL = 8  # and behind a cue at the end of its sentence: a day, a place
_RELAYED = 0.4  # what is taken off where an agency passes on what somebody else said
_WEAK = 0.3  # and where the verb is more often none of speech
_JOINS = DETERMINERS | PREPOSITIONS | {",", "'s"}
_TURNS = listed("but while whereas although")
_DASHES = ("-", "–", "—", "―")
_HEADS = listed("actor person office organ")


@dataclass(slots=True)
class Choice:
    """The cue that was chosen for a quotation, the pattern, and how sure that is."""

    subject: Nominal | None
    event: Event | None
    rule: str
    certainty: float


def choose(sentence: Sentence, at: int, *, headline: bool) -> Choice | None:
    """Return the best attribution of the quotation at token ``at`` within its sentence.

    None where the sentence has none; a Choice without a subject where it says that nobody is named.
    """
    options = [option for cue in sentence.cues if (option := _fit(sentence, cue, at)) is not None]
    best = max(options, key=lambda c: c.certainty, default=None)
    if best is not None and best.certainty >= UNSURE:
        return best
    return (
        _by_colon(sentence, at)
        or _by_dash(sentence, at)
        or (_by_headline(sentence.noms, at) if headline else None)
    )


def _fit(sentence: Sentence, cue: Event, at: int) -> Choice | None:
    found = _after(sentence, cue, at) if cue.first > at else _before(sentence.toks, cue, at)
    if found is None:
        return None
    rule, certainty = found
    if cue.mood is Mood.PASSIVE and cue.subject is None:
        return Choice(None, cue, "passive", certainty)
    if cue.subject is None:
        return None
    if cue.subject.sort == "agency":
        certainty -= _RELAYED
    if cue.cue.cue.strength == 1 and rule not in ("quote-cue", "cue-quote"):
        certainty -= _WEAK
    return Choice(cue.subject, cue, rule, certainty)


def pattern(sentence: Sentence, cue: Event, at: int) -> str:
    """Name how a cue stands to the quotation at token ``at``."""
    behind = cue.first > at
    found = _after(sentence, cue, at) if behind else _before(sentence.toks, cue, at)
    return found[0] if found else "behind" if behind else "ahead"


def _after(sentence: Sentence, cue: Event, at: int) -> tuple[str, float] | None:
    """Judge a cue that follows the quotation."""
    toks = sentence.toks
    begin = _begin(toks, cue)
    between = toks[at + 1 : begin]
    if any(t.quote >= 0 for t in between):
        later = max(i for i in range(at + 1, begin) if toks[i].quote >= 0)
        return ("trailing", 0.8) if begin - later <= 2 and _closes(toks, cue) else None  # noqa: PLR2004
    if all(t.text == "," or t.low in ADVERBS for t in between):
        return "quote-cue", 0.97
    comma = toks[at + 1].text == "," or toks[at].text.rstrip(CLOSING)[-1:] in ",?!"
    if comma and _one_phrase(sentence.noms, between, at + 1):
        return "quote-cue", 0.95
    if toks[begin - 1].text in (",", "-", "–", "—") and _closes(toks, cue):
        return "trailing", 0.86
    if cue.mood is Mood.SOURCE:
        return "source", 0.85
    return None


def _begin(toks: Sequence[Token], cue: Event) -> int:
    """Return the first token of a cue with its subject, also where that is nobody: "it was said"."""
    begin = min(cue.begin, cue.first)
    it = begin - 2
    passive = cue.mood is Mood.PASSIVE and it > 0 and toks[it].low == "it" and toks[it + 1].low in BE
    return it if passive else begin


def _one_phrase(noms: Sequence[Nominal], between: Sequence[Token], offset: int) -> bool:
    """Tell whether only names, titles and what joins them stand between: ", the envoy to Rome, Ada Berg,"."""
    held = {i for n in noms for i in range(n.first, n.last + 1)}
    return len(between) <= TITLE and all(
        offset + k in held or t.low in _JOINS or t.capital for k, t in enumerate(between)
    )


def _closes(toks: Sequence[Token], cue: Event) -> bool:
    """Tell whether nothing but a day or a place follows a cue in its sentence."""
    rest = toks[max(cue.end, cue.last) + 1 :]
    return len(rest) <= TAIL and not any(t.low in ("that", "but", "and", ":") for t in rest)


def _before(toks: Sequence[Token], cue: Event, at: int) -> tuple[str, float] | None:
    """Judge a cue that the quotation follows."""
    stop = max(cue.end, cue.last)
    between = toks[stop + 1 : at]
    plain = [t for t in between if t.text not in (",", ":", "-", "—") and t.low != "that"]
    if not plain:
        return "cue-quote", 0.96
    if len(plain) <= ASIDE and between[-1].text in (":", ",") and not any(t.quote >= 0 for t in plain):
        return "cue-quote", 0.93
    if between[0].text == "," and cue.begin > 0 and toks[cue.begin - 1].text == ",":
        return "parenthesis", 0.9
    if any(t.text == ";" for t in between):
        return None
    return "clause", 0.88 - 0.008 * len(between) - (0.12 if _turns(between) else 0.0)


def _turns(between: Sequence[Token]) -> bool:
    """Tell whether another clause begins between cue and quotation: ", but", ", while"."""
    return any(a.text == "," and b.low in _TURNS for a, b in pairwise(between))


def _by_colon(sentence: Sentence, at: int) -> Choice | None:
    """Return the name before a colon, else the subject of what stands before it."""
    toks, noms = sentence.toks, sentence.noms
    if at < 2 or toks[at - 1].text != ":":  # noqa: PLR2004 - a name and a colon
        return None
    beside = next((n for n in noms if n.last == at - 2), None)
    ruled = beside is None or (beside.first and toks[beside.first - 1].low in PREPOSITIONS)
    subject = main_subject(toks[:at], noms) if ruled else beside
    return Choice(subject, None, "colon", 0.85) if subject is not None and subject.sort != "place" else None


def _by_dash(sentence: Sentence, at: int) -> Choice | None:
    """Return the name that a dash puts below words: "“The pears are ripe” – Tomas Quell"."""
    toks = sentence.toks
    if at + 2 >= len(toks) or toks[at + 1].text not in _DASHES:
        return None
    who = next((n for n in sentence.noms if n.first == at + 2 and n.sort in _HEADS), None)
    alone = who is not None and (who.last + 1 >= len(toks) or toks[who.last + 1].text in (",", "."))
    return Choice(who, None, "dash", 0.85) if alone else None


def _by_headline(noms: Sequence[Nominal], at: int) -> Choice | None:
    """Return the last name before the words: a headline leaves the verb out."""
    who = [n for n in noms if n.last < at and n.sort in _HEADS and not n.possessive]
    return Choice(who[-1], None, "headline", 0.75) if who else None
