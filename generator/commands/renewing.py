"""Articles that are there already, when their reports are ingested again: what is newer, merged and told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.commands.init import write_new
from generator.edit.places import place_of
from generator.edit.renewal import Fate, Followed, follow, merge_article
from generator.folders import open_desk
from generator.ingest.clean import clean
from generator.ingest.open.documents import SEED, document_of
from generator.ingest.open.sources import read_source
from generator.ingest.write import article_file
from generator.model.text import Selector
from generator.telling import tame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.commands.bringing import Work
    from generator.edit.threeway import Merged
    from generator.model.article import CleanText, FrontMatter, Source
    from generator.model.text import Location

UNKNOWN = "left as it is: nothing tells what of it is an editor's, for ingest did not make it of this file"
_FOLDER = ".ingested"
_SHOWN = 90  # letters of a passage


@dataclass(frozen=True, slots=True)
class _Passage:
    """What an editor wrote about a passage of the article: where that stands, and the passage."""

    place: str
    at: Selector


def record_of(content: Path, id_: str) -> Path:
    """Return where it is kept what ingest last made of a report, beside which an editor's work shows."""
    return content / _FOLDER / f"{id_}.md"


def make(work: Work, article: Source, path: Path) -> str:
    """Write an article that is not there yet, or renew the one that is; say what became of it."""
    record = record_of(work.content, article.id)
    if not path.exists():
        data = article_file(article).encode()
        write_new(path, data)
        write_new(record, data)
        return "made"
    mine = path.read_bytes()
    before = read_source(mine, path, work.content).value
    if before is None:
        return "left as it is: it cannot be read"
    data = article_file(_continued(article, before, work.given)).encode()
    if mine == data:
        _keep(record, data)
        return "unchanged"
    if not record.is_file():
        return UNKNOWN
    try:
        merged = merge_article(*(raw.decode("utf-8") for raw in (record.read_bytes(), mine, data)))
    except ValueError as error:
        return f"left as it is: {error}"
    _keep(record, data)
    if merged.text.encode() != mine:
        write_new(path, merged.text.encode())
    work.lines += _told(work, path, before, merged)
    return _state(merged, changed=merged.text.encode() != mine)


def _keep(record: Path, data: bytes) -> None:
    if not record.is_file() or record.read_bytes() != data:
        write_new(record, data)


def _continued(article: Source, before: Source, given: FrontMatter) -> Source:
    """Return an article that goes on with what stays of the one before.

    Its quotations keep their ids, though the saved file is another. Outlet, day and address are found once:
    they may have been given on the command line then, and are given anew only there. What stood beside the
    older file counts for the newer, of which it says nothing: a draft does not go out for want of it.
    """
    had, digest = before.front, before.front.digest or ""
    front = replace(
        article.front,
        seed=had.seed or (digest[:SEED] if digest and digest != article.digest else None),
        outlet=given.outlet or had.outlet or article.front.outlet,
        published=given.published or had.published or article.front.published,
        url=given.url or had.url or article.front.url,
        byline=article.front.byline or had.byline,
        archived=article.front.archived or had.archived,
        licence=article.front.licence or had.licence,
        language=article.front.language or had.language,
        tags=article.front.tags or had.tags,
        text=article.front.text or had.text,
        draft=article.front.draft or had.draft,
    )
    return replace(article, front=front)


def _state(merged: Merged, *, changed: bool) -> str:
    clashes = len(merged.clashes)
    places = "1 place" if clashes == 1 else f"{clashes} places"
    kept = f"the editor's words stay in {places} that both changed" if clashes else ""
    if changed:
        return f"updated; {kept}" if kept else "updated"
    return kept or "unchanged: an editor has changed it, and nothing is newer"


def _told(work: Work, path: Path, before: Source, merged: Merged) -> Iterator[str]:
    """Yield where the editor's words stayed, and what became of the passages that editors wrote about."""
    for clash in merged.clashes:
        yield f"{tame(path.as_posix())}:{clash.line}: both the editor and the report changed this"
        yield f"    kept:  {_short(clash.kept) or '(nothing)'}"
        yield f"    newer: {_short(clash.newer) or '(nothing)'}"
    after = read_source(merged.text.encode(), path, work.content).value
    if after is None:
        return
    passages = _passages(work, before)
    cleaned = [clean(document_of(each), work.settings.read) for each in (before, after)]
    followed = follow([p.at for p in passages], *(each.text for each in cleaned))
    if passages:
        counts = Counter(each.fate for each in followed)
        told = ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate])
        yield f"    corrections and notes: {told}"
    for passage, each in zip(passages, followed, strict=True):
        if each.fate is not Fate.UNCHANGED:
            yield from _fate(passage, each, (after, cleaned[1]))


def _passages(work: Work, article: Source) -> list[_Passage]:
    corrected = [_Passage(_place(c.location), c.at) for c in article.front.corrections]
    notes = open_desk(work.content)[0].notes
    return corrected + [_Passage(_place(n.location), n.at) for n in notes if n.article == article.id]


def _place(at: Location) -> str:
    return f"{at.path}:{at.line}:{at.column}"


def _fate(passage: _Passage, each: Followed, now: tuple[Source, CleanText]) -> Iterator[str]:
    yield f"    {tame(passage.place)}: {each.fate}: “{_short(passage.at.exact)}”"
    if each.found.span is None:
        for candidate in each.found.candidates:
            line = place_of(*now, candidate.span)[0].line
            words = _short(candidate.span.of(now[1].text))
            yield f"        perhaps line {line}, {candidate.score:.0f} % alike: “{words}”"


def _short(words: str) -> str:
    line = tame(" ".join(words.split()))
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
