"""Those without a person's name that a pronoun may mean: "they" are the officials, "it" the ministry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cast.members import ACTED, FADE, SPOKE, Identity
from generator.analyse.name.humans import is_human
from generator.analyse.word import gender
from generator.analyse.word.words import listed

if TYPE_CHECKING:
    from generator.analyse.name.names import Nominal

LATELY = 7  # sentences that "they" and "it" reach back
NAMELESS = 1.5  # how much somebody with a name is likelier to be "he" than somebody without
DESCRIBED = listed("people office")  # the sorts of descriptions
_MANY = listed("people office organ")
_ACTORS = listed("actor organ")
_THINGS = listed("text organ actor agency")


@dataclass(slots=True)
class _Kept:
    """Somebody or something, when it was told of, and how present it was then."""

    who: Identity
    clock: int
    weight: float = ACTED


@dataclass(slots=True)
class Nameless:
    """What was told of last: a state or body, several people, one without a name, a thing."""

    _actor: _Kept | None = None
    _several: _Kept | None = None
    _one: _Kept | None = None
    _thing: _Kept | None = None

    def acted(self, subject: Nominal, who: Identity, clock: int) -> None:
        """Remember the subject of a sentence."""
        kept = _Kept(who, clock)
        many = subject.name.endswith("s")
        if subject.sort in _ACTORS:
            self._actor = kept
        if subject.sort in _MANY and many:
            self._several = kept
        elif subject.sort in DESCRIBED and who.member is None and is_human(subject.name):
            owned = gender.PRONOUNS.get(subject.name.split()[0].lower())
            if owned is None or owned != gender.of_words(subject.name.lower().split()[1:]):
                self._one = kept  # behind "his father" he is still the son
        if subject.sort in _THINGS or (who.member is None and who.actor):
            self._thing = kept

    def spoke(self, who: Identity, clock: int) -> None:
        """Remember who spoke, if that is one without a name."""
        if is_human(who.name) and not who.name.endswith("s"):
            self._one = _Kept(who, clock, SPOKE)

    def pair(self, names: str, clock: int) -> None:
        """Remember two who acted together."""
        self._several = _Kept(Identity(names, None, None, None), clock)

    def they_or_it(self, word: str, spoken: Identity | None, clock: int) -> Identity | None:
        """Say who "they" are or what "it" is; ``spoken``: the body that spoke last."""
        if word == "they" and (several := _fresh(self._several, clock)):
            return Identity(several.name, None, several.actor, None)
        who = spoken or _fresh(self._actor, clock)
        if word == "it" and (who is None or who.actor is None):
            who = _fresh(self._thing, clock) or who
        return who

    def he_or_she(self, sex: str, weight: float, clock: int) -> Identity | None:
        """Return the one without a name who is more present than somebody of that weight, if any."""
        one = self._one
        if one is None or not _fresh(one, clock):
            return None
        if gender.of_words(one.who.name.lower().split()) not in (sex, None):
            return None
        faded = one.weight - (clock - one.clock) * FADE
        return one.who if faded - NAMELESS > weight else None


def _fresh(kept: _Kept | None, clock: int) -> Identity | None:
    return kept.who if kept is not None and clock - kept.clock <= LATELY else None
