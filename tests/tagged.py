"""What a PDF file says of itself to those who hear it read: its tags, checked as PDF/UA-1 asks.

As much of ISO 14289-1 as can be told without its own checker; the numbers are those of its clauses.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf.generic import ArrayObject, ContentStream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

PAINTS = frozenset({"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'})
WITHIN = {  # what may hold a tag, where only certain ones may
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
}
ONLY = {  # what a tag may hold, where only certain ones may stand in it
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/TR": {"/TH", "/TD"},
}
MAY_BE_EMPTY = frozenset({"/TD", "/TH"})


class Tag(NamedTuple):
    """A tag: what it is, what holds it, its own entries, the tags and the marks in it."""

    kind: str
    parent: str
    entries: Any
    kids: list[str]
    marks: list[tuple[int, int]]  # the number of a page object, and of a mark in it


def tags(read: PdfReader) -> list[Tag]:
    """Return all tags in the order in which they are read."""
    return list(_below(read.root_object["/StructTreeRoot"].get_object(), ""))


def _below(entries: Any, parent: str) -> Iterator[Tag]:  # noqa: ANN401 - whatever stands in a tree of tags
    kind = str(entries.get("/S", entries.get("/Type")))
    held = entries.get("/K", ArrayObject())
    raw = [held[n] for n in range(len(held))]
    kids = [kid.get_object() for kid in raw if not isinstance(kid, int)]
    page = entries.raw_get("/Pg").idnum if "/Pg" in entries else 0
    names = [str(kid.get("/S", kid.get("/Type"))) for kid in kids]
    yield Tag(kind, parent, entries, names, [(page, int(kid)) for kid in raw if isinstance(kid, int)])
    for kid in kids:
        yield from _below(kid, kind)


def faults(read: PdfReader) -> list[str]:
    """Return what is wrong with the tags of a file."""
    found = tags(read)
    return [*_of_file(read), *_of_content(read, found), *_of_order(found), *_of_links(read, found)]


def _of_file(read: PdfReader) -> Iterator[str]:
    root: Any = read.root_object
    if not root.get("/Lang"):
        yield "7.2: the file says no language"
    if not (read.metadata and read.metadata.title) or not root["/ViewerPreferences"]["/DisplayDocTitle"]:
        yield "7.1: the file shows no title"
    if root["/MarkInfo"] != {"/Marked": True}:
        yield "7.1: the file does not say that it is tagged"
    if not re.search(rb'pdfuaid:part(="|>)1\b', root["/Metadata"].get_data()):
        yield "5: the file does not say that it follows PDF/UA-1"
    for number, page in enumerate(read.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"7.18.3: page {number} is not stepped through in the order of its tags"


def _of_content(read: PdfReader, found: list[Tag]) -> Iterator[str]:
    """Yield what is drawn and neither tagged nor an artifact, and what is marked and belongs to no tag."""
    held = Counter(mark for tag in found for mark in tag.marks)
    marked: Counter[tuple[int, int]] = Counter()
    for number, page in enumerate(read.pages, 1):
        reference = page.indirect_reference
        assert reference is not None
        open_marks: list[str] = []
        for operands, operator in ContentStream(page.get_contents(), read).operations:
            name = operator.decode("latin-1")
            if name in {"BDC", "BMC"}:
                if "Artifact" in open_marks:
                    yield f"7.1: page {number} has content within an artifact"
                open_marks.append("Artifact" if operands[0] == "/Artifact" else "content")
                if operands[0] != "/Artifact":
                    marked[reference.idnum, int(operands[1]["/MCID"])] += 1
            elif name == "EMC":
                open_marks.pop()
            elif name in PAINTS and not open_marks:
                yield f"7.1: page {number} draws with {name} what is neither tagged nor an artifact"
    if held != marked:
        yield f"7.1: {len(marked - held)} marks belong to no tag, {len(held - marked)} are nowhere"


def _of_order(found: list[Tag]) -> Iterator[str]:
    level = 0
    for tag in found:
        if not tag.kids and not tag.marks and tag.kind not in {*MAY_BE_EMPTY, "/OBJR"}:
            yield f"an empty {tag.kind} in {tag.parent}"
        if tag.kind in WITHIN and tag.parent not in WITHIN[tag.kind]:
            yield f"7.5, 7.6: {tag.kind} in {tag.parent}"
        if tag.kind in ONLY and (tag.marks or set(tag.kids) - ONLY[tag.kind]):
            yield f"7.5, 7.6: {tag.kind} holds {tag.kids}"
        if tag.kind == "/TH" and tag.entries["/A"].get("/Scope") not in {"/Column", "/Row"}:
            yield "7.5: a header cell heads nothing"
        if tag.kind == "/Figure" and not tag.entries.get("/Alt"):
            yield "7.3: a figure without words"
        if heading := re.fullmatch(r"/H(\d)", tag.kind):
            if int(heading[1]) > level + 1:
                yield f"7.4: {tag.kind} below a heading of level {level}"
            level = int(heading[1])


def _of_links(read: PdfReader, found: list[Tag]) -> Iterator[str]:
    annotations = [a.get_object() for page in read.pages for a in page.get("/Annots", ())]
    clicked = [tag for tag in found if tag.kind == "/OBJR"]
    if len(clicked) != len(annotations) or any(tag.parent != "/Link" for tag in clicked):
        yield f"7.18.5: of {len(annotations)} links {len(clicked)} are tagged"
    if any(tag.kind == "/Link" and tag.parent == "/Link" for tag in found):
        yield "7.18.5: a link in a link"
    for annotation in annotations:
        if not annotation.get("/Contents"):
            yield "7.18.5: a link does not say where it leads"
        if not int(annotation.get("/F", 0)) & 4:
            yield "7.18.1: a link is not on paper"
