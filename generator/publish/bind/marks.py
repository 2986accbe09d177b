"""Where a face of letters puts marks, as dots, on other glyphs."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

_ON_GLYPH, _ON_MARK = 4, 6  # kinds of rules that place
_MARK = 3  # of the kinds of glyphs
Place = tuple[int, int]


class Marks:
    """The places of marks in a face, to be read and added to."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401 - fontTools has no types
        self.kinds: dict[str, int] = font["GDEF"].table.GlyphClassDef.classDefs
        lookups = font["GPOS"].table.LookupList.Lookup if "GPOS" in font else ()
        tables = [(lookup.LookupType, table) for lookup in lookups for table in lookup.SubTable]
        self.on_glyphs = [_Table(table, "Mark", "Base") for kind, table in tables if kind == _ON_GLYPH]
        self.on_marks = [_Table(table, "Mark1", "Mark2") for kind, table in tables if kind == _ON_MARK]

    def places(self, shapes: tuple[str, ...]) -> tuple[Place, ...] | None:
        """Return where a glyph and the marks that follow it stand, nothing where one has no place."""
        found: list[Place] = [(0, 0)]
        for at, mark in enumerate(shapes[1:], 1):
            place = self._place(self.on_marks, shapes[at - 1], mark) if at > 1 else None
            before = found[at - 1]
            if place is None:
                place, before = self._place(self.on_glyphs, shapes[0], mark), (0, 0)
            if place is None and self.kinds.get(mark) != _MARK:
                return None
            place = place or (0, 0)  # where a mark stands that nothing places
            found.append((before[0] + place[0], before[1] + place[1]))
        return tuple(found)

    def _place(self, tables: list[_Table], below: str, mark: str) -> Place | None:
        for table in reversed(tables):  # the last that places a mark prevails
            own, anchor = table.mark(mark), table.anchor(below, mark)
            if own and anchor:
                return anchor.XCoordinate - own.XCoordinate, anchor.YCoordinate - own.YCoordinate
        return None

    def keep(self, glyph: str, shapes: tuple[str, ...], places: tuple[Place, ...]) -> None:
        """Let further marks stand on a glyph that joins others where they stood on these."""
        for table in self.on_glyphs:
            higher = next((t for t in self.on_marks if t.marks == table.marks), None)
            stands = next(
                (
                    (record, place)
                    for shape, place in zip(reversed(shapes[1:]), reversed(places[1:]), strict=True)
                    if higher and (record := higher.below.get(shape))
                ),
                (table.below.get(shapes[0]), (0, 0)),
            )
            record, place = stands
            if record:
                table.add(glyph, record, place)


class _Table:
    """One rule: which marks it places, and on what."""

    def __init__(self, table: Any, mark: str, below: str) -> None:  # noqa: ANN401 - as above
        self.table, self.kind = table, below
        array = getattr(table, f"{mark}Array").MarkRecord
        self.marks = getattr(table, f"{mark}Coverage").glyphs
        self.records = dict(zip(self.marks, array, strict=True))
        rows = getattr(getattr(table, f"{below}Array"), f"{below}Record")
        self.below = dict(zip(getattr(table, f"{below}Coverage").glyphs, rows, strict=True))

    def mark(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Return by which point a mark is hung."""
        return self.records[name].MarkAnchor if name in self.records else None

    def anchor(self, below: str, mark: str) -> Any:  # noqa: ANN401 - as above
        """Return the point of a glyph on which a mark is hung."""
        row = self.below.get(below)
        return (
            getattr(row, f"{self.kind}Anchor")[self.records[mark].Class]
            if row and mark in self.records
            else None
        )

    def add(self, glyph: str, like: Any, place: Place) -> None:  # noqa: ANN401 - as above
        """Let marks be hung on a glyph by the points of another, which stands at ``place``."""
        anchors = [deepcopy(anchor) for anchor in getattr(like, "BaseAnchor", None) or like.Mark2Anchor]
        for anchor in filter(None, anchors):
            anchor.XCoordinate += place[0]
            anchor.YCoordinate += place[1]
        record = type(self.table.BaseArray.BaseRecord[0])()
        record.BaseAnchor = anchors
        self.table.BaseCoverage.glyphs.append(glyph)
        self.table.BaseArray.BaseRecord.append(record)
        self.table.BaseArray.BaseCount += 1
