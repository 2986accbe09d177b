"""What an editor should know of the cleaning: a cut block that holds a quotation, a report without story."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.ingest.label.line import Line
from generator.knowledge.tables import table
from generator.model.article import STORY, Role
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Remark
from generator.model.text import Location, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Block, CleanText, Reading, Source

CODE = "cut-quotation"
HINTS = {
    CODE: "if it is of the story, name its beginning under boilerplate: keep: in site.yaml",
    "no-story": "look at it with inspect; if the story stands there, save it as text, or name it under keep:",
    "too-deep": "save the report as text",
}
_MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^‘’]*(?:’(?=\w)[^‘’]*)*’")
_TOKEN = re.compile(r"[^\W_][\w'’-]*|“”")
_SAYING = frozenset({"say", "claim", "answer", "warn", "announce", "write", "deny", "concede", "voice"})
_NO_NAMES = frozenset({"The", "A", "An", "In", "On", "But"})
_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_QUOTED_WORDS = 4  # fewer in marks are a title or a doubt
_NEAR = 3  # words between a cue and who is named


def remarks_of(text: str, blocks: Sequence[Block]) -> tuple[Remark, ...]:
    """Return a warning for each cut block in which somebody is quoted by name, or where nothing was kept."""
    if not any(block.role in STORY for block in blocks):
        return (Remark("warning", "no-story", "no story was found in it", Span(0, 0)),)
    return tuple(
        Remark(
            "warning",
            CODE,
            f"left out by the rule “{block.rule}”, though somebody is quoted here",
            block.span,
        )
        for block in blocks
        if block.role is Role.BOILERPLATE and holds_quotation(block.span.of(text))
    )


def holds_quotation(words: str) -> bool:
    """Tell whether a sentence has words in marks, a verb of saying, and beside it a name or a pronoun."""
    marked = _MARKED.findall(words)
    if not any(quoted.count(" ") >= _QUOTED_WORDS - 1 for quoted in marked) or not Line(words, 0).ended:
        return False
    tokens = _TOKEN.findall(_MARKED.sub(" “” ", words))
    said = [i for i, token in enumerate(tokens) if token.lower() in _cues()]
    return any(_is_who(near) for i in said for near in _beside(tokens, i))


def _beside(tokens: Sequence[str], i: int) -> Sequence[str]:
    return [*tokens[max(0, i - _NEAR) : i], *tokens[i + 1 : i + 1 + _NEAR]]


def _is_who(token: str) -> bool:
    return token.lower() in _PRONOUNS or (token[0].isupper() and token not in _NO_NAMES)


@cache
def _cues() -> frozenset[str]:
    verbs = [cue for cue in table("cues") if cue.kind in _SAYING and cue.strength > 1]
    return frozenset(form for cue in verbs for form in cue.forms)


def told_of(source: Source, found: CleanText | Reading) -> list[Diagnostic]:
    """Give the remarks on a saved report their line in its file."""
    lines = {block.span: block.line for block in found.blocks}
    return [
        Diagnostic(
            Location(source.path, source.body_line + lines.get(remark.span, 1) - 1),
            Severity(remark.severity),
            remark.code,
            remark.message,
            HINTS[remark.code],
        )
        for remark in found.remarks
    ]
