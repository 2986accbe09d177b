"""Bodies in one article: whose an organ is, what an acronym or "the union" stands for, which is near."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from generator.analyse.name.namesakes import is_acronym, shortens
from generator.analyse.word.lexicon import Sort, heads, office_scope
from generator.knowledge.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.analyse.cue.clauses import Clause
    from generator.analyse.name.names import Nominal

_THE = "the "


@cache
def _nouns() -> dict[str, list[str]]:
    """Return for each noun for a body the last words of the names it may stand for, in order."""
    return {noun: sorted(set(words.split())) for noun, words in rows("shortforms")}


@dataclass(slots=True)
class Bodies:
    """The bodies an article names."""

    _last: dict[str, int] = field(default_factory=dict)  # when an actor was named
    _named: dict[str, str] = field(default_factory=dict)  # what the article calls an actor
    _organs: dict[str, tuple[str, str]] = field(default_factory=dict)  # by noun: its name, its actor
    _acronyms: dict[str, str] = field(default_factory=dict)  # "NFU" -> "Northland Ferry Union"
    _full: dict[str, list[str]] = field(default_factory=dict)  # the last word of names -> the names

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> Bodies:
        """Gather the bodies without an actor that the sentences name, and the acronyms in brackets."""
        made = cls()
        for c in clauses:
            for n in c.sentence.noms:
                if n.entry is Sort.CAPITALS:
                    names = made._full.setdefault(n.name.split()[-1].lower(), [])
                    if n.name not in names:
                        names.append(n.name)
                if " " in n.name and (short := _bracketed(n, c)):
                    made._acronyms[short] = n.name
        return made

    def full(self, name: str) -> str:
        """Return the name an acronym stands for; any other name as it is."""
        return self._acronyms.get(name, name)

    def short(self, name: str) -> str | None:
        """Return the one body that "the union" or "the company" may stand for."""
        low = name.lower()
        if not low.startswith(_THE) and " " in low:
            return None
        noun = low.removeprefix(_THE)
        fits = [full for last in _nouns().get(noun, (noun,)) for full in self._full.get(last, ())]
        return fits[0] if len(fits) == 1 else None

    def meet(self, n: Nominal, actor: str, clock: int) -> None:
        """Remember when an actor was named, by which name, and which organ is its."""
        if n.sort in ("actor", "person", "organ") and n.entry is not Sort.BODY_NOUN:
            self._last[actor] = clock
        if n.sort == "organ":
            self._organs[n.name.split()[-1].lower()] = n.name, actor
        if n.entry is Sort.NAME:
            self._named.setdefault(actor, n.name)

    def met(self, actor: str) -> bool:
        """Tell whether an actor was named."""
        return actor in self._last

    def name_of(self, actor: str, default: str) -> str:
        """Return what the article calls an actor."""
        return self._named.get(actor, default)

    def organ(self, n: Nominal, actor: str | None) -> tuple[str, str | None, str | None]:
        """Return name, person and actor of an organ: "the ministry" is the one named with its state."""
        known = self._organs.get(n.name.split()[-1].lower())
        if known is None or (actor is not None and actor != known[1]):
            return n.name, None, actor
        words = set(known[0].lower().replace("’", "'").replace("'s", "").split())
        longer = set(n.name.lower().split()) <= words
        return (known[0] if longer else n.name), None, known[1]

    def pick(self, actors: tuple[str, ...]) -> str | None:
        """Return the one of several actors that was named last."""
        if len(actors) == 1:
            return actors[0]
        met = [a for a in actors if a in self._last]
        return max(met, key=lambda a: self._last[a]) if met else None

    def with_office(self, office: str | None) -> str | None:
        """Give an office that only bodies have to the body last named that has it."""
        if office is None or office_scope().get(office) != "body":
            return None
        met = [a for a in self._last if office in heads().get(a, ())]
        return max(met, key=lambda a: self._last[a]) if met else None


def _bracketed(n: Nominal, c: Clause) -> str | None:
    """Return the acronym that stands in brackets behind the name it shortens."""
    toks = c.sentence.toks
    if n.last + 2 >= len(toks) or toks[n.last + 1].text != "(":
        return None
    short = toks[n.last + 2].text
    return short if is_acronym(short) and shortens(short, n.name) else None
