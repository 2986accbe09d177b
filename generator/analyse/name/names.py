"""Names and descriptions in one sentence: people with their titles, states and bodies, organs, pronouns.

First the lexicon and the capitals give items; then neighbours are joined: a demonym, an office
and a name are one person with a role and an actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.name.items import items
from generator.analyse.word.lexicon import Found, Sort, bodies
from generator.analyse.word.phrases import explains, light, may_part, personal, phrase_start, words_of
from generator.analyse.word.tokens import Token
from generator.analyse.word.words import (
    ADVERBS,
    DETERMINERS,
    POSSESSIVE,
    listed,
)
from generator.model.text import Span

APPOSITION = 9  # tokens between a name and the office that explains it
LIGHT = 2  # tokens between "of" and what follows: an article and an adjective
CHAIN = 8  # offices and organs in a row that are looked back over: "Norway's defence ministry spokesman"
GAP = 3  # tokens between a state and its office: "Norway's new deputy defence minister"
_ENTITY = frozenset({Sort.NAME, Sort.DEMONYM, Sort.SEAT, Sort.BODY_NOUN, Sort.PLACE})
_TITLES = frozenset({Sort.OFFICE, Sort.HONORIFIC})
_OWN = (Sort.AGENCY, Sort.PLACE, Sort.PRONOUN, Sort.ORGAN, Sort.PEOPLE, Sort.TEXT)
_KINDS = dict.fromkeys(Sort, "actor") | {sort: sort.value for sort in _OWN}
_OF = listed("of for at to in with")
_WHERE = listed("in at near from to across outside into around")
_Actors = tuple[str, ...]


@dataclass(slots=True)
class Nominal:
    """Something that can speak or be spoken of, at tokens ``[first, last]`` of its sentence.

    ``sort`` is person, actor, organ, people, office, text, pronoun, agency or place; ``actors`` the ids
    it may stand for, best first; ``core`` the words that name it, without article and title.
    """

    sort: str
    first: int
    last: int
    core: Span
    name: str
    actors: _Actors = ()
    role: str | None = None
    office: str | None = None  # the role in its dictionary form
    entry: Sort | None = None
    risky: bool = False
    possessive: bool = False
    title: str | None = None  # the honorific before a name


def nominals(toks: Sequence[Token], *, opening: bool = True) -> list[Nominal]:
    """Return the nominals of a sentence in order; ``opening`` False for a stretch inside one."""
    found = items(toks, opening=opening)
    return _Joiner(toks, found).joined() if found else []


@dataclass(slots=True)
class _Joiner:
    """Joins the items of one sentence; ``used`` are those that were joined to an earlier one."""

    toks: Sequence[Token]
    items: Sequence[Found]
    used: set[int] = field(default_factory=set)

    def joined(self) -> list[Nominal]:
        """Return what the items make."""
        out = []
        for k, item in enumerate(self.items):
            if k in self.used:
                continue
            made = _MAKERS.get(item.entry.sort, _Joiner.plain)(self, k)
            if made is not None:
                out.append(made)
        return out

    def plain(self, k: int) -> Nominal:
        item = self.items[k]
        return self._whole(item, item.entry.actors, phrase_start(self.toks, item.first), item.first)

    def _whole(self, item: Found, actors: _Actors, first: int, begin: int) -> Nominal:
        """Return an item whose phrase begins at token ``first`` and its name at ``begin``."""
        last, entry = item.last, item.entry
        return Nominal(
            _KINDS[entry.sort],
            first,
            last,
            self._core(begin, last),
            words_of(self.toks, begin, last),
            actors,
            entry=entry.sort,
            risky=entry.risky,
            possessive=self._owns(last),
        )

    def demonym(self, k: int) -> Nominal:
        made = self.plain(k)
        after = self.toks[made.last + 1 : made.last + 2]
        return replace(made, risky=True) if after and after[0].low in ADVERBS else made

    def organ(self, k: int) -> Nominal:
        """Join an organ with whose it is: "Norway's foreign ministry"."""
        item = self.items[k]
        actors, first = self._owner(k)
        begin = first + (self.toks[first].low in DETERMINERS) if first < item.first else item.first
        return self._whole(item, actors, min(first, phrase_start(self.toks, item.first)), begin)

    def owned(self, k: int) -> Nominal:
        """Join people without a name, or a text, with whose they are."""
        item = self.items[k]
        actors, first = self._owner(k)
        first = min(first, phrase_start(self.toks, item.first))
        return self._whole(item, actors or self._of(k)[0], first, item.first)

    def _owner(self, k: int) -> tuple[_Actors, int]:
        """Return the actors whose an office or organ is by what stands before it, and where that begins."""
        first = self.items[k].first
        for before in reversed(self.items[max(0, k - CHAIN) : k]):
            gap = self.toks[before.last + 1 : first]
            if len(gap) > GAP or not all(map(may_part, gap)):
                break
            if before.entry.sort in _ENTITY and before.entry.actors:
                return before.entry.actors, phrase_start(self.toks, before.first)
            if before.entry.sort not in {Sort.ORGAN, Sort.OFFICE}:
                break
            first = before.first
        return (), first

    def _of(self, k: int) -> tuple[_Actors, int]:
        """Return the actors that follow an office, and its last token: "head of the alliance"."""
        last = self.items[k].last
        if k + 1 >= len(self.items) or self.toks[last + 1].low not in _OF:
            return (), last
        after = self.items[k + 1]
        gap = self.toks[last + 2 : after.first]
        if len(gap) <= LIGHT and all(map(light, gap)):
            if after.entry.sort is Sort.ORGAN:
                return (), after.last
            if after.entry.sort in _ENTITY:
                return self._of_entity(k) or ((), last)
            if self._leads_to_name(k + 1):
                return (), after.last
        return (), last

    def _leads_to_name(self, k: int) -> bool:
        """Tell whether a name follows capitals behind a comma: "the mayor of Lowhaven, Ada Berg"."""
        if k + 1 >= len(self.items) or self.items[k].entry.sort is not Sort.CAPITALS:
            return False
        name, last = self.items[k + 1], self.items[k].last
        comma = name.first == last + 2 and self.toks[last + 1].text == ","
        return comma and name.entry.sort is Sort.CAPITALS and personal(self.toks, name)

    def _of_entity(self, k: int) -> tuple[_Actors, int] | None:
        """Return the actors of the entity after item ``k``, past an adjective: "of the Norwegian army"."""
        after = self.items[k + 1]
        beyond = self.items[k + 2] if k + 2 < len(self.items) else None
        if beyond is None or after.entry.sort is not Sort.DEMONYM:
            return after.entry.actors, after.last
        if beyond.first > after.last + 2:
            return None
        nearer = beyond if beyond.entry.sort in _ENTITY else after
        return nearer.entry.actors, beyond.last

    def office(self, k: int) -> Nominal | None:
        """Join an office or honorific with what it is of and with the name that follows it."""
        item = self.items[k]
        owner, first = self._owner(k)
        of, last = self._of(k)
        first = min(first, phrase_start(self.toks, item.first))
        office = item.entry.sort is Sort.OFFICE
        definite = office and bool(owner or of or first < item.first)
        j = next((j for j in range(k + 1, len(self.items)) if self.items[j].first > last), None)
        if j is not None and self._is_titled(self.items[j], last, office=office, definite=definite):
            made = self._named(j)
            self.used.update((j, *(n for n in range(k + 1, j) if self._is_where(n))))
            if k and self.items[k - 1].entry.sort is Sort.CAPITALS and self._modifies(k - 1):
                first = self.items[k - 1].first
            return Nominal(
                "person",
                first,
                made.last,
                made.core,
                made.name,
                owner or of or made.actors,
                words_of(self.toks, item.first, item.last) if office else made.role,
                item.entry.lemma if office else made.office,
                possessive=made.possessive,
                title=None if office else item.entry.lemma,
            )
        if j is not None and self.items[j].entry.sort in _TITLES and self.items[j].first == last + 1:
            return None  # "Foreign Minister General X", "president Dr X": the last title leads to the name
        if not office:
            return None
        return Nominal(
            "office",
            first,
            last,
            self._core(item.first, last),
            words_of(self.toks, first, last),
            owner or of,
            words_of(self.toks, item.first, item.last),
            item.entry.lemma,
            possessive=self._owns(last),
        )

    def _is_where(self, k: int) -> bool:
        """Tell whether capitals between an office and its name only say where that is held."""
        return self.items[k].entry.sort is Sort.CAPITALS and personal(self.toks, self.items[k])

    def _is_titled(self, name: Found, last: int, *, office: bool, definite: bool) -> bool:
        """Tell whether a title that ends at token ``last`` is the name's: "Britain's envoy, Ada Berg"."""
        if name.entry.sort is not Sort.CAPITALS or (office and not personal(self.toks, name)):
            return False
        if name.first == last + 1:
            return True
        sign = self.toks[last + 1].text
        return name.first == last + 2 and (sign == "." or (sign == "," and definite))

    def person(self, k: int) -> Nominal | None:
        """Take capitals for a person's name, with the office that explains it after a comma."""
        if self._modifies(k):
            return None
        if personal(self.toks, self.items[k]):
            return self._named(k)
        return self.plain(k) if self.toks[self.items[k].last].text in bodies() else None

    def _modifies(self, k: int) -> bool:
        """Tell whether capitals only say whose office leads to a name: "Delta Union President Al Roe"."""
        if k + 2 >= len(self.items):
            return False
        office, name = self.items[k + 1], self.items[k + 2]
        if office.entry.sort is not Sort.OFFICE or name.entry.sort is not Sort.CAPITALS:
            return False
        beside = self.items[k].last + 1 == office.first and office.last + 1 == name.first
        return beside and self.toks[office.first].capital

    def _named(self, k: int) -> Nominal:
        item = self.items[k]
        j = self._explained(k)
        actors: _Actors = ()
        role = office = None
        if j is not None:
            self.used.add(j)
            actors = self._owner(j)[0] or self._of(j)[0]
            role = words_of(self.toks, self.items[j].first, self.items[j].last)
            office = self.items[j].entry.lemma
        return Nominal(
            "person",
            item.first,
            item.last,
            self._core(item.first, item.last),
            words_of(self.toks, item.first, item.last),
            actors,
            role,
            office,
            risky=item.entry.risky and j is None,
            possessive=self._owns(item.last),
        )

    def _explained(self, k: int) -> int | None:
        """Return the office that explains a name: "Ada Berg, the Norwegian foreign minister,"."""
        item = self.items[k]
        somewhere = item.first > 0 and self.toks[item.first - 1].low in _WHERE  # "in Oslo, the minister said"
        if somewhere or item.last + 1 >= len(self.toks) or self.toks[item.last + 1].text != ",":
            return None
        for j in range(k + 1, len(self.items)):
            other = self.items[j]
            if other.first - item.last > APPOSITION or other.entry.sort is Sort.CAPITALS:
                return None
            if other.entry.sort is Sort.OFFICE and explains(self.toks[item.last + 2 : other.first]):
                return j
        return None

    def _core(self, first: int, last: int) -> Span:
        return Span(self.toks[first].start, self.toks[last].end)

    def _owns(self, last: int) -> bool:
        return last + 1 < len(self.toks) and self.toks[last + 1].text in POSSESSIVE


_MAKERS = {
    Sort.CAPITALS: _Joiner.person,
    Sort.OFFICE: _Joiner.office,
    Sort.HONORIFIC: _Joiner.office,
    Sort.DEMONYM: _Joiner.demonym,
    Sort.ORGAN: _Joiner.organ,
    Sort.PEOPLE: _Joiner.owned,
    Sort.TEXT: _Joiner.owned,
}
