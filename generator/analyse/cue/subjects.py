"""Who a verb is of: the nominal to its left, behind it, or at the head of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analyse.cue.descriptions import described_before
from generator.analyse.name.humans import is_human
from generator.analyse.name.names import Nominal
from generator.analyse.word.lexicon import Sort
from generator.analyse.word.phrases import is_party
from generator.analyse.word.words import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analyse.word.tokens import Token

REACH = 14  # tokens between a verb and its subject; the farthest of 600 tried stood at 12
ASIDE = 26  # tokens between two commas that may part them
WHO = 3  # tokens from a name to its "who"
_LIGHT = DETERMINERS | ADVERBS
_BREAKS = CONJUNCTIONS - {"as"}
_ONE = listed("one a an another")
_RULES = PREPOSITIONS - listed("like than with as until after before since")  # their nouns are no subjects


def main_subject(toks: Sequence[Token], noms: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of the sentence: the first nominal that no preposition or possessive rules."""
    start = 0
    if toks and (toks[0].low in PREPOSITIONS or toks[0].low.endswith("ing")):
        start = next((i + 1 for i, t in enumerate(toks) if t.text == ","), 0)
    for n in noms:
        if n.last >= len(toks):
            break
        if n.first < start or n.possessive or n.sort in ("place", "agency") or _in_phrase(toks, n):
            continue
        if n.entry is Sort.DEMONYM and not n.name.endswith("s"):
            continue
        return _by_apposition(toks, noms, n)
    return None


def at_start(toks: Sequence[Token], noms: Sequence[Nominal], i: int) -> Nominal | None:
    """Return the nominal whose phrase begins at token ``i``; the longest, the farther head."""
    here = [n for n in noms if n.first <= i <= n.last and n.first >= i - 1]
    near = here or [
        n for n in noms if i < n.first <= i + 2 and n.sort != "pronoun" and _light(toks[i : n.first])
    ]
    if not near:
        return None
    best = max(near, key=lambda n: (n.last, -n.first))
    return _by_apposition(toks, noms, best)


def _light(between: Sequence[Token]) -> bool:
    """Tell whether only what opens a noun phrase stands between: "a very old", "one of the"."""
    if len(between) > 1 and between[0].low in DETERMINERS and between[1].low == "of":
        between = between[2:]
    return all(
        t.low in _LIGHT or (t.word and t.text[0].islower() and t.low not in PREPOSITIONS) for t in between
    )


def _by_apposition(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal) -> Nominal:
    """Prefer the name in ``the minister, Anna Berg,``."""
    if n.sort in ("office", "people") and n.last + 2 < len(toks) and toks[n.last + 1].text == ",":
        name = next((m for m in noms if m.sort == "person" and m.first == n.last + 2), None)
        if name:
            return name
    return n


def to_the_left(
    toks: Sequence[Token], noms: Sequence[Nominal], busy: frozenset[int], verb: int
) -> Nominal | None:
    """Walk left from a verb to the head of its subject, past adverbs, days, appositions and prepositions."""
    by_last: dict[int, Nominal] = {}  # the longest phrase that ends there
    for n in noms:
        if n.last < verb and (n.last not in by_last or n.first < by_last[n.last].first):
            by_last[n.last] = n
    i, steps = verb - 1, 0
    while i >= 0 and steps < REACH:
        steps += 1
        i = before_brackets(toks, i)
        tok = toks[i]
        if tok.quote >= 0 or tok.text in (":", ";") or i in busy:
            break
        here = by_last.get(i) if toks[i + 1].text != ")" else None  # "Ada Berg (R-Iowa)"
        if here is not None and (_is_who(here) or not _in_phrase(toks, here)):
            return _head(toks, noms, here, verb)
        if here is not None:
            i = here.first - 2
        elif tok.text == ",":
            stepped = _past_comma(toks, noms, i)
            if isinstance(stepped, Nominal):
                return stepped
            i = stepped
        elif tok.low in _BREAKS and steps > 1:
            break
        else:
            i -= 1
    return None


def _is_who(n: Nominal) -> bool:
    return n.sort == "pronoun" and n.name.lower() == "who"


def _head(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal, verb: int) -> Nominal | None:
    """Return the subject where the walk met ``n``: whom "who" is of; nobody where ``n`` owns the subject."""
    if _is_who(n):
        return before_who(toks, noms, n)
    return None if n.possessive and _heads(toks, n, verb) else n


