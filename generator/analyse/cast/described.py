"""Whom a description may mean: those the article introduced with that office, noun or age."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.cast.members import ACTED, FADE
from generator.analyse.name.glosses import is_age
from generator.analyse.name.humans import SOME, head_of
from generator.analyse.word.lexicon import heads
from generator.analyse.word.words import listed
from generator.knowledge.places import actor_kind
from generator.knowledge.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.analyse.cast.members import Member, Members
    from generator.analyse.name.names import Nominal
    from generator.analyse.word.tokens import Token

_LEADS = listed("head chief leader boss")  # what a text calls those who have the office of a body's head
_DEPUTY = ("vice ", "deputy ", "assistant ", "former vice ")
_RANKS = {  # what a text calls those whose office is of a rank
    "lawmaker": "legislator",
    "legislator": "legislator",
    "parliamentarian": "legislator",
    "congressman": "legislator",
    "congresswoman": "legislator",
    "diplomat": "envoy",
    "envoy": "envoy",
    "officer": "officer",
    "politician": "legislator",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "spokesperson": "spokesperson",
    "cleric": "religious",
    "minister": "minister",
}


@cache
def _ranks() -> dict[str, str]:
    return {row.office: row.rank for row in table("offices")}


def fitting(
    n: Nominal, actor: str | None, people: Members, actor_of: Callable[[Member], str | None]
) -> list[Member]:
    """Return the people that a description fits, none where it is of several or of somebody new."""
    if n.name.lower().startswith(SOME):
        return []
    words = n.name.lower().replace("-", " ").split()
    if n.sort == "office":
        fits = [m for m in _in_office(n, actor, people) if _agrees(actor, actor_of(m))]
        fits = _of_region(n, fits, people)
        if fits or n.name.endswith("s") or _region(n):
            return fits
    if n.name.endswith("s"):
        return []
    if "year" in words and "old" in words:
        return _of_age(words, people)
    if n.sort == "office" and " " in (n.office or ""):
        return []
    head = head_of(n.name)
    rank = _RANKS.get(head) if actor is None or n.sort == "office" else None
    called = [m for m in people.lately() if _is_called(m, head, rank) and _agrees(actor, actor_of(m))]
    return _of_region(n, called, people)


def compatriot(n: Nominal, people: Members, actor_of: Callable[[Member], str | None]) -> Member | None:
    """Return the one person lately spoken of whom "the Norwegian" can mean, None where that may be several.

    Those who are told to be of that state come first, then those of no state: the head of an alliance.
    """
    near = [m for m in people.lately() if _is_somebody(m)]
    own = [m for m in near if actor_of(m) in n.actors]
    fits = own or [m for m in near if actor_kind(actor_of(m) or "") != "state"]
    if len(fits) < 2:  # noqa: PLR2004 - one, or none
        return fits[0] if fits else None
    best, other = fits[:2]  # who is named in the sentence before, alone there, has a second name
    return best if people.clock - best.seen <= 1 and other.seen < best.seen else None


def _is_somebody(member: Member) -> bool:
    return member.human or (len(member.parts) > 1 and not member.thing)


def may_be_surname(name: str) -> bool:
    """Tell whether an office can be a surname where it stands: "King said", not "Teachers said"."""
    return name[0].isupper() and " " not in name and not name.endswith("s")


def with_place(n: Nominal, toks: Sequence[Token]) -> Nominal:
    """Take the place before an office into its name: "the Marrow senator"."""
    k = n.first - 1
    if n.sort == "office" and k > 0 and toks[k].capital and toks[k - 1].low == "the":
        return replace(n, name=f"the {toks[k].text} {n.name}")
    return n


def _region(n: Nominal) -> set[str]:
    """Return the words of the place a description names: "the Marrow senator"."""
    if n.actors:
        return set()
    return {w.lower() for w in n.name.split()[1:] if w[0].isupper()} - set((n.role or "").lower().split())


def _of_region(n: Nominal, fits: list[Member], people: Members) -> list[Member]:
    """Keep those of the place a description names: "the Marrow senator"; else who is plainly spoken of."""
    places = _region(n)
    if not places:
        return fits
    told = [m for m in fits if places & m.places]
    return told or [m for m in fits if not m.places and people.heard(m) >= ACTED - FADE]


def _agrees(actor: str | None, theirs: str | None) -> bool:
    return not (actor and theirs and actor != theirs)


def _in_office(n: Nominal, actor: str | None, people: Members) -> Iterator[Member]:
    """Yield those with the office of a nominal, or with that of the head it may mean."""
    offices = {n.office: None}
    own = heads().get(actor, ()) if actor is not None else ()
    if n.office in _LEADS:
        offices.update(dict.fromkeys(own))
    elif n.office in own and _ranks().get(n.office) == "head-of-body" and not n.office.startswith(_DEPUTY):
        offices.update(dict.fromkeys(sorted(_LEADS)))  # who was called its chief before
    for office in offices:
        yield from people.in_office(office or "")


def _of_age(words: list[str], people: Members) -> list[Member]:
    """Return those of an age; where no age was told, the one who is plainly spoken of."""
    age = next((w for w in words if is_age(w)), None)
    lately = list(people.lately())
    fits = [m for m in lately if m.age is not None and m.age == age]
    if fits or age is None:
        return fits
    present = [m for m in lately if m.age is None and m.human and people.heard(m) >= ACTED - 3]
    return present if len(present) == 1 else []


def _is_called(member: Member, head: str, rank: str | None) -> bool:
    """Tell whether a person was introduced by a noun, or with an office that ends in it or is of the rank."""
    if head in member.nouns:
        return True
    for office in member.offices:
        if rank is not None and _ranks().get(office) == rank:
            return True
        if office.endswith(f" {head}") and not office.startswith(_DEPUTY):
            return True
    return False
