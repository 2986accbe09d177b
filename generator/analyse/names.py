"""Names and descriptions in one sentence: people with their titles, states and bodies, organs, pronouns.

First the lexicon and the capitals give items; then neighbours are joined: a demonym, an office
and a name are one person with a role and an actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.lexicon import Entry, Found, Sort, common, named, things
from generator.analyse.tokens import Token
from generator.analyse.words import ADVERBS, CALENDAR, DETERMINERS, FUNCTION, PARTICLES, PREPOSITIONS, PRONOUNS
from generator.model.text import Span

ENTITY = frozenset({Sort.NAME, Sort.DEMONYM, Sort.SEAT, Sort.BODY_NOUN, Sort.PLACE})
_CAP = Entry(Sort.HONORIFIC, "capitals")
_PRONOUN = Entry(Sort.HONORIFIC, "pronoun")
_BARE_RANK = frozenset("general major private corporal chair captain justice judge king right secretary sergeant".split())
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_APPOSITION = 9  # tokens between a name and the office that explains it


@dataclass(frozen=True, slots=True)
class Nominal:
    """Something that can speak or be spoken of, at tokens ``[first, last]`` of its sentence.

    ``sort`` is person, actor, organ, people, office, text, pronoun or agency; ``actors`` the ids it may
    stand for, best first; ``core`` the words that name it, without article and title.
    """

    sort: str
    first: int
    last: int
    core: Span
    name: str
    actors: tuple[str, ...] = ()
    role: str | None = None
    office: str | None = None  # the role in its dictionary form
    entry: Sort | None = None
    risky: bool = False
    possessive: bool = False


def nominals(toks: Sequence[Token], *, opening: bool = True) -> list[Nominal]:
    """Return the nominals of a sentence in order; ``opening`` False for a stretch inside one."""
    items = _items(toks, opening=opening)
    found: list[Nominal] = []
    used: set[int] = set()
    for k in range(len(items)):
        if k not in used and (made := _compose(toks, items, k, used)):
            found.append(made)
    return found


def _items(toks: Sequence[Token], *, opening: bool) -> list[Found]:
    items: list[Found] = []
    i = 0
    while i < len(toks):
        found = _item_at(toks, i, opening=opening and (i == 0 or toks[i - 1].text in "“‘\"'—–-"))
        if found:
            items.append(found)
            i = found.last
        i += 1
    return items


def _item_at(toks: Sequence[Token], i: int, *, opening: bool) -> Found | None:
    tok = toks[i]
    if tok.quote >= 0 or not tok.word:
        return None
    by_case = named().at(toks, i) if tok.capital or tok.text[:3] in ("al-", "al") else None
    by_word = common().at(toks, i)
    if by_case and by_word and by_word.last > by_case.last and not _office_follows(toks, by_case):
        by_case = None
    if by_case:
        return None if _part_of_name(toks, by_case) and not _is_entity_head(by_case) else by_case
    if by_word:
        return by_word if _stands_as_noun(toks, by_word) else None
    if tok.low in PRONOUNS:
        return Found(i, i, _PRONOUN)
    if tok.capital and (tok.low not in FUNCTION or (tok.low in PARTICLES and not opening)):
        return _compound(toks, i) or _capitals(toks, i, opening=opening)
    return None


def _office_follows(toks: Sequence[Token], found: Found) -> bool:
    """Tell whether an entity's name stands before an office of its own: "Kremlin spokesman"."""
    return found.last + 1 < len(toks) and common().at(toks, found.last + 1) is not None


def _is_entity_head(found: Found) -> bool:
    return found.last > found.first or found.entry.lemma.isupper()


def _part_of_name(toks: Sequence[Token], found: Found) -> bool:
    """Tell whether a place's name begins a person's: "Jordan Smith"."""
    after = toks[found.last + 1] if found.last + 1 < len(toks) else None
    if found.entry.sort is Sort.DEMONYM or after is None or not after.capital or not after.text[0].isalpha():
        return False
    return (
        found.entry.risky
        and after.low not in CALENDAR | FUNCTION
        and named().at(toks, found.last + 1) is None
        and common().at(toks, found.last + 1) is None
    )


