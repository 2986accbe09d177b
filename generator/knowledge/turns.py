"""The labels of transcripts: "QUESTION:", "ILSE MARROW:", "Q.", a name alone above a paragraph.

What begins a block and looks so is a label only where labels repeat and what follows them is spoken. Cleaning
asks the same, so that it cuts none of them as a caption, a byline or a line that stands twice.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAMED = "named"  # the kind of a label that is in no table: a name, an office
LEAST = 2  # turns, and speakers: fewer are no talk
SCHEME = 2  # times that one label stands at least
AGAIN, AGAIN_ALONE = 0.4, 0.6  # of all labels, that stand more than once; of names alone above a paragraph
SPOKEN = 0.5  # of the turns in which somebody says "I", "we" or "you", or asks
MOST = 0.5  # of all words, that stand in turns
_NAME_WORDS = 6
_FEW = 4  # words below which a block is no turn's paragraph
_LABEL = re.compile(
    r"(?P<open>\*{1,3}|_{1,3})?(?P<words>[^\W_][^:*_\n“”\"?!;]{0,79}?)\s?"
    r"(?:(?P<close>(?P=open))\s?:|:(?P<after>(?P=open))|(?P<plain>:))(?=\s|$)"
)
_SET_OFF = re.compile(
    r"(?P<open>\*\*|__)(?P<words>[^\W\d_][^:*_\n“”\"?!;]{0,59}?)(?P=open)\s+(?=[“‘\"']?[^\W_])"
)
_LETTER = re.compile(
    r"(?P<open>\*{1,3}|_{1,3})?(?P<words>[QA])(?:[.:]|(?<=Q)(?= ))(?(open)(?P=open))[.:]?\s+(?=\S)"
)
_ALONE = re.compile(
    r"(?P<open>\*{1,3}|_{1,3})?(?P<words>[^\W\d_][^:*_\n“”\"?!;]{0,59}?):?(?(open)(?P=open)):?"
)
_SPACE = re.compile(r"\s*")
_PAIR = re.compile(r"\b([A-ZÀ-Þ][\w'’-]*)\.?\s+(?=([A-ZÀ-Þ][\w'’-]*))")
_PARTICLES = frozenset(
    (
        "of",
        "the",
        "and",
        "for",
        "de",
        "da",
        "di",
        "du",
        "del",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "al",
        "bin",
    )
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_NUMBER = re.compile(r"\s*(?:no\.? ?)?\d{1,3}$")
_FIRST = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|we|we['’](?:re|ve|d|ll)|our|us|you|you['’](?:re|ve|d|ll)|your)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:i|we|you|your|our|my|it|this|that|is|are|was)\b", re.IGNORECASE)  # words of no name
_ASKS = re.compile(r"\?[\"”’)\]*_]*(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it reads, without its colon, and where what is said begins behind it."""

    words: str
    start: int
    end: int
    kind: str
    alone: bool = False

    @property
    def name(self) -> str:
        """Return the words without what explains them: "Ada Quill, Harbour Herald", "MARROW (Sunholm)"."""
        return re.split(r"\s*[,(\[/]", self.words, maxsplit=1)[0].strip()

    @property
    def key(self) -> str:
        """Return what labels of one speaker have in common: the last word of the name."""
        if self.kind != NAMED:
            return self.kind
        words = _WORD.findall(self.name.casefold())
        return words[-1] if words else ""


def label_at(text: str) -> Label | None:
    """Return the label with which a block begins, if it has the look of one."""
    found = _LETTER.match(text) or _LABEL.match(text) or _SET_OFF.match(text)
    if found is None:
        return None
    space = _SPACE.match(text, found.end())
    label = _made(found, space.end() if space else found.end())
    return label if label and label.end < len(text) else None


def label_alone(text: str) -> Label | None:
    """Return the label that a block is, if it may be one."""
    found = _ALONE.fullmatch(text)
    label = _made(found, len(text)) if found else None
    return replace(label, alone=True) if label else None


