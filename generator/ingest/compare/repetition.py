"""Label what recurs in other reports of the same outlet, and stands in no other outlet's.

Recurrence alone proves little: agencies' copy, a statement quoted again and the background to an affair
recur too. So versions of one report count once, whatever is quoted or said by somebody stays, and

- a line that is no sentence goes where two reports have it, unless it heads a sentence of the story, as
  "Background" does; then three must have it, and it must be longer than such headings are;
- a sentence that speaks to the reader goes where two reports have it;
- any other goes where three have it, above all of the story in each or below all of it in each, and it
  speaks of nothing that the reports speak of; a block of more than sixty words never goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from generator.ingest.compare.versions import Saved, families, folded
from generator.ingest.label.boilerplate import LISTED, by_settings
from generator.ingest.label.line import FEW, SHORT, STORY_LABEL, Line
from generator.knowledge.places import names
from generator.knowledge.tables import table
from generator.model.article import STORY, CleanText, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.model.article import Block
    from generator.model.settings import ReadSettings

RULE = "repeated-in-outlet"
TWICE = 2  # reports: enough for a line, and for a sentence that speaks to the reader
OFTEN = 3  # reports: for all else, since a report and its follow-up are two
SURE = 3  # the strength of verbs that nearly always give somebody's words

_QUOTES = re.compile("[“”„‟«»\"‘]|(?<!\\w)'")
_READER = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|us)\b")  # "US" is a country
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?<=[^.!?] )[^\W\d_a-z][\w’'-]+")  # a capital in the middle of a sentence
_ASKING = re.compile(r"(?:what|why|how|who|when|where|which|is|are|does|do|did|will|can|could|should)\b")

_SET_APART = frozenset({Role.ITEM, Role.QUOTE})

Place = tuple[int, int]  # number of a report, number of its block


class Kind(Enum):
    """As what a block that recurs is known for furniture, if it stands where furniture does."""

    LINE = auto()
    TO_THE_READER = auto()
    PROSE = auto()


def label_repeated(reports: Sequence[Saved], settings: ReadSettings) -> list[CleanText]:
    """Return the clean texts of a briefing's reports, in order, with what recurs labelled ``RULE``.

    The order of the reports changes nothing. Only blocks of the story are labelled, and none of a report
    that would have no sentence left. 1,000 reports of 15 blocks, four of which recur, take 100 ms.
    """
    briefing = _briefing(reports)
    kinds = {key: kind for key in briefing.count if (kind := _kind(briefing, key, settings))}
    holders = {n for key in kinds for n, _ in briefing.places[key]}
    stories = {n: _story(briefing, n, kinds) for n in holders}
    gone: dict[int, list[int]] = defaultdict(list)
    for key, kind in kinds.items():
        places = briefing.in_story(key)
        if kind is Kind.PROSE and not _is_beside(places, stories):
            continue
        may_head = kind is Kind.LINE and _may_head(briefing, key)
        for n, i in places:
            if stories[n] and not (may_head and briefing.is_story((n, i + 1), kinds)):
                gone[n].append(i)
    return [_labelled(r.clean, gone[n]) if n in gone else r.clean for n, r in enumerate(reports)]


def _labelled(text: CleanText, gone: Iterable[int]) -> CleanText:
    blocks = list(text.blocks)
    for i in gone:
        blocks[i] = replace(blocks[i], role=Role.BOILERPLATE, rule=RULE)
    return replace(text, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Briefing:
    """All reports, and what of them recurs within one outlet alone.

    ``words`` are the folded blocks of each report; ``count`` says in how many reports a block stands, where
    versions of one are one, and ``places`` says where it stands.
    """

    reports: Sequence[Saved]
    words: Sequence[tuple[str, ...]]
    count: Mapping[str, int]
    places: Mapping[str, Sequence[Place]]
    _own: dict[int, str] = field(default_factory=dict)

    def block(self, place: Place) -> Block:
        """Return the block at a place."""
        return self.reports[place[0]].clean.blocks[place[1]]

    def line(self, place: Place) -> Line:
        """Return the words of the block at a place."""
        return Line(self.block(place).span.of(self.reports[place[0]].clean.text), 0)

    def in_story(self, key: str) -> list[Place]:
        """Return where a block stands as one of the story."""
        return [place for place in self.places[key] if self.block(place).role in STORY]

    def is_story(self, place: Place, but: Collection[str]) -> bool:
        """Tell whether a sentence, an item or a block quotation stands there that is not in ``but``."""
        n, i = place
        if i >= len(self.words[n]) or (words := self.words[n][i]) in but:
            return False
        role = self.reports[n].clean.blocks[i].role
        return role in _SET_APART or (role in STORY and Line(words, 0).ended)

    def own(self, n: int) -> str:
        """Return the words of the story of a report that no other report has."""
        if n not in self._own:
            own = (w for i, w in enumerate(self.words[n]) if self.is_story((n, i), self.count))
            self._own[n] = "".join(f" {words}" for words in own)
        return self._own[n]


def _briefing(reports: Sequence[Saved]) -> _Briefing:
    words = [folded(r.clean) for r in reports]
    again = _again(words)
    family = families(reports, words, again.values())
    count: dict[str, int] = {}
    for key, holders in again.items():
        outlets = {reports[n].outlet for n in holders}
        different = len({family[n] for n in holders})
        if len(outlets) == 1 and None not in outlets and different >= TWICE:
            count[key] = different
    places: dict[str, list[Place]] = {key: [] for key in count}
    for n in {n for key in count for n in again[key]}:
        for i, key in enumerate(words[n]):
            if key in places:
                places[key].append((n, i))
    return _Briefing(reports, words, count, places)


def _again(words: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return the blocks that stand in several reports, and in which."""
    first: dict[str, int] = {}
    again: dict[str, list[int]] = {}
    for n, keys in enumerate(words):
        for key in set(keys):
            before = first.setdefault(key, n)
            if before != n:
                again.setdefault(key, [before]).append(n)
    return again


