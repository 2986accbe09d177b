"""The labels of a talk -> who of the cast each is, and the quotations that their turns are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.analyse.cast.members import Identity, Member
from generator.analyse.cue.clauses import Clause, clause
from generator.analyse.cue.passages import parse
from generator.analyse.name.names import Nominal
from generator.analyse.quotes import Draft
from generator.analyse.turn.speeches import speech_of
from generator.analyse.turn.talks import Talk, Turn, talk_of
from generator.knowledge.turns import NAMED
from generator.model.article import Role
from generator.model.findings import Dated, Form, Kind, Mention
from generator.model.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.analyse.cast.cast import Cast
    from generator.analyse.cue.passages import Passage
    from generator.model.article import CleanText

CERTAIN = 0.95  # a label leaves hardly a doubt
TOLD = 0.2  # of the paragraphs with a quotation that has a speaker: in a talk people seldom quote others
LEAST_WORDS = 4  # "Yes, minister." alone is no statement
_WHOLE_DAY = len("2015-10-06")
_OCCASION = re.compile(
    r"\b(?:remarks|speech|statement|address|lecture|briefing|(?:press|news) conference|doorstep"
    r"|transcript)\b",
    re.IGNORECASE,
)
_NEAR = 6  # tokens before a name that may tell of a talk
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPEAKS = frozenset({"person", "office", "actor", "organ", "people"})
_LEADS = re.compile(
    r"\b(?:interview(?:s|ed)?|spoke|speaks?|speaking|talks?|talked|talking|conversation|q\s?&\s?a|asked"
    r"|questions?|sat down|sits down|answers?|tells|told)\b(?:\s+\w+){0,2}?\s+(?:with|to|for)\s*$"
    r"|\b(?:asked|interviewed)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Called:
    """A label as it is parsed: its name in small letters where it was in capitals, and what it names."""

    turn: Turn
    name: str
    clause: Clause
    nominal: Nominal | None


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody named above a talk; ``led`` where it is said that somebody talked to them."""

    member: Member
    who: Identity
    led: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A talk with its labels, and who answers where these do not say."""

    talk: Talk
    callers: Sequence[Called] = ()
    answers: Identity | None = None

    def clauses(self) -> Iterator[Clause]:
        """Yield what the labels tell of names."""
        for each in self.callers:
            yield each.clause

    def answered(self, read: Sequence[Passage], cast: Cast) -> Spoken | None:
        """Return the same with who answers; None where that is not told, or where a reporter tells it all."""
        if _is_told(self.talk, read):
            return None
        if not self.talk.unnamed:
            return self
        answers = interviewee(self.talk, read, cast)
        return replace(self, answers=answers) if answers else None

    def drafts(self, clean: CleanText, cast: Cast, dated: Iterable[Dated] = ()) -> list[Draft]:
        """Return the quotations that the turns are, one for each paragraph, of the day that is told above."""
        said = _day(clean, dated) if self.talk.turns else None
        return [replace(draft, said=said) for draft in _drafts(clean, self, cast)]

    def with_labels(self, found: tuple[Mention, ...], cast: Cast) -> tuple[Mention, ...]:
        """Return mentions with the people that labels name, in the order of the text."""
        return tuple(sorted([*found, *self._mentions(cast)], key=_place)) if self.callers else found

    def _mentions(self, cast: Cast) -> Iterator[Mention]:
        for each in self.callers:
            n = each.nominal
            member = cast.find(n.name) if n and n.sort == "person" else None
            if n and member:
                span, actor = n.core.moved(each.turn.place.start), cast.actor_of(member)
                yield Mention(span, member.name, Kind.PERSON, slug(member.name), actor, member.role)


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, mention.span.end, mention.name


def _is_told(talk: Talk, read: Sequence[Passage]) -> bool:
    """Tell whether what stands in the turns is a report, where one says who said what is in marks."""
    inside = [p for p in read if talk.holds(p.block)]
    told = sum(any(c for s in p.sentences for c in s.clause.choices) for p in inside)
    return told > TOLD * len(inside)


def spoken_in(clean: CleanText) -> Spoken:
    """Return the talk or the speech that a text is, with the labels of those who make statements."""
    talk = speech_of(clean)
    talk = talk if talk.turns else talk_of(clean)
    return Spoken(talk, called(clean, talk))


def called(clean: CleanText, talk: Talk) -> list[Called]:
    """Parse the labels of those who make statements."""
    if not talk.turns:
        return []
    small = _small(clean.text)
    found: dict[str, tuple[str, Clause, Nominal | None]] = {}
    out = []
    for turn in talk.said:
        label = turn.label
        if label.kind == NAMED:
            if label.words not in found:
                found[label.words] = (_lowered(label.name, small), *_parsed(label.words, small))
            out.append(Called(turn, *found[label.words]))
    return out


def _parsed(words: str, small: dict[str, str]) -> tuple[Clause, Nominal | None]:
    toks, noms = parse(words, (), opening=False)
    found = _meant(noms)
    if found is None or (found.sort == "person" and found.name.isupper()):
        toks, noms = parse(_lowered(words, small), (), opening=False)
        found = _meant(noms)
    return clause(toks, noms), found


def _meant(noms: Sequence[Nominal]) -> Nominal | None:
    """Return the person of a label, else who is first in it: "NATO Secretary General Ada Berg"."""
    found = [n for n in noms if n.sort in _SPEAKS]
    return next((n for n in found if n.sort == "person"), found[0] if found else None)


def _small(text: str) -> dict[str, str]:
    """Return how the words of a text are spelt that stand in it in other letters than capitals alone."""
    small: dict[str, str] = {}
    for found in _WORD.finditer(text):
        word = found.group()
        if word[0].isupper() and not word.isupper():
            small.setdefault(word.upper(), word)
    return small


def _lowered(words: str, small: dict[str, str]) -> str:
    """Return words in capitals as names are spelt, letter for letter: "ADA MCKAY" by "McKay" in the text."""
    return _WORD.sub(lambda m: _spelt(m.group(), small), words)


def _spelt(word: str, small: dict[str, str]) -> str:
    if len(word) == 1 or not word.isupper():
        return word
    known = small.get(word, word)
    return known if known != word and len(known) == len(word) else word[0] + word[1:].lower()


def _drafts(clean: CleanText, spoken: Spoken, cast: Cast) -> Iterator[Draft]:
    who = {id(each.turn): _who(each, cast) for each in spoken.callers}
    for turn in spoken.talk.said:
        speaker = who.get(id(turn), spoken.answers)
        for span in turn.spans if speaker else ():
            if len(span.of(clean.text).split()) >= LEAST_WORDS:
                yield Draft((span,), Form.DIRECT, speaker, None, spoken.talk.rule, CERTAIN)


def _day(clean: CleanText, dated: Iterable[Dated]) -> Dated | None:
    """Return the day in a headline that tells when people spoke: "Remarks by Ada Berg, 6 October 2015"."""
    heads = [b.span for b in clean.blocks if b.role in (Role.HEADLINE, Role.DEK)]
    told = [span for span in heads if _OCCASION.search(span.of(clean.text))]
    days = [d for d in dated if d.day and len(d.day) == _WHOLE_DAY and any(s.holds(d.span) for s in told)]
    return days[0] if len(days) == 1 else None


def _who(each: Called, cast: Cast) -> Identity:
    place, n = each.turn.place, each.nominal
    who = cast.resolve(n, place.start) if n else None
    if who is None:
        who = Identity(each.name, slug(each.name) if " " in each.name else None, None, place)
    cast.spoke(who)
    return who


def interviewee(talk: Talk, read: Iterable[Passage], cast: Cast) -> Identity | None:
    """Return who answers where no label says so: the one person whom headline and opening name in full.

    Where they name several it is the one with whom somebody is said to have talked.
    """
    head: list[_Named] = []
    opening: list[_Named] = []
    for passage in read:
        if passage.heading or passage.block.span.end <= talk.start:
            (head if passage.heading else opening).extend(_people(passage, cast))
    for found in (head, opening):
        full = [each for each in found if len(each.member.parts) > 1]
        for some in (full, [each for each in full if each.led]):
            if len({id(each.member) for each in some}) == 1:
                return some[0].who
    return None


def _people(passage: Passage, cast: Cast) -> Iterator[_Named]:
    for placed in passage.sentences:
        sentence = placed.clause.sentence
        for n in sentence.noms:
            member = cast.find(n.name) if n.sort == "person" else None
            who = cast.resolve(n, placed.base) if member else None
            if member and who:
                before = " ".join(t.text for t in sentence.toks[max(0, n.first - _NEAR) : n.first])
                yield _Named(member, who, _LEADS.search(before) is not None)
