"""The same report saved twice: known by its address, by the address the page itself gives, by its sentences.

Sentences and not runs of words are compared: two savings of one report differ in whole sentences, and a
report has thirty of them where it has six hundred runs. A sentence that many reports share proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.engine.memory import once, settled
from generator.ingest.open.addresses import same_address
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import CleanText, Source

_END = re.compile(r"[.!?…][.!?…\"”’»)]*\s|\n+")
_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = 30  # letters of a sentence that may lead to another report
_COMMON = 8  # reports with one sentence or one address: in more of them it tells nothing
_AKIN = 0.1  # of the letters in common: two states of one report; less may be an address of many reports
# Of the letters in common: in one outlet it is the same report; in any it is nearly the same words. Of 830
# development texts three pairs of one outlet share more than 0.15, 0.41 to 0.66, and each is one report.
_MOSTLY = 0.5
_NEARLY = 0.8
_FEW = 200  # letters: of less, only the very same words tell
_DAYS = 3  # between two savings of one report that are known by their words alone


class Likeness(Enum):
    """How two savings are alike."""

    SAME = "the same report"
    PERHAPS = "nearly the same words, and an outlet is not known"
    ADDRESS = "one address, other words"


@dataclass(frozen=True, slots=True)
class Saving:
    """What tells one saved report from another; ``sentences`` are digests with their count of letters."""

    path: str
    title: str
    outlet: str
    published: str
    addresses: frozenset[str]
    sentences: Mapping[int, int]
    draft: bool = False

    def says_the_same(self, other: Saving) -> bool:
        """Tell whether two savings have the same sentences below the same headline."""
        return self.title == other.title and self.sentences.keys() == other.sentences.keys()


def saving_of(article: Source, clean: CleanText | None) -> Saving:
    """Return what tells ``article`` from others; ``clean`` is the text of the file it was made of, if any."""
    front = article.front
    addresses = (same_address(url) for url in (front.url, clean.facts.url if clean else None))
    keys = (_NO_LETTER.sub("", sentence.casefold()) for sentence in _END.split(article.body))
    return Saving(
        path=article.path,
        title=_NO_LETTER.sub("", (front.title or "").casefold()),
        outlet=bare(front.outlet or ""),
        published=front.published or "",
        addresses=frozenset(filter(None, addresses)),
        sentences={hash(key): len(key) for key in keys if key},
        draft=front.draft,
    )


@dataclass(slots=True)
class Register:
    """The savings that are known, by what leads to each of them."""

    savings: list[Saving] = field(default_factory=list)
    _leads: dict[str | int, list[int]] = field(default_factory=dict)

    def add(self, saving: Saving) -> None:
        """Take up a saving."""
        for lead in _leads(saving):
            known = self._leads.setdefault(lead, [])
            if len(known) < _COMMON:
                known.append(len(self.savings))
        self.savings.append(saving)

    def alike(self, saving: Saving) -> tuple[Saving, Likeness] | None:
        """Return the first known saving that is most like this one, and how; None where none is."""
        near = sorted({n for lead in _leads(saving) for n in self._leads.get(lead, ())})
        known = tuple([self.savings[n] for n in near])
        return once(_most_alike, saving, settled(f"near {saving.path}", known))


def _most_alike(saving: Saving, near: Sequence[Saving]) -> tuple[Saving, Likeness] | None:
    found: dict[Likeness, Saving] = {}
    for known in near:
        how = likeness(known, saving)
        if how is not None:
            found.setdefault(how, known)
    return next(((found[how], how) for how in Likeness if how in found), None)


def likeness(a: Saving, b: Saving) -> Likeness | None:
    """Say how two savings are alike, None where they are two reports."""
    outlets = _one_outlet(a, b)
    if outlets is False:
        return None
    shared = _shared(a.sentences, b.sentences)
    if a.addresses & b.addresses:
        kin = shared >= _AKIN or (a.title == b.title != "")
        return Likeness.SAME if kin else Likeness.ADDRESS
    if shared < _MOSTLY or _far_apart(a.published, b.published):
        return None
    if a.says_the_same(b):
        return Likeness.SAME if outlets or a.outlet == b.outlet else Likeness.PERHAPS
    few = min(sum(a.sentences.values()), sum(b.sentences.values())) < _FEW
    if few or not (outlets or shared >= _NEARLY):
        return None
    return Likeness.SAME if outlets else Likeness.PERHAPS


def _leads(saving: Saving) -> Iterable[str | int]:
    yield from saving.addresses
    yield from (key for key, letters in saving.sentences.items() if letters >= _TELLING)


def _shared(a: Mapping[int, int], b: Mapping[int, int]) -> float:
    """Return the share of the letters of both that stand in sentences of both."""
    both = sum(a[key] for key in a.keys() & b.keys())
    return both / ((sum(a.values()) + sum(b.values()) - both) or 1)


def _one_outlet(a: Saving, b: Saving) -> bool | None:
    """Tell whether two savings are of one outlet, by its name, else by its host; None where nothing tells.

    One name may be a longer form of the other, as an editor writes and a page says it.
    """
    if a.outlet and b.outlet:
        first, second = set(a.outlet.split()), set(b.outlet.split())
        return first <= second or second <= first
    hosts = [{urlsplit(f"//{address}").hostname for address in s.addresses} for s in (a, b)]
    if all(hosts):
        return not hosts[0].isdisjoint(hosts[1])
    return None


def _far_apart(a: str, b: str) -> bool:
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) > _DAYS
    except ValueError:
        return False
