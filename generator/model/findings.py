"""What the machine found in one article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from generator.model.text import Span, bare

_WORD = re.compile(r"[^\W_]+")


class Form(StrEnum):
    """How words are given as somebody's."""

    DIRECT = "direct"  # a whole sentence or more in quotation marks
    MIXED = "mixed"  # words in marks inside the reporter's own sentence
    INDIRECT = "indirect"  # reported speech; words in marks inside it are quotes of their own
    HEADLINE = "headline"  # words in marks in a headline or dek
    SCARE = "scare"  # marks, but nobody's statement


TURNS = frozenset(
    {"turn", "speech"}
)  # the rules of a speaker whose words stand in no marks, but in a transcript


class Kind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ACTOR = "actor"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as far as the article tells.

    ``name`` is the fullest name the article has; ``mention`` the words that name the speaker
    nearest to the quote; ``certainty`` lies in 0..1; ``rule`` names the pattern that decided;
    ``described`` are the report's words for who has no name in it, but an office in an actor's file.
    """

    name: str
    mention: Span | None
    person: str | None
    actor: str | None
    certainty: float
    rule: str = ""
    described: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text; ``day`` is ISO 8601, or None where it cannot be told."""

    span: Span
    text: str
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's; ``parts`` in order, without their marks.

    ``id`` is built from the document's seed and the folded words, so it does not shift when
    another quote is added. ``found`` and ``found_text`` keep what the machine had said where an editor
    corrected it; ``day`` is when it was said and the last two are ids of quotes, as an editor has them;
    ``told`` is the day of the saying that its own sentence gives, None where it gives none;
    ``saved`` are the parts as spans of the saved source's clean text, none for what was typed anew.
    """

    id: str
    parts: tuple[Span, ...]
    text: str
    form: Form
    speaker: Speaker | None = None
    cue: str | None = None
    saved: tuple[Span, ...] = ()
    said_by_editor: bool = False
    found: Speaker | None = None
    hidden: bool = False
    why: str | None = None
    found_text: str = ""
    day: str | None = None
    same_statement: tuple[str, ...] = ()
    not_same_statement: tuple[str, ...] = ()
    told: Dated | None = None

    @property
    def in_turn(self) -> bool:
        """Tell whether these are words of a transcript, whoever an editor says has the turn."""
        found = self.found or self.speaker
        return found is not None and found.rule in TURNS

    @property
    def said_on(self) -> str | None:
        """Return the day on which it was said, by the desk, else by its report; None where neither tells."""
        return self.day or (self.told.day if self.told else None)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and what it names."""

    span: Span
    name: str
    kind: Kind
    person: str | None = None
    actor: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic on its way: it knows the place in the text, not yet the file."""

    severity: str
    code: str
    message: str
    span: Span


def quote_id(seed: str, words: str) -> str:
    """Return ``q-<seed>-<8 hex>``: the same for the same words, however they are set and spaced.

    Case, diacritics and punctuation do not count. Equal words twice in one document have equal ids:
    whoever makes the quotes tells them apart.
    """
    folded = " ".join(_WORD.findall(bare(words)))
    return f"q-{seed}-{blake2b(folded.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
