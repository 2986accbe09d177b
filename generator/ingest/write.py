"""A clean text -> the article that an editor goes on with.

``build`` takes the same article for a report that nobody has taken over yet, so that ingesting
first changes no byte of the site.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ingest.label.names import names_alone
from generator.ingest.label.savedmarkdown import without_cuts
from generator.ingest.label.shape import BULLET
from generator.ingest.open.frontmatter import write_front_matter
from generator.model.article import STORY, Block, CleanText, Cut, Media, Picture, Role, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import FrontMatter

_INLINE = re.compile(r"[\\`*_\[\]<&]|~(?=~)|(?<=~)~")
_SAFE_INLINE = re.compile(r"(?<=[^\W_])_(?=[^\W_])|(?<= )[*_](?= )|&(?![#\w]+;)|<(?![A-Za-z/!?])")
_BLOCK = re.compile(r"(#{1,6}(?= |$)|[-+>]|=+$|~~~|:::|\|)|(\d{1,9})([.)])(?= |$)")
_CLOSING = re.compile(r"(?:(?<= )|^)#+$")


def article_of(source: Source, clean: CleanText) -> Source:
    """Return the article that ingesting ``source`` gives: front matter and Markdown body.

    What the sidecar says prevails over what was found. A report saved as Markdown keeps its body but for
    what was cut from it.
    """
    given, found = source.front, clean.facts
    body, left_out = (
        without_cuts(source, clean) if source.media is Media.MARKDOWN else (_body(clean), clean.blocks)
    )
    image = given.image or (Picture(found.caption, found.credit) if found.caption or found.credit else None)
    front = replace(
        given,
        title=given.title or found.title,
        dek=given.dek or found.dek,
        byline=given.byline or found.byline,
        outlet=given.outlet or found.outlet,
        published=given.published or found.published,
        url=given.url or found.url,
        language=given.language or found.language,
        source=source.path,
        digest=source.digest,
        image=image,
    )
    front = replace(front, cut=(*given.cut, *_cuts(clean.text, left_out, front)))
    return replace(source, media=Media.MARKDOWN, front=front, body=body)


def article_file(article: Source) -> str:
    """Return the text of content/articles/<id>.md."""
    return f"---\n{write_front_matter(article.front)}---\n\n{article.body}"


def _cuts(text: str, blocks: Iterable[Block], front: FrontMatter) -> Iterator[Cut]:
    """Yield what stands neither in the body nor in the head, with the rule that took it out."""
    image = front.image or Picture()
    shown = {
        Role.HEADLINE: front.title,
        Role.DEK: front.dek,
        Role.CAPTION: image.caption,
        Role.CREDIT: image.credit,
    }
    for block in blocks:
        words = block.span.of(text)
        if block.role is Role.BOILERPLATE:
            yield Cut(block.rule or "boilerplate", words)
        elif block.role is Role.BYLINE:
            if not names_alone(words, front.byline):
                yield Cut(block.role.value, words)
        elif block.role in shown and _letters(words) not in _letters(shown[block.role] or ""):
            yield Cut(block.role.value, words)


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _body(clean: CleanText) -> str:
    pieces: list[str] = []
    before: Block | None = None
    for block in clean.blocks:
        if block.role in STORY:
            pieces += [_gap(clean.text, before, block), _markdown(clean.text, block)]
            before = block
    return "".join([*pieces[1:], "\n"]) if pieces else ""


def _gap(text: str, before: Block | None, block: Block) -> str:
    """Return what parts two blocks: the items of one list stand on lines that follow each other."""
    if before is None or not before.role is block.role is Role.ITEM:
        return "\n\n"
    last, this = _number(text, before), _number(text, block)
    return "\n" if this == (last and last + 1) else "\n\n"


def _number(text: str, item: Block) -> int | None:
    mark = BULLET.match(text, item.span.start)
    return int(mark[1]) if mark and mark[1] else None


def _markdown(text: str, block: Block) -> str:
    words = " ".join(block.span.of(text).split())
    if block.role is Role.ITEM:
        number = _number(text, block)
        shown = _set_off(words, block) or escape(BULLET.sub("", words, count=1))
        return f"{'-' if number is None else f'{number}.'} {shown}"
    if block.role is Role.HEADING:
        words = escape(words)
        return f"## {_CLOSING.sub(lambda m: chr(92) + m.group(), words)}"
    shown = _set_off(words, block) or escape(words)
    return f"> {shown}" if block.role is Role.QUOTE else shown


def _set_off(words: str, block: Block) -> str:
    """Return words whose beginning a page sets off; "" where it sets off none."""
    if not block.lead:
        return ""
    rest = words[block.lead :].strip()
    return " ".join((f"**{escape(words[: block.lead])}**", *([escape(rest)] if rest else [])))


def escape(words: str) -> str:
    """Return one line of words as Markdown that shows exactly them (CommonMark 2.4, backslash escapes)."""
    keep = {m.start() for m in _SAFE_INLINE.finditer(words)}
    words = _INLINE.sub(lambda m: m.group() if m.start() in keep else "\\" + m.group(), words)
    m = _BLOCK.match(words)
    if not m:
        return words
    return f"\\{words}" if m[1] else f"{m[2]}\\{words[len(m[2]) :]}"
