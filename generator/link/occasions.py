"""On what occasion something was said, as far as the report tells it: in a letter, at a rally, to one paper.

A person who says nearly the same to two papers has made two statements. Only what is plainly said beside the
quotation counts, and most reports say nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from generator.knowledge.tables import rows
from generator.model.findings import Form
from generator.model.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.article import Article
    from generator.model.findings import Quote
    from generator.model.text import Span

Occasion = frozenset[str]  # kinds; an interview whose medium is named is "to" and that name
UNKNOWN: Occasion = frozenset()
BESIDE = 160  # letters before and after the words: what stands further off is told of something else
# Kinds of which a statement may have both: who speaks on a stage or to a medium may well speak to reporters.
_TOGETHER = {frozenset(("interview", "press")), frozenset(("press", "stage"))}
_GAP = (
    r" (?:(?:an?|the|his|her|their|its|one|another) )?"
    r"(?:(?!(?:to|of|from|with|for|by|on|at|in|after|before|about|as|and|that) )[\w’'-]+,? ){0,2}"
)
_TO = re.compile(
    r"\b(?:told|tells|telling|interview(?: \w+){0,2} (?:with|on|by|for)|(?:spoke|speaking) (?:to|with|on)|on)"
    r" ((?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4})"
)
_SENTENCE = re.compile(r"[.!?][”\"’')]* +(?=[A-Z“\"])|\n")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def occasions(article: Article, quotes: Sequence[Quote]) -> Iterator[Occasion]:
    """Yield the occasion of each quote, as the sentence around its words tells it."""
    yield from map(_read, beside(article, quotes))


def beside(article: Article, quotes: Sequence[Quote]) -> Iterator[str]:
    """Yield for each quote what the reporter says in its sentence, before and behind each of its parts."""
    marked = (quote for quote in article.quotes if quote.form is not Form.INDIRECT)
    taken = sorted(part for quote in marked for part in quote.parts)
    for quote in quotes:
        yield " ".join(_around(article.text, quote.parts, taken))


def may_be_one(a: Occasion, b: Occasion) -> bool:
    """Tell whether two occasions may be one; what is not told may be any."""
    return not a or not b or not all(_are_two(x, y) for x in a for y in b)


def _are_two(x: str, y: str) -> bool:
    if x.startswith("to ") and y.startswith("to "):
        one, other = set(x.split()), set(y.split())
        return not (one <= other or other <= one)
    kinds = frozenset("interview" if kind.startswith("to ") else kind for kind in (x, y))
    return len(kinds) > 1 and kinds not in _TOGETHER


def _around(text: str, parts: Sequence[Span], taken: Sequence[Span]) -> Iterator[str]:
    """Yield the reporter's words in the sentence before and behind each part of a quote."""
    for part in parts:
        before = _without(text, max(0, part.start - BESIDE), part.start, taken)
        yield _SENTENCE.split(f"{before}“")[-1]
        behind = _without(text, part.end, part.end + BESIDE, taken)
        rest = behind.lstrip(" .,!?…”\"’'")
        ended = text[part.end - 1 : part.end] + behind[: len(behind) - len(rest)]
        if "." not in ended or rest[:1].islower():
            yield _SENTENCE.split(rest, maxsplit=1)[0]


def _without(text: str, start: int, end: int, taken: Sequence[Span]) -> str:
    """Return a stretch of text with an opening mark alone in place of each quote in it."""
    pieces = []
    first = max(0, bisect_left(taken, start, key=lambda span: span.start) - 1)
    for n in range(first, len(taken)):
        if taken[n].start >= end:
            break
        if taken[n].end <= start:
            continue
        pieces.append(text[start : max(start, taken[n].start)])
        start = max(start, taken[n].end)
    return "“".join([*pieces, text[start:end]])


def _read(words: str) -> Occasion:
    kinds = {f.lastgroup.rstrip("0123456789") for f in _told().finditer(bare(words)) if f.lastgroup}
    named = {_medium(f[1]) for f in _TO.finditer(words)} - {""}
    return frozenset(kinds - {"interview"} | named if named else kinds)


def _medium(name: str) -> str:
    """Return "to" and the name of a medium in its folded form, nothing for any other name."""
    words = [w for w in _WORD.findall(bare(name)) if w not in {"the", "com", "s"}]
    if not any(w in _media() for w in words):
        return ""
    called = " ".join(words)
    return f"to {_aliases().get(called, called)}"


@cache
def _aliases() -> dict[str, str]:
    named = (forms.split("; ") for kind, forms in rows("occasions") if kind == "alias")
    return {other: name for name, *others in named for other in others}


@cache
def _media() -> frozenset[str]:
    return frozenset(
        word for kind, forms in rows("occasions") if kind == "medium" for word in forms.split("; ")
    )


@cache
def _told() -> re.Pattern[str]:
    """Return the wordings of all kinds as one pattern, whose groups are named by kind and number."""
    by_first: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, forms in rows("occasions"):
        for form in forms.split("; ") if kind not in {"medium", "alias"} else ():
            first, _, rest = form.partition(" ")
            by_first[first][kind].append(rest)
    ways = []
    for n, (first, kinds) in enumerate(by_first.items()):
        groups = (rf"(?P<{kind}{n}>{'|'.join(map(re.escape, rests))})" for kind, rests in kinds.items())
        alone = any(rests == [""] for rests in kinds.values())
        ways.append(rf"{first}{'' if alone else _GAP}(?:{'|'.join(groups)})")
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")
