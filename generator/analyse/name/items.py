"""The pieces of names in one sentence: phrases of the lexicon, pronouns, and words in capitals."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.analyse.word.gender import is_given
from generator.analyse.word.lexicon import Entry, Found, Sort, common, cue_words, named, starters
from generator.analyse.word.phrases import is_party
from generator.analyse.word.tokens import ABBREVIATIONS, Token
from generator.analyse.word.words import CALENDAR, FUNCTION, PARTICLES, PRONOUNS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PARTICLES = 3  # "de la", "van der", "bin al"
_CAPITALS = Entry(Sort.CAPITALS, "capitals")
_RISKY = replace(_CAPITALS, risky=True)  # one capital at the beginning of a sentence
_PRONOUN = Entry(Sort.PRONOUN, "pronoun")
_BARE_RANK = listed(
    "general major private corporal chair captain justice judge king right secretary sergeant"
)  # words of other uses too
_GIVEN = listed("Bill Mark Guy")  # given names that are nouns too
_KIN = listed("wife husband mum mom dad son daughter neighbour")  # before a name: "Mum Ada Berg said"
_COMPOUNDS = ("-born", "-elect", "-based", "-led", "-backed", "-designate", "-turned")
_VERBAL = listed("to would will could not")  # after them a verb stands
_DASHES = frozenset("“‘\"'—–-")
_TITLES = frozenset({Sort.OFFICE, Sort.HONORIFIC})
_MONTH_NAMES = listed("april august june may")  # months that are given or family names too
_HONOURS = frozenset(("KC", "QC", "MP", "MSP", "MEP", "OBE", "MBE", "CBE", "PhD"))  # behind a name
_NO_NAME = CALENDAR | FUNCTION
_BREAKS = CALENDAR | (FUNCTION - PARTICLES)


def items(toks: Sequence[Token], *, opening: bool) -> list[Found]:
    """Return the pieces in order; ``opening`` where the first token begins a sentence."""
    found: list[Found] = []
    starts = starters()  # four words of five begin nothing
    after = 0
    for i in [i for i, tok in enumerate(toks) if tok.capital or tok.low in starts]:
        if i < after:
            continue
        item = _item_at(toks, i, opening=opening and (i == 0 or toks[i - 1].text in _DASHES))
        if item is not None:
            found.append(item)
            after = item.last + 1
    return found


def _item_at(toks: Sequence[Token], i: int, *, opening: bool) -> Found | None:
    tok = toks[i]
    if not tok.word:
        return None
    cased, uncased = named(), common()
    by_case = cased.at(toks, i) if tok.text in cased.firsts else None  # to ask first saves four calls of five
    by_word = uncased.at(toks, i) if tok.low in uncased.firsts else None
    if by_case and by_word and by_word.last > by_case.last and not _office_follows(toks, by_case):
        by_case = None
    if by_case:
        named_so = _part_of_name(toks, by_case) and not _is_entity_head(by_case)
        return _capitals(toks, i, opening=opening) if named_so else by_case
    if by_word and _is_given(toks, i):
        return _capitals(toks, i, opening=opening)
    if by_word:
        return by_word if _stands_as_noun(toks, by_word) else None
    if tok.low in PRONOUNS:
        return Found(i, i, _PRONOUN)
    return _name_at(toks, i, opening=opening) if tok.capital else None


def _is_given(toks: Sequence[Token], i: int) -> bool:
    """Tell a given name from the noun: "Bill Holm"."""
    return toks[i].text in _GIVEN and _name_goes_on(toks, i + 1)


def _name_at(toks: Sequence[Token], i: int, *, opening: bool) -> Found | None:
    tok = toks[i]
    if tok.low.endswith("s" if not opening else ("s", "ed", "said")) and tok.low in cue_words():
        return None  # "Council Demands Answers": headlines give verbs capitals; "Added Ada Berg:"
    small = tok.low in FUNCTION and (opening or tok.low not in PARTICLES)
    if small and not _is_surname(toks, i) and (opening or not _is_forename(toks, i)):
        return None
    if opening and tok.low in _KIN and _name_goes_on(toks, i + 1):
        return None
    if "-" in tok.text:
        if i and is_party(toks, i):
            return None
        part = _compound(toks, i)
        if part is not None or tok.low.endswith(_COMPOUNDS):  # "Marrow-born", "Senator-elect"
            return part
    return _capitals(toks, i, opening=opening)


def _is_forename(toks: Sequence[Token], i: int) -> bool:
    """Tell a given name from the word of its letters: "said Will Holm", "said Per Holm"."""
    return len(toks[i].low) > 2 and is_given(toks[i].low) and _name_goes_on(toks, i + 1)  # noqa: PLR2004


def _office_follows(toks: Sequence[Token], found: Found) -> bool:
    """Tell whether an entity's name stands before an office of its own: "Kremlin spokesman"."""
    return found.last + 1 < len(toks) and common().at(toks, found.last + 1) is not None


def _is_entity_head(found: Found) -> bool:
    return found.last > found.first or found.entry.lemma.isupper()


