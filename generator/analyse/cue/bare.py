"""The clause that a verb of speech leads to without "that": "said the dam was safe", "says he may go"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.between import is_cue, past_day, past_hearer, past_occasion
from generator.analyse.cue.complements import Frame
from generator.analyse.cue.cues import Mood
from generator.analyse.cue.verbs import SURE, after, ends_before, is_turned
from generator.analyse.word.words import (
    ACTORS,
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    WITH_VERB,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event, Sentence
    from generator.analyse.name.names import Nominal
    from generator.analyse.word.tokens import Token

VERB = 12  # tokens before the verb of a clause
ASIDE = 24  # tokens between two commas that part a subject from its verb
_BARE = listed("say think believe")  # the others take things too: "claimed the prize"
_OBJECTS = listed("him her them us me himself herself themselves")
_SUBJECTS = (PRONOUNS - {"who"}) | WITH_VERB | listed("i we you there this these those nobody everyone")
_THINGS = listed("it this these those there")  # pronouns that are objects too
_AFTER_THING = PREPOSITIONS | ADVERBS | (CALENDAR - {"may"}) | listed("and or but , that to")
_CLAUSES = listed("if when because just since once unless while although even as having being only")
_NO_CLAUSE = PREPOSITIONS | ADVERBS | AUXILIARIES | CALENDAR | listed("who and or but so")
_VERBS = AUXILIARIES - {"'s"}
_MEASURES = listed("little much more nothing something anything")
_ABOUT = listed("about nearly almost roughly around over under")
_NUMBERS = listed("half one two three four five six seven eight nine ten twenty thirty forty fifty all every")
_STOPS = listed(", ; : ( — – - ― that who which whose whom where but")
_SIGNS = (",", ".", "?", "!", ";", ":", ")")

Opening = tuple[int, str]  # the first token of what was said, and the rule


def without_that(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    """Return where a clause begins right behind a verb, or behind its hearer, its day, its occasion."""
    toks = sentence.toks
    if Frame.THAT not in takes or event.inverted or is_turned(toks, event):
        return None
    start = _start(sentence, event, takes)
    if start >= len(toks) or (event.first and toks[event.first - 1].quote >= 0):
        return None
    if toks[start].low in _SUBJECTS:
        return (start, "bare") if _is_subject(toks, start) else None
    return (start, "bare") if _is_clause(sentence, event, start) else None


def _start(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> int:
    """Step over the one who is told, and over when and where."""
    toks, start, tells = sentence.toks, after(event), event.cue.cue.lemma == "tell"
    if tells and event.mood is not Mood.PASSIVE:
        start = past_hearer(toks, sentence.noms, start)
    elif Frame.HEARER in takes and toks[start].low in _OBJECTS:
        start += 1  # "assured him it was done"
    start = past_day(toks, start)
    return past_occasion(toks, start, of=tells) if event.cue.cue.strength >= SURE else start


def _is_clause(sentence: Sentence, event: Event, start: int) -> bool:
    """Tell whether a clause begins at a token that is no pronoun; most cues need a verb in it."""
    toks, lemma = sentence.toks, event.cue.cue.lemma
    sure = lemma in _BARE
    if (event.cue.cue.strength < SURE and not sure) or _is_word_alone(toks, start):
        return False
    if _gives_marks(toks, event) or not _begins_clause(toks, sentence.noms, start):
        return False
    told = lemma == "tell" and (toks[start].low in DETERMINERS or toks[start].low == "only")
    return told or sure or _has_verb(toks, start)


def _is_word_alone(toks: Sequence[Token], i: int) -> bool:
    """Tell whether an answer or a measure is all that was said: "said yes", "said little about it"."""
    behind = toks[i + 1] if i + 1 < len(toks) else None
    if toks[i].low == "yes" or behind is None:
        return True
    if toks[i].low == "no":
        return not behind.word or behind.low in ("to", "and", "but")
    return toks[i].low in _MEASURES and behind.low in ("about", "of", "on")


def _is_subject(toks: Sequence[Token], i: int) -> bool:
    """Tell whether a pronoun begins a clause, not "said it on Monday", "found it there"."""
    if toks[i].low in ACTORS:  # "said she still hoped", "said he may"
        return i + 1 < len(toks) and toks[i + 1].text not in _SIGNS
    several = toks[i].low not in _THINGS and i + 1 < len(toks) and toks[i + 1].low == "and"
    if i + 2 >= len(toks) or (toks[i + 1].low in _AFTER_THING and not several):  # "said he and Holm differ"
        return False
    led = toks[i].low in _THINGS and toks[i + 1].low.endswith(("ly", "where", "right"))
    return not led or toks[i + 2].low in AUXILIARIES


def _gives_marks(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether a cue gives the words in marks before it: “We sail,” Ann Doe said two days before."""
    k = event.begin - 1
    return (k >= 0 and ends_before(toks[k]) and toks[k].quote >= 0) or (
        k > 0 and toks[k].text == "," and toks[k - 1].quote >= 0
    )