def _stands_as_noun(toks: Sequence[Token], found: Found) -> bool:
    """Tell an office from the same word in another use: "in general", "right", "to head"."""
    tok = toks[found.first]
    before = toks[found.first - 1].low if found.first else ""
    if before in ("to", "would", "will", "could", "not") and found.first == found.last:
        return before == "to" and tok.capital
    return tok.capital or tok.low not in _BARE_RANK or before in ("the", "a")


def _compound(toks: Sequence[Token], i: int) -> Found | None:
    """Return "US" of "US-led" as a demonym."""
    head, dash, tail = toks[i].text.partition("-")
    if not dash or not tail[:1].islower():
        return None
    part = Token(head, head.lower(), toks[i].start, toks[i].start + len(head))
    found = named().at([part], 0)
    return Found(i, i, replace(found.entry, sort=Sort.DEMONYM)) if found and found.entry.actors else None


def _capitals(toks: Sequence[Token], i: int, *, opening: bool) -> Found | None:
    j = i
    while j + 1 < len(toks):
        after = toks[j + 1]
        if after.capital and after.text[0].isalpha() and not _breaks(toks, j + 1):
            j += 1
        elif _initial_stop(toks, j) or (after.low in PARTICLES and _name_goes_on(toks, j + 2)):
            j += 2
        elif after.text[:3] in ("al-", "el-") or after.text[:2] in ("d'", "d’"):
            j += 1
        else:
            break
    if i == j and (opening or toks[i].low in CALENDAR):
        return None if toks[i].low in CALENDAR else Found(i, j, replace(_CAP, risky=True))
    return Found(i, j, _CAP)


def _breaks(toks: Sequence[Token], j: int) -> bool:
    if toks[j].low in CALENDAR or toks[j].low in FUNCTION - PARTICLES:
        return True
    office = common().at(toks, j)
    return bool(office and office.entry.sort in {Sort.OFFICE, Sort.HONORIFIC} and office.last > j)


def _initial_stop(toks: Sequence[Token], j: int) -> bool:
    """Tell whether tokens j+1 and j+2 are "." after an initial and a capital that goes on."""
    single = len(toks[j].text) == 1 and toks[j].capital
    return single and j + 2 < len(toks) and toks[j + 1].text == "." and toks[j + 2].capital


def _name_goes_on(toks: Sequence[Token], j: int) -> bool:
    return j < len(toks) and toks[j].capital and toks[j].text[0].isalpha() and toks[j].low not in FUNCTION


def _is_cap(item: Found) -> bool:
    return item.entry.lemma == _CAP.lemma


def _compose(toks: Sequence[Token], items: Sequence[Found], k: int, used: set[int]) -> Nominal | None:
    item = items[k]
    sort = item.entry.sort
    if item.entry is _PRONOUN:
        return _plain("pronoun", toks, item)
    if _is_cap(item):
        return _person(toks, items, k, used)
    if sort in {Sort.OFFICE, Sort.HONORIFIC}:
        return _office(toks, items, k, used)
    if sort is Sort.DEMONYM:
        return _demonym(toks, items, k)
    if sort is Sort.ORGAN:
        made = _plain("organ", toks, item)
        actors, first = _owner(toks, items, k)
        begin = first + (toks[first].low in DETERMINERS) if first < item.first else item.first
        core = Span(toks[begin].start, toks[item.last].end)
        return replace(made, actors=actors, first=min(first, made.first), core=core, name=core_words(toks, begin, item.last))
    if sort in {Sort.PEOPLE, Sort.TEXT}:
        actors, first = _owner(toks, items, k)
        made = _plain(sort.value, toks, item)
        return replace(made, actors=actors or _of(toks, items, k)[0], first=min(first, made.first))
    kind = {Sort.AGENCY: "agency", Sort.PLACE: "place"}.get(sort, "actor")
    return _plain(kind, toks, item)


