"""What a face of letters puts for its glyphs, to be read and added to."""

from __future__ import annotations

import unicodedata
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SINGLE, _MULTIPLE, _LIGATURES = 1, 2, 4  # kinds of rules that put glyphs for others


class Rules:
    """What a face puts for its glyphs, by any rule."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401 - as above
        self.one: dict[str, set[str]] = {}
        self.several: dict[str, set[tuple[str, ...]]] = {}
        self.joined: dict[tuple[str, ...], str] = {}
        for lookup in font["GSUB"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                self._learn(lookup.LookupType, table)

    def _learn(self, kind: int, table: Any) -> None:  # noqa: ANN401 - as above
        if kind == _SINGLE:
            for name, other in table.mapping.items():
                self.one.setdefault(name, set()).add(other)
        elif kind == _MULTIPLE:
            for name, others in table.mapping.items():
                if len(others) == 1:
                    self.one.setdefault(name, set()).add(others[0])
                else:
                    self.several.setdefault(name, set()).add(tuple(others))
        elif kind == _LIGATURES:
            for name, ligatures in table.ligatures.items():
                self.joined |= {(name, *each.Component): each.LigGlyph for each in ligatures}

    def shapes(self, name: str) -> list[str]:
        """Return a glyph and all that may be put for it, in order."""
        found, new = {name}, [name]
        while new:
            new = [other for name in new for other in self.one.get(name, ()) if other not in found]
            found.update(new)
        return sorted(found, key=lambda other: (other != name, other))

    def parts(self, name: str) -> Iterator[tuple[str, ...]]:
        """Yield all that may stand for a glyph that is taken apart."""
        for parts in sorted(self.several.get(name, ())):
            yield from product(*map(self.shapes, parts))

    def of_marks(self, named: Mapping[str, str]) -> dict[str, str]:
        """Return for what marks that are joined stand."""
        known = {name: letter for name, letter in named.items() if unicodedata.combining(letter)}
        return {
            glyph: "".join(known[part] for part in parts)
            for parts, glyph in self.joined.items()
            if all(part in known for part in parts)
        }


def add_rules(
    font: Any,  # noqa: ANN401 - as above
    feature: str,
    joined: Mapping[tuple[str, ...], str],
    placed: Mapping[tuple[str, str], str],
) -> None:
    """Let a feature put one glyph for several, and another for a mark that follows a glyph."""
    lookups = font["GSUB"].table.LookupList.Lookup
    used = [_add_lookup(lookups, _joining(joined))] if joined else []
    before: dict[tuple[str, str], list[str]] = {}
    for (glyph, mark), copy in placed.items():
        before.setdefault((mark, copy), []).append(glyph)
    if before:
        singles = {pair: _add_lookup(lookups, _single(*pair)) for pair in sorted(before)}
        used.append(_add_lookup(lookups, _after(font, before, singles)))
    _add_feature(font["GSUB"].table, feature, used)


def _joining(joined: Mapping[tuple[str, ...], str]) -> Any:  # noqa: ANN401 - as above
    from fontTools.otlLib import builder  # noqa: PLC0415 - an extra

    return builder.buildLookup([builder.buildLigatureSubstSubtable(joined)])


def _single(mark: str, copy: str) -> Any:  # noqa: ANN401 - as above
    from fontTools.otlLib import builder  # noqa: PLC0415 - an extra

    return builder.buildLookup([builder.buildSingleSubstSubtable({mark: copy})])


def _after(
    font: Any,  # noqa: ANN401 - as above
    before: Mapping[tuple[str, str], list[str]],
    singles: Mapping[tuple[str, str], int],
) -> Any:  # noqa: ANN401 - as above
    """Return the rule that puts one mark for another where it follows certain glyphs."""
    from fontTools.otlLib import builder  # noqa: PLC0415 - an extra
    from fontTools.ttLib.tables import otTables  # noqa: PLC0415 - an extra

    order, tables = font.getReverseGlyphMap(), []
    for (mark, copy), glyphs in sorted(before.items()):
        table = otTables.ChainContextSubst()
        table.Format = 3
        table.BacktrackCoverage = [builder.buildCoverage(glyphs, order)]
        table.InputCoverage = [builder.buildCoverage([mark], order)]
        table.LookAheadCoverage = []
        record = otTables.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = 0, singles[mark, copy]
        table.SubstLookupRecord = [record]
        table.BacktrackGlyphCount = table.InputGlyphCount = table.SubstCount = 1
        table.LookAheadGlyphCount = 0
        tables.append(table)
    return builder.buildLookup(tables)


def _add_lookup(lookups: list[Any], lookup: Any) -> int:  # noqa: ANN401 - as above
    lookups.append(lookup)
    return len(lookups) - 1


def _add_feature(table: Any, feature: str, used: list[int]) -> None:  # noqa: ANN401 - as above
    from fontTools.ttLib.tables import otTables  # noqa: PLC0415 - an extra

    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = feature, otTables.Feature()
    record.Feature.LookupListIndex = used
    table.FeatureList.FeatureRecord.append(record)
    for script in table.ScriptList.ScriptRecord:
        tongues = [script.Script.DefaultLangSys, *(each.LangSys for each in script.Script.LangSysRecord)]
        for tongue in filter(None, tongues):
            tongue.FeatureIndex.append(len(table.FeatureList.FeatureRecord) - 1)