def _made(found: re.Match[str], end: int) -> Label | None:
    words = " ".join(found["words"].split())
    label = Label(words, found.start("words"), end, NAMED)
    plain = _NUMBER.sub("", label.name.casefold().replace("’", "'")) or words.casefold()
    kind = _kinds().get(plain, NAMED)
    if kind == "never" or (kind == NAMED and not is_name(label.name)):
        return None
    return replace(label, kind=kind)


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind, words in rows("turns") for word in words.split("; ")}


def is_name(name: str) -> bool:
    """Tell whether all words have capitals, but those that part names, and none is of a fact."""
    words = name.split()
    if not 1 <= len(words) <= _NAME_WORDS or any(c.isdigit() for c in name):
        return False
    if _kinds().get(words[0].casefold()) == "never" or len(name.strip(".")) < LEAST or _OURS.search(name):
        return False
    return words[-1].casefold() not in _PARTICLES and all(
        w[0].isupper() or w.casefold() in _PARTICLES or w.casefold() in _offices() for w in words
    )


@cache
def _offices() -> frozenset[str]:
    return frozenset(
        word for row in table("offices") for form in (row.office, *row.forms) for word in form.split()
    )


def is_role(name: str) -> bool:
    """Tell whether a name is or ends with an office: "The Minister", "SECRETARY"."""
    words = name.casefold().split()
    return bool(words) and words[-1] in _offices()


def is_spoken(words: str) -> bool:
    """Tell whether somebody speaks here for themselves or to somebody."""
    return _FIRST.search(words) is not None or asks(words)


def asks(words: str) -> bool:
    """Tell whether there is a question."""
    return _ASKS.search(words) is not None


def first_person(words: str) -> bool:
    """Tell whether somebody speaks of themselves."""
    return _FIRST.search(words) is not None


def labels_in(texts: Sequence[str], around: str = "") -> dict[int, Label]:
    """Return the labels of a transcript, by the places of the blocks that they begin or are.

    None where the texts are no talk. ``around`` is what else may name a speaker in full: headline and dek.
    """
    inline = {i: label for i, text in enumerate(texts) if (label := label_at(text))}
    alone = {
        i: label
        for i, text in enumerate(texts[:-1])
        if i not in inline and (label := label_alone(text)) and texts[i + 1].count(" ") >= _FEW - 1
    }
    found = max((inline, alone), key=len)
    bound = (AGAIN_ALONE, LEAST) if found is alone else (AGAIN, 1)
    full = _in_full("\n".join((around, *texts))) if found else frozenset()
    found = {i: label for i, label in found.items() if label.kind != NAMED or _is_somebody(label, full)}
    return found if _is_talk(found, texts, bound) else {}


def _in_full(text: str) -> frozenset[str]:
    """Return the words that stand beside another with a capital, as those of a full name do."""
    found: set[str] = set()
    for pair in _PAIR.finditer(text):
        found.update((pair[1], pair[2]))
    return frozenset(found)


def _is_somebody(label: Label, full: frozenset[str]) -> bool:
    """Tell whether a label is a name for somebody and not any word with a capital."""
    name = label.name
    if (name.isupper() and len(name) > 1) or " " in name or is_role(name):
        return True
    return name in full


def _is_talk(found: Mapping[int, Label], texts: Sequence[str], bound: tuple[float, int]) -> bool:
    """Tell whether people talk; ``bound``: which share of labels, and of how many speakers, stand again."""
    keys = Counter(label.key for label in found.values())
    if len(found) <= LEAST or len(keys) < LEAST:
        return False
    again = [times for times in keys.values() if times >= SCHEME]
    if sum(again) < bound[0] * len(found) or len(again) < bound[1]:
        return False
    said = [_words_of(found, i, texts) for i in found]
    return sum(map(is_spoken, said)) >= SPOKEN * len(said) and sum(map(first_person, said)) > 0


def _words_of(found: Mapping[int, Label], i: int, texts: Sequence[str]) -> str:
    """Return what stands behind a label up to the next."""
    return " ".join([texts[i][found[i].end :], *_below(found, i, texts)])


def _below(found: Mapping[int, Label], i: int, texts: Sequence[str]) -> Iterator[str]:
    for k in range(i + 1, len(texts)):
        if k in found:
            return
        yield texts[k]
