"""What an office is called: "the secretary general of NATO", "NATO's Secretary-General", "NATO chief"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.knowledge.people import people_nouns
from generator.knowledge.places import actor_kind, descriptions, names
from generator.knowledge.tables import table
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from generator.knowledge.tables import OfficeRow
    from generator.model.corpus import Actor

LEADS = frozenset(("head", "chief", "leader", "boss"))  # what reports call whoever is at the head of a body
_OWNER = 8  # words of the longest name that is looked for: "the North Atlantic Treaty Organization's"


class Description(NamedTuple):
    """An office as words describe it; ``owner`` is the name of whose it is, "" where they do not say."""

    office: str
    owner: str


def folded(words: str) -> str:
    """Return words as they are compared: "U.S." is "us", "Secretary-General" is "secretary general"."""
    return " ".join(bare(words).replace("’", "'").replace("-", " ").replace(".", "").split())


def described(words: str, owners: Container[str]) -> Description | None:
    """Read a definite description of an office, None where it is none: "a spokesman", "his predecessor".

    ``owners`` are the folded names of those who may have offices. What is not exactly an office, as "deputy
    secretary general" is not that of the secretary general, is an office of its own.
    """
    said = folded(words).split()
    definite = said[:1] == ["the"]
    rest = said[definite:]
    for end in range(min(len(rest) - 1, _OWNER), 0, -1):
        owner = " ".join(rest[:end]).removesuffix("'s").removesuffix("'")
        if owner in owners:
            return Description(_office(rest[end:]), owner)
    if not definite or not rest:
        return None
    for at, word in enumerate(rest):
        owner = owner_at(rest[at + 1 :], owners) if word in ("of", "for") else ""
        if at and owner and " ".join(rest[at + 1 :]).removeprefix("the ") == owner:
            return Description(_office(rest[:at]), owner)
    return Description(_office(rest), "")


def owner_at(words: Sequence[str], owners: Container[str]) -> str:
    """Return the longest name of an owner with which folded words begin, "" where they begin with none."""
    rest = list(words[words[:1] == ["the"] :])
    found = (" ".join(rest[:end]) for end in range(min(len(rest), _OWNER), 0, -1))
    return next((owner for owner in found if owner in owners), "")


def office_of(role: str, owners: Container[str] = ()) -> str:
    """Return the office that a role is, whatever its words: "Minister of Defence of France", "Premier"."""
    found = described(f"the {role}", owners)
    return found.office if found else ""


def _office(words: Sequence[str]) -> str:
    said = " ".join(words)
    return _offices().get(said, said)


@cache
def _offices() -> dict[str, str]:
    """Return the office of each form of which one person alone is called."""
    return {form: folded(row.office) for row in table("offices") for form in _of_one(row)}


def is_office(word: str) -> bool:
    """Tell whether a word is an office by itself."""
    return folded(word) in _offices()


def is_of_people(words: str) -> bool:
    """Tell whether a description has a word for people: "a former minister", but not "the ministry"."""
    return not people_nouns().isdisjoint(folded(words).split())


@cache
def forms_of(office: str) -> tuple[str, ...]:
    """Return all folded forms of an office, the longest first."""
    forms = {form for form, of in _offices().items() if of == office} | {office}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _of_one(row: OfficeRow) -> Iterator[str]:
    forms = [folded(form) for form in (row.office, *row.forms)]
    known = {word for form in forms for word in form.split()}
    many = {f"{word}s" for word in known} | {f"{word[:-1]}ies" for word in known if word.endswith("y")}
    many |= {f"{word[:-3]}men" for word in known if word.endswith("man")} | {f"{word}es" for word in known}
    yield forms[0]
    yield from (form for form in forms[1:] if not many & set(form.split()))


def is_head(actor: Actor, office: str) -> bool:
    """Tell whether whoever has an office is at the head of a body: of a known one the first it has."""
    if actor.kind == "state" or actor_kind(actor.id) == "state":
        return False
    firsts = _firsts()
    known = (firsts[actor.id],) if actor.id in firsts else firsts.values()
    return office in LEADS or office in known


@cache
def _firsts() -> dict[str, str]:
    """Return for each body the first of its offices that is of a head, and more than a word for one."""
    heads = {folded(row.office) for row in table("offices") if row.rank.startswith("head-")} - LEADS
    offices = ((body.id, [_office(folded(head).split()) for head in body.head]) for body in table("bodies"))
    firsts = ((ident, next((o for o in of if o in heads), "")) for ident, of in offices)
    return {ident: office for ident, office in firsts if office}


def owner_forms(actor: Actor) -> Iterator[str]:
    """Yield the folded names under which an actor may have an office: "turkish", "the alliance", "nato"."""
    forms = [actor.name, *actor.aliases, *actor.speaks_as]
    forms += [form for form, named in names().items() if named.actor == actor.id and not named.also]
    forms += [noun for noun, bodies in descriptions().items() if actor.id in bodies]
    yield from (folded(form).removeprefix("the ") for form in forms)
