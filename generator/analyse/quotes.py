"""Marked stretches with what was found of their speakers -> quotes: form, parts, id."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.analyse.cast.members import Identity
from generator.model.findings import Dated, Form, Quote, Speaker, quote_id
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.analyse.word.marks import Marked

_I = re.compile(r"I\b")
_JOINS = re.compile(r"(?:but|yet|so|nor)\b")
_LEADS = re.compile(
    r"(?:although|because|if|once|since|though|unless|until|when|whenever|while)\b", re.IGNORECASE
)
_SIGN = re.compile(r"[\\*_\[]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?![\w*])")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")


@dataclass(slots=True)
class Draft:
    """A quotation on its way: its marks, what the sentence says of it, and who said it.

    ``half`` where by its sentence it ends what the quotation before it began; ``said`` is the day that the
    sentence gives.
    """

    spans: tuple[Span, ...]
    form: Form
    who: Identity | None = None
    cue: str | None = None
    rule: str = ""
    certainty: float = 0.0
    half: bool = False
    said: Dated | None = None


def shown(text: str) -> str:
    """Return a stretch of Markdown as a reader sees it."""
    if _SIGN.search(text) is None:
        return text
    return _ESCAPE.sub(r"\1", _STRONG.sub(r"\2", _LINK.sub(r"\1", text)))


def form_of(text: str, mark: Marked, *, heading: bool, opens: bool) -> Form:
    """Say how words in marks stand; ``opens`` where nothing but the cue leads to them."""
    if heading:
        return Form.HEADLINE
    words = mark.span.of(text)
    first = next((c for c in words if c.isalnum()), "")
    return Form.DIRECT if opens and (first.isupper() or first.isdigit()) and " " in words else Form.MIXED


def joined(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield ``drafts`` in the order of the text, the halves that a cue parts joined to one.

    As in: “If we go,” she said, “we go together.”
    """
    held: Draft | None = None
    for draft in sorted(drafts, key=_begins):
        if held is not None and _halves(held, draft):
            held = replace(held, spans=held.spans + draft.spans)
            continue
        if held is not None:
            yield held
        held = draft
    if held is not None:
        yield held


def _begins(draft: Draft) -> tuple[int, int]:
    """Order drafts as their first spans are, whose own comparison takes longer."""
    first = draft.spans[0]
    return first.start, first.end


def _halves(a: Draft, b: Draft) -> bool:
    """Tell whether two quotations are halves of one, and one speaker's as far as is known."""
    if not b.half or a.who is None or Form.SCARE in (a.form, b.form):
        return False
    return b.who is None or a.who.name == b.who.name


def quotes_of(drafts: Iterable[Draft], text: str, seed: str) -> tuple[Quote, ...]:
    """Return the quotes in the order of the text, each with an id of its own."""
    count: Counter[str] = Counter()
    out = []
    found = list(drafts)
    told = [d for d in found if d.form is Form.INDIRECT]
    marked = joined([d for d in found if d.form is not Form.INDIRECT])
    for draft in sorted([*marked, *told], key=_begins):
        words = _whole([shown(span.of(text)) for span in draft.spans])
        ident = quote_id(seed, words)
        count[ident] += 1
        if count[ident] > 1:
            ident = f"{ident}-{count[ident]}"
        out.append(Quote(ident, draft.spans, words, draft.form, _speaker(draft), draft.cue, told=draft.said))
    return tuple(out)


def _whole(parts: list[str]) -> str:
    """Close the gap that a cue makes: “The bees,” she said, “have gone.” Nothing is left out there.

    The comma stays where what follows has a capital, as where two sentences are run together, and where a
    conjunction makes a clause of what is before or behind it: there it is the speaker's, elsewhere the cue's.
    """
    closed = [part if _own_comma(part, after) else part.rstrip(" ,") for part, after in pairwise(parts)]
    return " ".join(" ".join([*closed, *parts[-1:]]).split())


def _own_comma(part: str, after: str) -> bool:
    clauses = _JOINS.match(after) or _LEADS.match(part)
    return bool(clauses or (after[:1].isupper() and not _I.match(after)))


def _speaker(draft: Draft) -> Speaker | None:
    who = draft.who
    if who is None:
        return None
    return Speaker(who.name, who.mention, who.person, who.actor, round(draft.certainty, 2), draft.rule)