def _plain(sort: str, toks: Sequence[Token], item: Found) -> Nominal:
    core = Span(toks[item.first].start, toks[item.last].end)
    after = toks[item.last + 1].text if item.last + 1 < len(toks) else ""
    return Nominal(
        sort,
        _start(toks, item.first),
        item.last,
        core,
        " ".join(t.text for t in toks[item.first : item.last + 1]),
        item.entry.actors,
        entry=item.entry.sort,
        risky=item.entry.risky,
        possessive=after in _POSSESSIVE,
    )


def _start(toks: Sequence[Token], first: int) -> int:
    """Return where the noun phrase begins whose head stands at ``first``: its article or adjectives."""
    i = first
    while i > max(0, first - 4):
        before = toks[i - 1]
        if before.low in DETERMINERS:
            return i - 1
        if not before.word or before.low in PREPOSITIONS | FUNCTION or before.quote >= 0:
            break
        if not (before.text[0].islower() and ("-" in before.text or before.low in _ADJECTIVES)):
            break
        i -= 1
    return i


_ADJECTIVES = frozenset(
    "senior top former chief deputy new military defence defense foreign government state local federal official"
    " western eastern northern southern unnamed key leading main veteran outgoing incoming current acting".split()
)


def _owner(toks: Sequence[Token], items: Sequence[Found], k: int) -> tuple[tuple[str, ...], int]:
    """Return the actors whose an office or organ is by what stands before it, and where that begins."""
    item = items[k]
    first = item.first
    if not k:
        return (), first
    before = items[k - 1]
    gap = toks[before.last + 1 : first]
    if len(gap) > 3 or not all(t.text in _POSSESSIVE or (t.word and t.text[0].islower() and t.low not in FUNCTION) or t.text[0].isupper() for t in gap):  # noqa: E501, PLR2004
        return (), first
    if before.entry.sort in ENTITY and before.entry.actors:
        return before.entry.actors, _start(toks, before.first)
    if before.entry.sort in {Sort.ORGAN, Sort.OFFICE} and not _is_cap(before):
        return _owner(toks, items, k - 1)
    return (), first


def _of(toks: Sequence[Token], items: Sequence[Found], k: int) -> tuple[tuple[str, ...], int]:
    """Return the actors that follow an office: "head of the alliance", "ambassador to Ankara"."""
    item = items[k]
    if k + 1 >= len(items) or item.last + 1 >= len(toks) or toks[item.last + 1].low not in ("of", "for", "at", "to", "in", "with"):
        return (), item.last
    after = items[k + 1]
    gap = toks[item.last + 2 : after.first]
    if len(gap) <= 2 and all(t.low in DETERMINERS or "-" in t.text or t.low in _ADJECTIVES for t in gap):  # noqa: PLR2004
        if after.entry.sort in ENTITY and not (after.entry.sort is Sort.DEMONYM and k + 2 < len(items)):
            return after.entry.actors, after.last
        if k + 2 < len(items) and after.entry.sort in ENTITY and items[k + 2].first <= after.last + 2:
            nearer = items[k + 2]
            own = nearer.entry.actors if nearer.entry.sort in ENTITY else after.entry.actors
            return own, nearer.last
        if after.entry.sort is Sort.ORGAN:
            return (), after.last
    return (), item.last


