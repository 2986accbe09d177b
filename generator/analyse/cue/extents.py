"""Where what somebody is said to have said ends: with the sentence, or where its teller turns elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.cues import Mood
from generator.analyse.cue.openings import opening
from generator.analyse.cue.verbs import SURE, ends_before
from generator.analyse.word.words import ADVERBS, AUXILIARIES, DETERMINERS, HAVE, PASTS, PRONOUNS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.cue.cues import Event, Sentence
    from generator.analyse.word.tokens import Token

NEXT = 5  # tokens of a subject without a name: ", and one in four said"
_SIGNS = (".", "!", "?", ",", ";", ":")
_TURN = listed("but while whereas although though")
_FUTURE = listed("would could might should will 'd 'll wouldn't couldn't won't can't cannot must")
_OWN_DEEDS = listed("refuse decline")  # of the one who speaks: "said it was late and refused to go on"
_PRESENT = listed("is are has have does do isn't aren't hasn't haven't doesn't don't")
_BUT_ALSO = listed("not also rather only that instead")
_CIRCUMSTANCES = listed("as without")
_UNDER = listed("when if while although though as after before since because unless once")
_ABOVE = listed(", and but even")  # what stands before "when" where a clause begins
_LISTED = listed("and or but")  # where a comma closes nothing
_RELATIVE = listed("who which that whose")
_ASIDE = listed("who which whose where")
_THINGS_END = listed("— – - ; : (")
_LEAVES = _RELATIVE | PRONOUNS | listed("and the a an with in on at as but while")
_NO_SUBJECT = AUXILIARIES | PRONOUNS | _RELATIVE
_BEFORE_VERB = AUXILIARIES | ADVERBS
_PAST = ("ed", "said", "told")


def end_of(sentence: Sentence, event: Event, start: int) -> int:
    """Return the last token of the clause that begins at ``start``."""
    toks, end = sentence.toks, last_word(sentence.toks)
    under = _hangs_under(toks, event)
    for i in range(start + 2, end):
        tok = toks[i]
        if tok.low in ("and", "but"):
            if toks[i + 1].low != "that" and _goes_on(sentence, event, i + 1):
                return i - 1
        elif tok.text == "," or (tok.quote >= 0 and ends_before(tok)):
            if _turns(sentence, event, i + 1) or (under and _is_main(sentence, i + 1, under)):
                return i - 1 if tok.quote < 0 else i
        elif tok.text == ";":
            if any(
                e.first > i and e.cue.cue.strength >= SURE and e.cue.cue.takes_that for e in sentence.cues
            ):
                return i - 1
        elif tok.low in ("according", "per") and any(e.first == i for e in sentence.cues):
            return i - 1
    return end


def end_of_thing(sentence: Sentence, event: Event, start: int) -> int:
    """Return the last token of a thing or a deed: nothing that hangs on it behind a comma or a dash."""
    toks, end = sentence.toks, end_of(sentence, event, start)
    for i in range(start + 1, end):
        tok = toks[i]
        if tok.text in _THINGS_END or (tok.text == "," and _leaves(toks[i + 1])):
            return i - 1
        if tok.low in ("and", "but") and _begins_verb(sentence, i + 1):
            return i - 1
        if tok.low in _CIRCUMSTANCES and _is_circumstance(toks, i):
            return i - 1
    return end


def _is_circumstance(toks: Sequence[Token], i: int) -> bool:
    """Tell whether words tell when or how the deed was done, not what: "backed the plan as he left"."""
    return toks[i + 1].low in PRONOUNS if toks[i].low == "as" else toks[i + 1].low.endswith("ing")


def last_word(toks: Sequence[Token]) -> int:
    """Return the last token of a sentence that is no sign."""
    last = len(toks) - 1
    while last > 0 and toks[last].text in _SIGNS:
        last -= 1
    return last


def _begins_verb(sentence: Sentence, i: int) -> bool:
    """Tell whether another verb of the one who speaks, or another subject, stands behind "and"."""
    tok = sentence.toks[i]
    if tok.quote >= 0:
        return False
    if tok.low in AUXILIARIES or tok.low in PRONOUNS or tok.low in PASTS:
        return True
    if tok.low.endswith("ed") and not tok.capital:
        return True
    return any(i in (e.first, e.begin) for e in sentence.cues)


def _leaves(tok: Token) -> bool:
    return tok.quote < 0 and (tok.low in _LEAVES or tok.low.endswith(("ing", "ed")))


def _turns(sentence: Sentence, event: Event, i: int) -> bool:
    """Tell whether the words behind a comma are no more of what was said: ", but", ", which", ", adding"."""
    toks = sentence.toks
    word = toks[i].low
    if word in _TURN:
        return not (
            (word == "but" and i + 1 < len(toks) and toks[i + 1].low in _BUT_ALSO)
            or _is_more(sentence, event, i + 1)
        )
    if word in _ASIDE:
        return not _resumes(toks, i)
    with_one = i + 1 if word == "with" else i  # ", with the mayor adding"
    later = next((e for e in sentence.cues if e.first > event.first and e.first >= i), None)
    if later is None:
        return False
    if with_one in (later.begin, later.first):
        if later.mood is Mood.PARTICIPLE:
            return later.cue.cue.kind != "show"  # "fell by half, showing that it works"
        return later.mood is Mood.SOURCE or later.subject is not None
    return _told_next(sentence, i)


def _is_more(sentence: Sentence, event: Event, i: int) -> bool:
    toks = sentence.toks
    if toks[i].low in _PRESENT and event.cue.words[0].endswith(_PAST):
        return True
    for k in range(i, min(len(toks), i + 6)):
        if any(e.first == k for e in sentence.cues) or toks[k].text == ",":
            return False
        if toks[k].low in _FUTURE:
            return True
        if toks[k].low in AUXILIARIES or toks[k].low.endswith("ed") or toks[k].low in PASTS:
            return False
    return False


def _resumes(toks: Sequence[Token], i: int) -> bool:
    """Tell whether the clause goes on behind a relative one: "the dam, which had burst, was old"."""
    return any(toks[k].text == "," and toks[k + 1].low in AUXILIARIES for k in range(i + 1, len(toks) - 1))


def _hangs_under(toks: Sequence[Token], event: Event) -> str | None:
    """Tell how the clause of a cue hangs under another: "When she said …, he left", "a man who said"."""
    begin = min(event.begin, event.first)
    if event.mood is Mood.PARTICIPLE and event.first == 0:
        return "under"
    for k in range(event.first - 1, max(-1, begin - NEXT), -1):
        if k >= begin - 1 and toks[k].low in _RELATIVE:
            return "aside" if k and toks[k - 1].text == "," else "relative"
        if toks[k].text == "," or toks[k].quote >= 0:
            return None
        if toks[k].low in _UNDER and (k == 0 or toks[k - 1].low in _ABOVE):
            return "under"
    return None


def _is_main(sentence: Sentence, i: int, under: str) -> bool:
    """Tell whether the clause above goes on at token ``i``."""
    tok = sentence.toks[i]
    if under == "aside":  # "Ann Doe, who said the dam was safe, left"
        return tok.low not in _LISTED
    if tok.low in AUXILIARIES:
        return under == "relative"
    if tok.low in _RELATIVE:
        return False
    if tok.low in PRONOUNS or tok.low in DETERMINERS or tok.capital:
        return True
    return any(n.first == i for n in sentence.noms)


def _goes_on(sentence: Sentence, event: Event, i: int) -> bool:
    """Tell whether the teller's next verb stands at token ``i``, or the next teller: "and added that"."""
    verb = i
    while verb < len(sentence.toks) and sentence.toks[verb].low in _BEFORE_VERB:
        verb += 1
    later = next(
        (e for e in sentence.cues if e.first > event.first and (e.first == verb or e.begin == i)), None
    )
    if later is None:
        return _told_next(sentence, i)
    found = opening(sentence, later)
    if found is None:
        return False
    if later.cue.cue.kind == "position" and later.cue.cue.lemma not in _OWN_DEEDS:
        return False
    alike = later.cue.words[0].endswith(_PAST) is event.cue.words[0].endswith(_PAST)
    return alike or later.mood is not Mood.FINITE or found[1] == "that"


def _told_next(sentence: Sentence, i: int) -> bool:
    """Tell whether somebody without a name speaks next: ", others say it", "and one in four said"."""
    later = next((e for e in sentence.cues if i < e.first <= i + NEXT), None)
    if later is None or later.mood is not Mood.FINITE or later.begin < i:
        return False
    before = sentence.toks[i : later.first]
    own = sentence.toks[i : later.begin] if later.begin > i else before
    while own and own[-1].low in HAVE:  # "others have said"
        own = own[:-1]
    plain = all((t.word or t.low == "'s") and t.low not in _RELATIVE for t in before)
    return (
        plain
        and all(t.low not in _NO_SUBJECT for t in own)
        and (
            opening(sentence, later) is not None
            or (
                later.cue.cue.lemma == "say"
                and (later.inverted or not (later.subject and later.subject.sort == "pronoun"))
            )
        )
    )
