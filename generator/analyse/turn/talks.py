"""A clean text -> the turns of a talk: whose they are by their labels, and the words said in each.

Taken is only what is a transcript for the most part: its labels repeat, people speak in it to each other, and
more than half of its words stand in turns. Of any other text there is no talk, and it is read as a report.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.analyse.turn.stress import questions_of
from generator.knowledge.turns import MOST, NAMED, Label, first_person, labels_in
from generator.model.article import STORY, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.article import Block, CleanText

ANSWERED = "answered"
TURN, SPEECH = "turn", "speech"  # the rules by which words are somebody's
_ASKS = 0.5  # of the turns of one label, that end with a question: whoever it is, he is the one who asks
_SIGN = "**"
_ASIDE = re.compile(r"\s*(?:[(\[*_].{0,300}[)\]*_]|[-–—#*_=~•\s]+|(?:end|ends)\.?)\s*", re.IGNORECASE)
_EDITED = re.compile(
    r"\b(?:interview|conversation|transcript|exchange|q\s?&\s?a)\b.{0,60}\b(?:edited|condensed|translated|abridged"
    r"|conducted|first published|provided|recorded)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS = re.compile(r"\?[\"”’)\]*_]*\s*$")
_OUTER = re.compile(r"[“\"„«](?P<words>[^“”\"„«»]*)[”\"“»]")
_STRESS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time: a stretch for each paragraph.

    ``place`` is where the label stands, ``begins`` where its block goes on behind it, ``ends`` are where the
    blocks end of which the turn is.
    """

    label: Label
    place: Span
    spans: tuple[Span, ...]
    begins: int = 0
    ends: tuple[int, ...] = ()

    def asks(self, text: str) -> bool:
        """Tell whether it ends with a question."""
        return bool(self.spans) and _ENDS.search(self.spans[-1].of(text)) is not None


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a text in order; ``askers`` are the keys of labels whose turns are questions.

    ``ends`` are where the blocks end of which the turns are.
    """

    turns: tuple[Turn, ...] = ()
    askers: frozenset[str] = frozenset()
    rule: str = TURN
    ends: frozenset[int] = frozenset()

    @classmethod
    def of(cls, turns: Iterable[Turn], askers: frozenset[str] = frozenset(), rule: str = TURN) -> Talk:
        """Return a talk of turns."""
        several = tuple(turns)
        return cls(several, askers, rule, frozenset(end for turn in several for end in turn.ends))

    @property
    def start(self) -> int:
        """Return where the first label stands."""
        return self.turns[0].place.start

    @property
    def said(self) -> tuple[Turn, ...]:
        """Return the turns that are statements: neither questions nor words of who leads the talk."""
        return tuple(t for t in self.turns if t.label.key not in self.askers)

    @property
    def unnamed(self) -> bool:
        """Tell whether there are answers of which no label says whose they are."""
        return any(turn.label.kind != NAMED for turn in self.said)

    def without_labels(self, clean: CleanText) -> CleanText:
        """Return the text to be read for names and days: of each turn the words without the label."""
        begun = {t.ends[0]: t.begins for t in self.turns if t.ends and not t.label.alone}
        blocks = [
            replace(b, span=Span(begun[b.span.end], b.span.end)) if b.span.end in begun else b
            for b in clean.blocks
        ]
        return replace(clean, blocks=tuple(blocks))

    def holds(self, block: Block) -> bool:
        """Tell whether a block is of a turn, or a label."""
        return block.span.end in self.ends


def talk_of(clean: CleanText) -> Talk:
    """Return the turns of a text; none where it is no talk."""
    talk = labelled(clean)
    return talk if talk.said and covers(clean, talk) else Talk()


def covers(clean: CleanText, talk: Talk) -> bool:
    """Tell whether more than half of the words of a text stand in turns."""
    words = sum(len(span.of(clean.text).split()) for t in talk.turns for span in t.spans)
    return words >= MOST * sum(len(b.span.of(clean.text).split()) for b in clean.blocks if b.role in STORY)


def labelled(clean: CleanText) -> Talk:
    """Return the turns that labels or questions which are set off tell, however few words stand in them."""
    blocks = [b for b in clean.blocks if b.role in STORY and b.mark is None]
    texts = [_stressed(clean.text, b) for b in blocks]
    around = "\n".join(b.span.of(clean.text) for b in clean.blocks if b.role in (Role.HEADLINE, Role.DEK))
    headings = {i for i, b in enumerate(blocks) if b.role is Role.HEADING}
    labels = labels_in(texts, around) or questions_of(texts, headings)
    if not labels:
        return Talk()
    turns = _turns(clean.text, blocks, {i: _in_text(labels[i], blocks[i]) for i in labels})
    return Talk.of(turns, _askers(clean.text, turns))


def _stressed(text: str, block: Block) -> str:
    """Return the words of a block, what its page sets off between signs as Markdown has them."""
    words = block.span.of(text)
    return f"{_SIGN}{words[: block.lead]}{_SIGN}{words[block.lead :]}" if block.lead else words


def _in_text(label: Label, block: Block) -> Label:
    """Return a label as it is counted in the text, which has no such signs."""
    if not block.lead:
        return label
    start = max(0, label.start - len(_SIGN))
    return replace(label, start=start, end=max(start, label.end - 2 * len(_SIGN)))


def _askers(text: str, turns: Sequence[Turn]) -> frozenset[str]:
    """Return the keys of those who ask, and of those who only lead the talk."""
    all_of = Counter(t.label.key for t in turns)
    asking = Counter(t.label.key for t in turns if t.asks(text))
    tabled = {t.label.key for t in turns if t.label.kind not in (NAMED, ANSWERED)}
    return frozenset(tabled | {key for key, times in asking.items() if times > _ASKS * all_of[key]})


def _turns(text: str, blocks: Sequence[Block], labels: Mapping[int, Label]) -> list[Turn]:
    names = {label.key for label in labels.values() if label.kind == NAMED}
    turns = []
    for i, after in pairwise([*sorted(labels), len(blocks)]):
        label, start = labels[i], blocks[i].span.start
        place = Span(start + label.start, start + label.start + len(label.words))
        spans = [] if label.alone else [Span(start + label.end, blocks[i].span.end)]
        ends = [blocks[i].span.end]
        for block in blocks[i + 1 : after]:
            words = block.span.of(text)
            closing = after == len(blocks) and spans and not first_person(words)
            if block.role is Role.HEADING or closing or _is_of_the_outlet(words, names):
                break
            if not _ASIDE.fullmatch(words):
                spans.append(block.span)
                ends.append(block.span.end)
        kept = tuple(bare(text, span) for span in spans if not _ASIDE.fullmatch(span.of(text)))
        if kept or label.alone:
            turns.append(Turn(label, place, kept, start + label.end, tuple(ends)))
    return turns


def _is_of_the_outlet(words: str, names: set[str]) -> bool:
    """Tell whether a paragraph without a label is a reporter's: it tells of a speaker, or of the talk."""
    if _EDITED.search(words):
        return True
    return not first_person(words) and not names.isdisjoint(_WORD.findall(words.casefold()))


def bare(text: str, span: Span) -> Span:
    """Return a stretch without marks or stress around the whole of it."""
    for sign in (_STRESS, _OUTER):
        whole = sign.fullmatch(text, span.start, span.end)
        if whole:
            span = Span(*whole.span("words"))
    return span