def _kind(briefing: _Briefing, key: str, settings: ReadSettings) -> Kind | None:
    """Say as what a block is known for furniture; None where it stays wherever it stands."""
    places = briefing.in_story(key)
    roles = {briefing.block(place).role for place in places}
    if not places or Role.QUOTE in roles or _is_said(key):
        return None
    if settings.keep and any(by_settings(briefing.line(p), settings) == STORY_LABEL for p in places):
        return None
    line = briefing.line(places[0])
    if line.words > SHORT:
        return None
    if _READER.search(line.text):
        return Kind.TO_THE_READER
    if not line.ended and line.words <= LISTED and Role.ITEM not in roles:
        return Kind.LINE
    often = briefing.count[key] >= OFTEN
    return Kind.PROSE if often and not _is_of_the_affair(briefing, places) else None


def _is_said(words: str) -> bool:
    """Tell whether a block may give somebody's words, in marks or without; so may one without any letter."""
    found = _WORD.findall(words)
    said = "according to" in words or not _cues().isdisjoint(found)
    return not found or said or _QUOTES.search(words) is not None


@cache
def _cues() -> frozenset[str]:
    """Return the forms that say that somebody spoke; "tell us" asks for words and gives none."""
    verbs = [cue for cue in table("cues") if cue.strength >= SURE and " " not in cue.lemma]
    return frozenset(form for verb in verbs for form in verb.forms if form != verb.lemma)


def _is_of_the_affair(briefing: _Briefing, places: Sequence[Place]) -> bool:
    """Tell whether a sentence may be background: what a paper says of itself is about something else.

    Background speaks of states and alliances, has numbers or days, or shares a name or half of its longer
    words with what every third of the reports, or more of them, has alone.
    """
    text = briefing.line(places[0]).text
    plain = _WORD.findall(text)
    if any(c.isdigit() for c in text) or not names().keys().isdisjoint(plain):
        return True
    outlet = set(_WORD.findall((briefing.reports[places[0][0]].outlet or "").casefold()))
    named = {w for name in _NAME.findall(text) for w in _WORD.findall(name.casefold())} - outlet
    long = {w.casefold() for w in plain if len(w) > FEW} - outlet
    holders = {n for n, _ in places}
    shared = sum(_speaks_of(briefing.own(n), named, long) for n in holders)
    return shared * OFTEN >= len(holders)


def _speaks_of(own: str, named: Collection[str], long: Collection[str]) -> bool:
    if any(f" {w}" in own for w in named):
        return True
    return 2 * sum(f" {w}" in own for w in long) >= max(1, len(long))


def _story(briefing: _Briefing, n: int, furniture: Collection[str]) -> range:
    """Return from where to where the story of a report goes: from its first sentence to its last."""
    blocks = range(len(briefing.words[n]))
    first = next((i for i in blocks if briefing.is_story((n, i), furniture)), None)
    last = next((i for i in reversed(blocks) if briefing.is_story((n, i), furniture)), None)
    return range(0) if first is None or last is None else range(first, last + 1)


def _is_beside(places: Iterable[Place], stories: Mapping[int, range]) -> bool:
    """Tell whether a block stands above all of the story in each report, or below all of it in each."""
    sides = {(i < stories[n].start, i >= stories[n].stop) for n, i in places if stories[n]}
    return len(sides) == 1 and (False, False) not in sides


def _may_head(briefing: _Briefing, key: str) -> bool:
    """Tell whether a line above a sentence may be its heading: most headings of a series are short, or ask.

    A line that is the headline of another report is a link to it.
    """
    line = briefing.line(briefing.places[key][0])
    if any(briefing.block(place).role is Role.HEADLINE for place in briefing.places[key]):
        return False
    return briefing.count[key] < OFTEN or line.words < FEW or _ASKING.match(key) is not None