def _part_of_name(toks: Sequence[Token], found: Found) -> bool:
    """Tell whether a place's name begins a person's: "Jordan Smith", "President Chad Holm"."""
    if found.entry.sort is Sort.DEMONYM or found.last + 1 >= len(toks):
        return False
    if not (found.entry.risky or (found.first == found.last and _title_before(toks, found.first))):
        return False
    after = toks[found.last + 1]
    return (
        after.capital
        and after.low not in _NO_NAME
        and named().at(toks, found.last + 1) is None
        and common().at(toks, found.last + 1) is None
    )


def _title_before(toks: Sequence[Token], i: int) -> bool:
    """Tell whether the word before a token is a title with a capital."""
    title = common().at(toks, i - 1) if i and toks[i - 1].capital else None
    return title is not None and title.entry.sort in _TITLES


def _stands_as_noun(toks: Sequence[Token], found: Found) -> bool:
    """Tell an office from the same word in another use: "in general", "right", "to head"."""
    tok = toks[found.first]
    before = toks[found.first - 1].low if found.first else ""
    if before in _VERBAL and found.first == found.last:
        return before == "to" and tok.capital
    alone = found.first == found.last and tok.low in _BARE_RANK
    return tok.capital or not alone or before in ("the", "a", "'s")


def _compound(toks: Sequence[Token], i: int) -> Found | None:
    """Return "US" of "US-led" as a demonym."""
    head, _, tail = toks[i].text.partition("-")
    if not tail[:1].islower():
        return None
    start = toks[i].start
    part = Token(head, head.lower(), start, start + len(head), capital=True, word=True)
    found = named().at([part], 0)
    return Found(i, i, replace(found.entry, sort=Sort.DEMONYM)) if found and found.entry.actors else None


def _capitals(toks: Sequence[Token], i: int, *, opening: bool) -> Found | None:
    """Return the words in capitals from token ``i`` on, with initials and particles: "J. van der Berg"."""
    j = i
    while j + 1 < len(toks):
        after = toks[j + 1]
        if after.capital and not _breaks(toks, j + 1):
            j += 1
        elif after.text == "." and _initial_stop(toks, j):
            j += 2
        elif (
            after.low in PARTICLES
            and (particles := _particles(toks, j + 1))
            and _name_goes_on(toks, j + particles + 1)
        ):
            j += particles + 1
        elif after.text.startswith(("al-", "el-", "d'", "d’")):
            j += 1
        else:
            break
    if i == j and _is_no_name(toks, i):
        return None
    return Found(i, j, _RISKY if i == j and opening else _CAPITALS)


def _is_no_name(toks: Sequence[Token], i: int) -> bool:
    """Tell a day, a letter or an abbreviation from one word that may be a name: "May", "R", "Neb."."""
    low = toks[i].low
    if low in CALENDAR:
        return not _is_surname(toks, i)
    if low.count(".") > 1 and i > 1 and toks[i - 1].text == "," and toks[i - 2].capital:
        return i + 1 >= len(toks) or not toks[i + 1].word  # a state: "Holm, N.H.,"
    return len(low) == 1 or (low in ABBREVIATIONS and i + 1 < len(toks) and toks[i + 1].text in (".", ")"))


def _breaks(toks: Sequence[Token], j: int) -> bool:
    """Tell whether a word in capitals is no more of the name before it."""
    if toks[j].low in _BREAKS:
        return not (toks[j].low in _MONTH_NAMES and _is_surname(toks, j))
    if toks[j].text in _HONOURS:
        return True
    office = common().at(toks, j)
    if office is None or office.entry.sort not in _TITLES:
        return False
    k = office.last + 1
    k += k < len(toks) and toks[k].text == "."  # "Ohio Gov. Ada Holm"
    after = toks[k] if k < len(toks) else None
    named = after is not None and after.capital and after.low not in _NO_NAME
    return office.last > j or named  # "Arizona Sheriff Joe Holm"; a surname, as in "Ada King", ends the name


def _is_surname(toks: Sequence[Token], j: int) -> bool:
    """Tell a surname from the month of the same letters: "Mrs May", "Theresa May" but not "in May"."""
    if toks[j].low not in _MONTH_NAMES or (j + 1 < len(toks) and toks[j + 1].text[0].isdigit()):
        return False
    k = j - 2 if j > 1 and toks[j - 1].text == "." else j - 1
    before = common().at(toks, k) if k >= 0 and toks[k].capital else None
    titled = before is not None and before.entry.sort is Sort.HONORIFIC
    return titled or (k >= 0 and toks[k].capital and is_given(toks[k].low))


def _initial_stop(toks: Sequence[Token], j: int) -> bool:
    """Tell whether the stop at token j+1 stands between an initial and a capital that goes on."""
    single = len(toks[j].text) == 1 and toks[j].capital
    return single and j + 2 < len(toks) and toks[j + 2].capital


def _particles(toks: Sequence[Token], j: int) -> int:
    """Count the particles from token ``j`` on: "van der"."""
    return sum(1 for _ in takewhile(lambda t: t.low in PARTICLES, toks[j : j + MOST_PARTICLES]))


def _name_goes_on(toks: Sequence[Token], j: int) -> bool:
    return j < len(toks) and toks[j].capital and toks[j].low not in FUNCTION