def _begins_clause(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> bool:
    tok = toks[i]
    if tok.quote >= 0:
        return True
    if not tok.word or tok.low in CALENDAR or (tok.low in _OBJECTS and not _is_her(toks, i)):
        return False
    if tok.low in DETERMINERS or tok.low in _CLAUSES or tok.capital:
        return True
    return any(n.first <= i <= n.last for n in noms) or _begins_plainly(toks, i)


def _begins_plainly(toks: Sequence[Token], i: int) -> bool:
    """Tell whether a clause begins with a deed, a measure or a plain noun."""
    tok = toks[i]
    if tok.low.endswith("ing"):  # "said closing it would help"
        return tok.low not in PREPOSITIONS and _has_verb_after(toks, i + 1)
    if tok.low in _ABOUT and i + 1 < len(toks):  # "said about half had gone"
        return toks[i + 1].low in _NUMBERS or toks[i + 1].low.isdigit()
    return not (tok.low in _NO_CLAUSE or tok.low.endswith("ly"))


def _is_her(toks: Sequence[Token], i: int) -> bool:
    """Tell "her net worth was", where it owns something, from "told her"."""
    return toks[i].low == "her" and i + 1 < len(toks) and toks[i + 1].word and _has_verb(toks, i)


def _has_verb(toks: Sequence[Token], start: int) -> bool:
    """Tell whether what follows has a verb of its own, what hangs on its subject by "which" passed over."""
    end = min(len(toks), start + VERB)
    comma = next((k for k in range(start, end - 1) if toks[k].text == ","), end)
    if comma < end and toks[comma + 1].low in ("which", "who"):
        close = next((k for k in range(comma + 1, min(len(toks), comma + ASIDE)) if toks[k].text == ","), end)
        return close + 1 < len(toks) and toks[close + 1].low in AUXILIARIES
    for k, t in enumerate(toks[start:end]):
        if t.low in AUXILIARIES or (k > 1 and not t.capital and (t.low in PASTS)):
            return True
        if k and t.low.endswith("ed") and not t.capital and _has_object(toks, start + k):
            return True
        if t.low in _STOPS or is_cue(t):
            return False
    return False


def _has_verb_after(toks: Sequence[Token], start: int) -> bool:
    """Tell whether a verb follows, whatever stands before it: "closing what had been built would help"."""
    return any(
        t.low in _VERBS or t.low in PASTS or (t.low.endswith("ed") and _has_object(toks, k))
        for k, t in enumerate(toks[start : start + ASIDE], start)
    )


def _has_object(toks: Sequence[Token], i: int) -> bool:
    """Tell a verb in the past from a participle: "the dam killed the mayor", "the dam built by them"."""
    if i + 1 >= len(toks) or toks[i - 1].low in DETERMINERS or toks[i - 1].low in PREPOSITIONS:
        return False
    return toks[i + 1].low in DETERMINERS or toks[i + 1].low in _OBJECTS
