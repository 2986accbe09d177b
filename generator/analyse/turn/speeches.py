"""A speech or a statement printed whole: its headline names who speaks, and in its body nobody tells of that.

"Remarks by Minister Ada Berg, Sunholm, 6 October 2015" is one where most of its paragraphs say "I" or "we"
and none has the speaker's name. Where a reporter tells of a speech, no more is said than stands in marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analyse.cue.passages import parse
from generator.analyse.turn.stress import speaks
from generator.analyse.turn.talks import SPEECH, TURN, Talk, Turn, bare, covers, labelled
from generator.knowledge.turns import NAMED, Label, is_name
from generator.model.article import STORY, Role
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.article import CleanText

_OWN = 0.5  # of the paragraphs in which somebody says "I" or "we"
_LEAST = 40  # words: fewer are no speech
_FEW = 12  # words: so few without an end are a place and a day, a salutation, a heading
_KIND = (
    r"(?:(?:opening|closing|keynote|inaugural|joint|press|full|written|welcome|prepared|introductory|doorstep"
    r"|concluding|televised|public|official) )*(?:remarks|speech|statement|address|lecture|declaration"
    r"|communiqu[eé]|doorstep)"
)
_FULL = r"(?:(?:in full|full text|full transcript|full speech|text|transcript)(?: of)?[:–—-]? *(?:the )?)?"
_BEHIND = r"(?= *(?:[,:(–—|]|$)| (?:to|at|on|in|before|during|for|following|after|delivered|as delivered)\b)"
_NAME = r"(?P<who>[^\W\d_][^,:(–—|]{1,70}?)"
_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_FULL}{_KIND} (?:by|of|from) (?:the )?{_NAME}{_BEHIND}",
        rf"{_FULL}(?:the )?{_NAME}['’]s? {_KIND}{_BEHIND}",
        rf"{_FULL}{_NAME}: {_KIND}{_BEHIND}",
    )
)
_DELIVERY = re.compile(
    r"\W*(?:as (?:delivered|prepared)|check(?:ed)? against delivery|embargo)\b", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?…][\"”’)\]*_]*$")


def speech_of(clean: CleanText) -> Talk:
    """Return a text as the turn of whoever its headline says speaks; no talk where it is no speech.

    Questions and answers may stand below it, as below a statement at the door.
    """
    found = next(_named(clean), None)
    if found is None:
        return Talk()
    place, words = found
    below = labelled(clean)
    spoken = dict(_spoken(clean, below.start if below.turns else len(clean.text)))
    spans = tuple(spoken.values())
    told = [span.of(clean.text) for span in spans]
    if sum(len(each.split()) for each in told) < _LEAST or sum(map(speaks, told)) < _OWN * len(told):
        return Talk()
    if _tells_of(words, told):
        return Talk()
    turn = Turn(Label(words, 0, 0, NAMED, alone=True), place, spans, ends=tuple(spoken))
    talk = Talk.of([turn, *below.turns], below.askers, TURN if below.turns else SPEECH)
    return talk if covers(clean, talk) else Talk()


def _named(clean: CleanText) -> Iterator[tuple[Span, str]]:
    """Yield where headline or dek names who speaks, and the words."""
    for block in clean.blocks:
        if block.role in (Role.HEADLINE, Role.DEK):
            for title in _TITLES:
                found = title.match(clean.text, block.span.start, block.span.end)
                if found and is_name(found["who"]):
                    yield Span(*found.span("who")), found["who"]


def _spoken(clean: CleanText, until: int) -> Iterator[tuple[int, Span]]:
    """Yield what is said above a place, paragraph by paragraph, and where each block ends."""
    for block in clean.blocks:
        if block.span.end > until:
            return
        words = block.span.of(clean.text)
        if block.role not in STORY or block.role is Role.HEADING or block.mark or _DELIVERY.match(words):
            continue
        if _ENDED.search(words) or words.count(" ") >= _FEW - 1:
            yield block.span.end, bare(clean.text, block.span)


def _tells_of(words: str, told: Sequence[str]) -> bool:
    """Tell whether the name of a person stands in the body: people do not speak of themselves by name."""
    sorts = {n.sort for n in parse(words, (), opening=False)[1]}
    if "person" not in sorts and not sorts.isdisjoint(("actor", "organ")):
        return False
    name = re.compile(rf"\b{re.escape(words.rsplit(maxsplit=1)[-1])}\b")
    return any(name.search(each) for each in told)