def before_who(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal) -> Nominal | None:
    """Return whom "who" is of: the name or the description right before it."""
    before = [m for m in noms if m.last < n.first and n.first - m.last <= WHO]
    return _whole(toks, noms, before[-1]) if before else None


def _whole(toks: Sequence[Token], noms: Sequence[Nominal], n: Nominal) -> Nominal:
    """Return the one of whom a name only says whence: "Senator Ada Berg of Holm, who"."""
    if not _in_phrase(toks, n):
        return n
    if toks[n.first - 1].low in ("of", "from"):
        named = next((m for m in noms if m.last == n.first - 2 and m.sort == "person"), None)
        if named is not None:
            return named
    return _described(toks, noms, n.last + 1) or n


def before_brackets(toks: Sequence[Token], i: int) -> int:
    """Return the token before "(Holm, Liberal)" or ", R-Ky." where these end at ``i``; else ``i``."""
    if toks[i].text == ")":
        return next((k - 1 for k in range(i - 1, max(0, i - ASIDE), -1) if toks[k].text == "("), i)
    k = i - (toks[i].text == "." and i > 0)
    return k - 2 if k > 1 and is_party(toks, k) else i


def _heads(toks: Sequence[Token], n: Nominal, verb: int) -> bool:
    """Tell whether a possessive's noun, not the possessor, is the subject: "Russia's economy grew"."""
    between = toks[n.last + 2 : verb]
    return any(t.word and t.low not in AUXILIARIES | ADVERBS and not t.low.endswith("ly") for t in between)


def _in_phrase(toks: Sequence[Token], n: Nominal) -> bool:
    return n.first > 0 and toks[n.first - 1].low in _RULES


def _past_comma(toks: Sequence[Token], noms: Sequence[Nominal], comma: int) -> Nominal | int:
    """Step over ``, … ,``: return the name it explains or holds, or where to go on (-1: nowhere)."""
    back = range(comma - 1, max(-1, comma - ASIDE), -1)
    if (relative := _before_relative(toks, noms, back)) is not None:
        return relative
    opening = next((k for k in back if toks[k].text == "," or toks[k].quote >= 0), -1)
    if opening < 1 or toks[opening].quote >= 0:
        return -1
    titled = next((n for n in noms if n.first < opening and n.last == comma - 1), None)
    if titled is not None and not _in_phrase(toks, titled):  # "the mayor, Ann Doe,"
        return titled
    ends = before_brackets(toks, opening - 1)
    head = next((n for n in noms if n.last == ends), None)
    inner = [n for n in noms if opening < n.first <= n.last < comma]
    held = inner[-1] if inner and inner[-1].last == comma - 1 else None
    if held and held.sort == "person" and (head is None or _is_office(toks, head)):
        return held
    if head is None or _in_phrase(toks, head):
        return ends
    return head


def _is_office(toks: Sequence[Token], head: Nominal) -> bool:
    """Tell whether words may say what somebody is who is named behind: "the Chief Diver, Ada Berg,"."""
    led = "the" in (toks[head.first].low, toks[head.first - 1].low if head.first else "")
    return (head.sort == "person" and led) or head.sort in ("office", "people", "organ")


def _before_relative(toks: Sequence[Token], noms: Sequence[Nominal], back: range) -> Nominal | None:
    """Return the name that a clause with "who" explains, however many commas stand in the clause."""
    for k in back:
        if toks[k].quote >= 0:
            return None
        if toks[k].text == "," and toks[k + 1].low in ("who", "which", "whose", "whom"):
            named = next((n for n in noms if n.last == k - 1 and not _in_phrase(toks, n)), None)
            return named or _described(toks, noms, k)
    return None


def _described(toks: Sequence[Token], noms: Sequence[Nominal], comma: int) -> Nominal | None:
    """Return who is told of before a comma: "a porter at the market in Holm,", "Ada Berg, the head of,"."""
    told = described_before(toks, comma)
    if told is None or toks[told.first].low not in DETERMINERS:
        return None
    one = toks[told.first].low in _ONE and toks[comma + 1].low == "who"
    if not one and not is_human(told.name):
        return None
    named = next((n for n in noms if n.sort == "person" and n.last == told.first - 2), None)
    return named if named is not None and toks[told.first - 1].text == "," else told


def parted(toks: Sequence[Token], left: int, right: int) -> bool:
    """Tell whether a comma or the like stands between two tokens."""
    return any(t.text in ",;:" for t in toks[left + 1 : right])
