"""A clean text -> the article that an editor goes on with.

``build`` takes the same article for a report that nobody has taken over yet, so that ingesting
first changes no byte of the site.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.frontmatter import write_front_matter
from generator.model.article import STORY, Block, CleanText, Cut, FrontMatter, Media, Picture, Role, Source

_INLINE = re.compile(r"[\\`*_\[\]<&]|(?<=!)(?=\[)")
_SAFE_INLINE = re.compile(r"(?<=\w)_(?=\w)|(?<= )[*_](?= )|&(?![#\w]+;)|<(?![A-Za-z/!?])")
_BLOCK = re.compile(r"(#{1,6}(?= |$)|[-+>]|=+$|-+$|~~~|:::|\|)|(\d{1,9})([.)])(?= |$)")
_BULLET = re.compile(r"(?:[•‣◦▪●*–-]|\d{1,2}[.)]) +")


def article_of(source: Source, clean: CleanText) -> Source:
    """Return the article that ingesting ``source`` gives: front matter and Markdown body.

    What the sidecar says prevails over what was found.
    """
    given, found = source.front, clean.facts
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
        cut=tuple(_cuts(clean, image)),
    )
    return replace(source, media=Media.MARKDOWN, front=front, body=_body(clean))


def article_file(article: Source) -> str:
    """Return the text of content/articles/<id>.md."""
    return f"---\n{write_front_matter(article.front)}---\n\n{article.body}"


def _cuts(clean: CleanText, image: Picture | None) -> list[Cut]:
    """List what does not stand in the body, the head or the picture, with the rule that took it out."""
    shown = {image.caption, image.credit} if image else set()
    cuts = []
    for block in clean.blocks:
        words = block.span.of(clean.text)
        if block.role is Role.BOILERPLATE:
            cuts.append(Cut(block.rule or "boilerplate", words))
        elif block.role in {Role.CAPTION, Role.CREDIT} and words not in shown:
            cuts.append(Cut(block.role.value, words))
    return cuts


def _body(clean: CleanText) -> str:
    story = [b for b in clean.blocks if b.role in STORY]
    pieces: list[str] = []
    for before, block in zip([None, *story], story, strict=False):
        tight = before is not None and before.role is block.role is Role.ITEM
        pieces += ["\n" if tight else "\n\n", _markdown(clean.text, block)]
    return "".join(pieces[1:]) + "\n"


def _markdown(text: str, block: Block) -> str:
    words = " ".join(block.span.of(text).split())
    if block.role is Role.ITEM:
        return f"- {escape(_BULLET.sub('', words, count=1))}"
    prefix = {Role.HEADING: "## ", Role.QUOTE: "> "}.get(block.role, "")
    return prefix + escape(words)


def escape(words: str) -> str:
    """Return ``words`` as Markdown that shows exactly them (CommonMark 2.4, backslash escapes)."""
    keep = {m.start() for m in _SAFE_INLINE.finditer(words)}
    words = _INLINE.sub(
        lambda m: m.group() if m.start() in keep or not m.group() else "\\" + m.group(), words
    )
    m = _BLOCK.match(words)
    if not m:
        return words
    return f"\\{words}" if m[1] else f"{m[2]}\\{words[len(m[2]) :]}"
