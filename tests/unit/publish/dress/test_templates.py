"""Our templates hold nothing that nobody uses: no macro, no import, no part."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

ROOT = Path(__file__).resolve().parents[4]
TEMPLATES = {
    path.relative_to(ROOT / "themes").as_posix(): Environment().parse(path.read_text(encoding="utf-8"))  # noqa: S701
    for path in sorted((ROOT / "themes").rglob("*.html"))
}


def _used(tree: nodes.Template) -> set[str]:
    return {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}


@pytest.mark.parametrize("path", TEMPLATES)
def test_what_is_imported_is_used(path: str) -> None:
    tree = TEMPLATES[path]
    imported = {
        name[1] if isinstance(name, tuple) else name
        for found in tree.find_all(nodes.FromImport)
        for name in found.names
    }
    assert imported - _used(tree) == set()


@pytest.mark.parametrize("path", [path for path in TEMPLATES if "/parts/" in path])
def test_each_macro_of_a_part_is_used_and_each_part_is_asked_for(path: str) -> None:
    own = f"parts/{path.partition('/parts/')[2]}"
    asked = {name for tree in TEMPLATES.values() for name in meta.find_referenced_templates(tree)}
    assert own in asked
    imported = {
        name[0] if isinstance(name, tuple) else name
        for tree in TEMPLATES.values()
        for found in tree.find_all(nodes.FromImport)
        for name in found.names
    }
    macros = {macro.name for macro in TEMPLATES[path].find_all(nodes.Macro)}
    assert macros - imported - _used(TEMPLATES[path]) == set()