def _office(toks: Sequence[Token], items: Sequence[Found], k: int, used: set[int]) -> Nominal | None:
    """Join an office with what it is of and with the name that follows it."""
    item = items[k]
    owner, first = _owner(toks, items, k)
    of, last = _of(toks, items, k)
    following = next((j for j in range(k + 1, len(items)) if items[j].first > last), None)
    first = min(first, _start(toks, item.first))
    role = None if item.entry.sort is Sort.HONORIFIC else " ".join(t.text for t in toks[item.first : item.last + 1])
    if following is not None and _is_cap(items[following]):
        name = items[following]
        close = name.first == last + 1 or (name.first == last + 2 and toks[last + 1].text == ".")
        comma = name.first == last + 2 and toks[last + 1].text == "," and (owner or of or first < item.first)
        chained = item.entry.sort is Sort.HONORIFIC
        if (close or (comma and role)) and (chained or _personal(toks, name)):
            used.add(following)
            made = _named(toks, items, following, used)
            return replace(made, first=first, actors=owner or of or made.actors, role=role or made.role, office=item.entry.lemma if role else made.office, risky=False)
    if following is not None and items[following].entry.sort in {Sort.OFFICE, Sort.HONORIFIC} and not _is_cap(items[following]):
        nearer = items[following]
        if nearer.first == last + 1:  # "Foreign Minister General X", "president Dr X": the last office leads to the name
            return None
    if item.entry.sort is Sort.HONORIFIC:
        return None
    core = Span(toks[item.first].start, toks[max(item.last, last)].end)
    return Nominal("office", first, max(item.last, last), core, core_words(toks, first, max(item.last, last)), owner or of, role, item.entry.lemma, possessive=_owns(toks, max(item.last, last)))  # noqa: E501


def core_words(toks: Sequence[Token], first: int, last: int) -> str:
    """Return the words of tokens ``first`` to ``last`` as they stand, spaces as in print."""
    words = " ".join(t.text for t in toks[first : last + 1])
    return words.replace(" ’s", "’s").replace(" 's", "'s").replace(" .", ".").replace(" ,", ",")


def _owns(toks: Sequence[Token], last: int) -> bool:
    return last + 1 < len(toks) and toks[last + 1].text in _POSSESSIVE


def _personal(toks: Sequence[Token], name: Found) -> bool:
    return toks[name.last].text.rstrip("s") not in things() and toks[name.last].text not in things()


def _person(toks: Sequence[Token], items: Sequence[Found], k: int, used: set[int]) -> Nominal | None:
    """Take capitals for a person's name, with the office that explains it after a comma."""
    return _named(toks, items, k, used) if _personal(toks, items[k]) else None


def _named(toks: Sequence[Token], items: Sequence[Found], k: int, used: set[int]) -> Nominal:
    item = items[k]
    core = Span(toks[item.first].start, toks[item.last].end)
    words = core_words(toks, item.first, item.last)
    made = Nominal("person", item.first, item.last, core, words, risky=item.entry.risky, possessive=_owns(toks, item.last))
    if item.last + 1 < len(toks) and toks[item.last + 1].text == ",":
        for j in range(k + 1, len(items)):
            if items[j].first - item.last > _APPOSITION or _is_cap(items[j]):
                break
            if items[j].entry.sort is Sort.OFFICE and _explains(toks, item.last + 2, items[j].first):
                owner, _ = _owner(toks, items, j)
                of, _last = _of(toks, items, j)
                used.add(j)
                role = " ".join(t.text for t in toks[items[j].first : items[j].last + 1])
                return replace(made, actors=owner or of, role=role, office=items[j].entry.lemma, risky=False)
    return made


def _explains(toks: Sequence[Token], start: int, office: int) -> bool:
    """Tell whether only a noun phrase stands between the comma and the office."""
    return all(
        t.low in DETERMINERS or t.text in _POSSESSIVE or t.capital or t.low in _ADJECTIVES or "-" in t.text
        for t in toks[start:office]
    )


def _demonym(toks: Sequence[Token], items: Sequence[Found], k: int) -> Nominal:
    made = _plain("actor", toks, items[k])
    adverb = items[k].last + 1 < len(toks) and toks[items[k].last + 1].low in ADVERBS
    return replace(made, entry=Sort.DEMONYM, risky=made.risky or adverb)
