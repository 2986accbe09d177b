"""The values of this room are never changed, though nothing at run time holds them (see Token)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import generator.analyse as room

MODULES = sorted(Path(room.__file__).parent.rglob("*.py"))
# What gathers: each has a method that fills it, and is seen by nobody before it is full.
GATHER = {"_State", "Court", "Witness", "Cast", "Member", "Members", "Bodies", "Nameless", "_Joiner", "Stage"}


def changes(source: str) -> list[str]:
    """Return where a field is set, but by what gathers, on itself or on its members."""
    tree = ast.parse(source)
    inside = {
        id(node)
        for owner in ast.walk(tree)
        if isinstance(owner, ast.ClassDef) and (owner.name in GATHER or _sets_up(owner))
        for node in ast.walk(owner)
    }
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store | ast.Del)
        and id(node) not in inside
    ]


def _sets_up(owner: ast.ClassDef) -> bool:
    """Tell whether a class sets its fields itself, when it is made."""
    return any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in owner.body)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_value_is_changed(path: Path) -> None:
    assert changes(path.read_text(encoding="utf-8")) == []


def test_a_change_is_found() -> None:
    assert changes("def f(token):\n    token.low = ''\n") == ["2: token.low"]
    assert changes("class Token:\n    def f(self):\n        self.low += 'x'\n") == ["3: self.low"]
    assert changes("class Court:\n    def hear(self):\n        self.last = 1\n") == []
