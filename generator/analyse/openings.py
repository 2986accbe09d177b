"""Where what somebody is said to have said begins: behind "that", "whether", "to", or at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.complements import Frame, frames
from generator.analyse.cues import Mood
from generator.analyse.lexicon import cue_words
from generator.analyse.verbs import SURE, after, ends_before, is_turned, is_verb
from generator.analyse.words import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.analyse.cues import Event, Sentence
    from generator.analyse.names import Nominal
    from generator.analyse.tokens import Token

FAR = 14  # tokens between a verb and its "that": a hearer, a day, a place
ASIDE = 24  # and where a comma parts them
HEARER = 9  # tokens between a verb and what its hearer is to do
VERB = 12  # tokens before the verb of a clause
_BARE = listed("say think believe")  # the others take things too: "claimed the prize"
_IS = listed("'s is was")
_HEARSAY = listed("say report believe think expect allege estimate rumour claim")  # "is said to have left"
_ASKED = listed("whether if how why what who whom which where when")
_TOLD = listed("whether how why what")
_OBJECTS = listed("him her them us me himself herself themselves")
_SUBJECTS = (PRONOUNS - {"who"}) | listed("i we you there this these those nobody everyone")
_THINGS = listed("it this these those there")  # pronouns that are objects too
_AFTER_THING = PREPOSITIONS | ADVERBS | CALENDAR | listed("and or but , that to")
_CLAUSES = listed("if when because just since once unless while although even as having being only")
_NO_CLAUSE = PREPOSITIONS | ADVERBS | AUXILIARIES | CALENDAR | listed("who and or but so")
_NO_INFINITIVE = DETERMINERS | PREPOSITIONS | listed("him them me us it you")
_PARTS = AUXILIARIES | PRONOUNS | listed(", as when if for that")
_NOT = listed("not never")
_NO_THAT = listed("than of like all after before for with about")
_ADJUNCT = PREPOSITIONS | ADVERBS | CALENDAR | listed("yesterday today tonight tomorrow this last ,")
_STOPS = listed(", ; : ( — – - ― that who which where but")

Opening = tuple[int, str]  # the first token of what was said, and the rule


def opening(sentence: Sentence, event: Event) -> Opening | None:
    """Return where the words begin that a verb leads to, None where it leads to none."""
    if not is_verb(sentence.toks, event) or after(event) >= len(sentence.toks):
        return None
    takes = frames(event.cue.cue)
    return next((found for rule in _RULES if (found := rule(sentence, event, takes)) is not None), None)


def _with_that(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, i = sentence.toks, after(event)
    if Frame.THAT not in takes:
        return None
    comma = False
    for k in range(i, min(len(toks), i + ASIDE)):
        tok = toks[k]
        if tok.low == "that":
            opens = k == i or (toks[k - 1].text == ",") is comma
            if k + 1 < len(toks) and toks[k + 1].low in _IS:  # "that's not true"
                return (k, "bare") if k == i else None
            return (k + 1, "that") if opens and _leads_to(toks, i, k, takes) else None
        comma = comma or tok.text == ","
        if tok.text in (";", ":") or tok.quote >= 0 or (k - i >= FAR and not comma):
            return None
        if tok.low in AUXILIARIES and not comma and not tok.capital:  # "in May" is no auxiliary
            return None
    return None


def _leads_to(toks: Sequence[Token], i: int, that: int, takes: frozenset[Frame]) -> bool:
    """Tell whether no thing stands between a verb and its "that": not "wrote the book that made him"."""
    if that == i:
        return True
    if toks[that - 1].low in _NO_THAT:
        return False
    if Frame.HEARER in takes:
        return True
    adjunct = toks[i].low in _ADJUNCT or toks[i].low.endswith("ly")
    return adjunct and not (that + 1 < len(toks) and toks[that + 1].low.endswith("ed"))


def _with_whether(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, i = sentence.toks, after(event)
    if Frame.WHETHER not in takes:
        return None
    asks = event.cue.cue.kind == "ask"
    far = FAR if asks or Frame.HEARER in takes else 1
    for k in range(i, min(len(toks), i + far)):
        if toks[k].low in (_ASKED if asks else _TOLD):
            return k, "whether"
        if toks[k].text in _STOPS or toks[k].quote >= 0 or toks[k].low in AUXILIARIES or toks[k].low == "to":
            return None
    return None


def _with_infinitive(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, i = sentence.toks, after(event)
    if event.mood is Mood.PASSIVE:
        heard = event.cue.cue.lemma in _HEARSAY and event.subject is None and _is_infinitive(toks, i)
        return (i, "infinitive") if heard else None
    if Frame.INFINITIVE in takes and _is_infinitive(toks, i + 1 if toks[i].low in _NOT else i):
        return i, "infinitive"
    if Frame.HEARER_TO in takes and toks[i].quote < 0 and toks[i].low not in _NOT:  # "asked not to be named"
        to = next((k for k in range(i, min(len(toks), i + HEARER)) if toks[k].low == "to"), None)
        if to is not None and _is_infinitive(toks, to) and not any(t.low in _PARTS for t in toks[i + 1 : to]):
            return i, "infinitive"
    return None


def _is_infinitive(toks: Sequence[Token], to: int) -> bool:
    if to + 1 >= len(toks) or toks[to].low != "to":
        return False
    verb = toks[to + 1]
    return verb.quote >= 0 or (verb.word and verb.text[0].islower() and verb.low not in _NO_INFINITIVE)


def _without_that(sentence: Sentence, event: Event, takes: frozenset[Frame]) -> Opening | None:
    toks, start = sentence.toks, after(event)
    if Frame.THAT not in takes or event.inverted or is_turned(toks, event):
        return None
    if event.first and toks[event.first - 1].quote >= 0:
        return None
    lemma = event.cue.cue.lemma
    if lemma == "tell" and event.mood is not Mood.PASSIVE:
        start = _past_hearer(toks, sentence.noms, start)
    elif Frame.HEARER in takes and toks[start].low in _OBJECTS:
        start += 1  # "assured him it was done"
    start = _past_day(toks, start)
    if start >= len(toks):
        return None
    if toks[start].low in _SUBJECTS:
        return (start, "bare") if _is_subject(toks, start) else None
    weak = event.cue.cue.strength < SURE and lemma not in _BARE
    if weak or _gives_marks(toks, event) or not _begins_clause(toks, sentence.noms, start):
        return None
    told = lemma == "tell" and (toks[start].low in DETERMINERS or toks[start].low == "only")
    return (start, "bare") if told or lemma in _BARE or _has_verb(toks, start) else None


_RULES: tuple[Callable[[Sentence, Event, frozenset[Frame]], Opening | None], ...] = (
    _with_that,
    _with_whether,
    _with_infinitive,
    _without_that,
)


def _past_day(toks: Sequence[Token], i: int) -> int:
    """Step over the day of the saying: "said Thursday he would", "said on Monday the dam was safe"."""
    k = i + 1 if i < len(toks) and toks[i].low == "on" else i
    while k < len(toks) and toks[k].low in CALENDAR:
        k += 1
    return k if k > i + (toks[i].low == "on" if i < len(toks) else 0) else i


def _is_subject(toks: Sequence[Token], i: int) -> bool:
    """Tell whether a pronoun begins a clause, not "said it on Monday", "found it there"."""
    several = toks[i].low not in _THINGS and i + 1 < len(toks) and toks[i + 1].low == "and"
    if i + 2 >= len(toks) or (toks[i + 1].low in _AFTER_THING and not several):  # "said he and Holm differ"
        return False
    return not (toks[i].low in _THINGS and toks[i + 1].low.endswith(("ly", "where", "right")))


def _gives_marks(toks: Sequence[Token], event: Event) -> bool:
    """Tell whether a cue gives the words in marks before it: “We sail,” Ann Doe said two days before."""
    k = event.begin - 1
    return (k >= 0 and ends_before(toks[k]) and toks[k].quote >= 0) or (
        k > 0 and toks[k].text == "," and toks[k - 1].quote >= 0
    )


def _past_hearer(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> int:
    """Step over the one who is told: "the Daily Post", "reporters", "her party"."""
    here = next((n for n in noms if n.first == i), None)
    if here is not None:
        return here.last + 1
    k = i
    if k < len(toks) and toks[k].low in DETERMINERS:
        k += 1
    if k < len(toks) and toks[k].capital:
        while k < len(toks) and toks[k].capital:
            k += 1
        return k
    return k + 1


def _begins_clause(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> bool:
    tok = toks[i]
    if tok.quote >= 0:
        return True
    if not tok.word or tok.low in CALENDAR or (tok.low in _OBJECTS and not _is_her(toks, i)):
        return False
    if tok.low in DETERMINERS or tok.low in _CLAUSES or tok.capital:
        return True
    if any(n.first <= i <= n.last for n in noms):
        return True
    if tok.low.endswith("ing"):
        return _has_verb(toks, i)  # "said closing it would help"
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
        if t.low in _STOPS or _is_cue(t):
            return False
    return False


def _is_cue(tok: Token) -> bool:
    """Tell whether a word alone is a cue: "in", which begins "in the words of", is none."""
    return any(len(cue.words) == 1 for cue in cue_words().get(tok.low, ()))
