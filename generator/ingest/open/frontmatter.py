"""The head of an article and the file beside a source: YAML to FrontMatter and back.

For every FrontMatter ``read_front_matter(write_front_matter(x))`` gives ``x`` again, the places of its
corrections aside, if its texts are not empty and its days, addresses and language tag are valid.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from generator.forms import emit
from generator.forms.front import Split, split_front
from generator.forms.records import Row, read_form
from generator.forms.sheet import Sheet
from generator.forms.tables import FRONT_MATTER
from generator.model.article import Correction, Cut, FrontMatter, Picture
from generator.model.diagnostic import Diagnostic, Outcome, Severity
from generator.model.text import Location, Selector

__all__ = ["Head", "Split", "read_front_matter", "read_head", "split_front", "write_front_matter"]

_HIDES: Final = re.compile(
    r"""(?<![\w-])hidden["']?[ \t]*:(?![ \t]*(?:false|no|off|null|~)?[ \t]*(?:[,}#]|$))""",
    re.IGNORECASE | re.MULTILINE,
)


class Head(NamedTuple):
    """A head as read, with the place of each key's value."""

    front: FrontMatter
    places: dict[str, Location]
    diagnostics: tuple[Diagnostic, ...]


def read_front_matter(yaml_text: str, path: str, first_line: int = 1) -> Outcome[FrontMatter]:
    """Read the YAML of an article's head or of the file beside a source.

    There is always a value: what cannot be used is said and left out. Diagnostics: ``yaml-*``,
    ``unknown-key``, ``missing-key``, ``wrong-type``, ``bad-*``, ``empty-text``.
    """
    head = read_head(yaml_text, path, first_line)
    return Outcome(head.front, head.diagnostics)


def read_head(yaml_text: str, path: str, first_line: int = 1) -> Head:
    """Do as ``read_front_matter`` does, and tell where each value stands."""
    sheet = Sheet(yaml_text, path, first_line)
    row = read_form(sheet, FRONT_MATTER)
    front = FrontMatter(
        title=row.text("title"),
        headline=row.text("headline"),
        dek=row.text("dek"),
        byline=row.texts("byline"),
        outlet=row.text("outlet"),
        published=row.text("published"),
        url=row.text("url"),
        archived=row.text("archived"),
        licence=row.text("licence"),
        language=row.text("language"),
        source=row.text("source"),
        digest=row.text("digest"),
        saved=row.text("saved"),
        seed=row.text("seed"),
        image=_picture(row.row("image")),
        tags=row.texts("tags"),
        cut=tuple(Cut(c.text("rule") or "", c.text("text") or "") for c in row.rows("cut")),
        corrections=tuple(_correction(c, sheet) for c in row.rows("corrections")),
        draft=row.flag("draft") or False,
        text=row.text("text"),
    )
    places = {key: sheet.location(at) for key, at in row.places.items()}
    return _kept_back(Head(front, places, tuple(sheet.diagnostics)), sheet)


def _kept_back(head: Head, sheet: Sheet) -> Head:
    """Make a draft of a report of which words are to be hidden by a correction that cannot be read."""
    hiding = [match.start() for match in _HIDES.finditer(sheet.text)]
    faulty = any(d.severity is Severity.ERROR for d in head.diagnostics)
    if not faulty or len(hiding) <= sum(each.hidden for each in head.front.corrections):
        return head
    message = "a correction that hides words cannot be read, so the whole report is left out"
    sheet.error("hidden-unread", hiding[0], message, "mend what else is told of its head")
    front, places = replace(head.front, draft=True), {**head.places, "draft": sheet.location(hiding[0])}
    return Head(front, places, tuple(sheet.diagnostics))


def write_front_matter(front: FrontMatter) -> str:
    """Write the YAML between the "---" lines, only the keys that are set, each text on one line."""
    lines = [
        *_texts(front, ("title", "headline", "dek", "outlet")),
        *_list("byline", front.byline),
        *([f"published: {front.published}"] if front.published else []),
        *_texts(front, ("url", "archived", "licence", "language", "source", "digest")),
        *([f"saved: {front.saved}"] if front.saved else []),
        *_texts(front, ("seed",)),
    ]
    if front.image is not None:
        lines.append(f"image: {emit.mapping(_given(caption=front.image.caption, credit=front.image.credit))}")
    lines += _list("tags", front.tags)
    lines += _texts(front, ("text",))
    lines += _rows("cut", [_given(rule=cut.rule, text=cut.text) for cut in front.cut if cut.text])
    lines += _rows("corrections", [_corrected(c) for c in front.corrections])
    lines += ["draft: true"] if front.draft else []
    return "".join(f"{line}\n" for line in lines)


def _picture(row: Row | None) -> Picture | None:
    return Picture(row.text("caption"), row.text("credit")) if row is not None else None


def _correction(row: Row, sheet: Sheet) -> Correction:
    extent = row.row("extent")
    return Correction(
        at=_selector(row.row("at") or Row(row.at)),
        location=sheet.location(row.at),
        quote=row.flag("quote"),
        speaker=row.text("speaker"),
        actor=row.text("actor"),
        hidden=row.flag("hidden") or False,
        why=row.text("why"),
        extent=_selector(extent) if extent else None,
        day=row.text("day"),
        date=row.text("date"),
        same_statement=row.texts("same_statement"),
        not_same_statement=row.texts("not_same_statement"),
    )


def _selector(row: Row) -> Selector:
    return Selector(row.text("exact") or "", row.text("prefix") or "", row.text("suffix") or "")


def _corrected(correction: Correction) -> list[tuple[str, str]]:
    pairs = [("at", _passage(correction.at))]
    if correction.quote is not None:
        pairs.append(("quote", "true" if correction.quote else "false"))
    pairs += _given(speaker=correction.speaker, actor=correction.actor)
    if correction.extent:
        pairs.append(("extent", _passage(correction.extent)))
    pairs += [("day", correction.day)] if correction.day else []
    pairs += [("hidden", "true")] if correction.hidden else []
    named = {key: getattr(correction, key) for key in ("same_statement", "not_same_statement")}
    pairs += [(key, emit.sequence(ids)) for key, ids in named.items() if ids]
    pairs += _given(why=correction.why)
    return [*pairs, ("date", correction.date)] if correction.date else pairs


def _passage(at: Selector) -> str:
    return emit.mapping(_given(exact=at.exact, prefix=at.prefix, suffix=at.suffix))


def _given(**texts: str | None) -> list[tuple[str, str]]:
    return [(key, emit.scalar(text, flow=True)) for key, text in texts.items() if text]


def _texts(front: FrontMatter, keys: tuple[str, ...]) -> list[str]:
    texts = ((key, getattr(front, key)) for key in keys)
    return [f"{key}: {emit.scalar(text)}" for key, text in texts if text]


def _list(key: str, texts: tuple[str, ...]) -> list[str]:
    kept = [text for text in texts if text.strip()]
    return [f"{key}: {emit.sequence(kept)}"] if kept else []


def _rows(key: str, rows: list[list[tuple[str, str]]]) -> list[str]:
    return [f"{key}:", *(f"  - {emit.mapping(row)}" for row in rows)] if rows else []
