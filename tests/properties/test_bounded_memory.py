"""What reading remembers is bounded, so that the ten-thousandth article finds no more than the thousandth."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from inspect import signature
from typing import TYPE_CHECKING

import pytest

import generator.analyse
from generator.analyse.cue import passages
from generator.analyse.weigh import ranking
from tests.texts import read

if TYPE_CHECKING:
    from types import ModuleType

MOST = 1 << 15  # of one kind
WRAPPER = type(functools.lru_cache(lambda: None))


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(generator.analyse.__path__, "generator.analyse.")
    return [importlib.import_module(each.name) for each in found]


def caches() -> list[tuple[str, int | None]]:
    """Return the functions of the room that remember what they returned, and for how many calls.

    One without parameters has one value to remember, made of a table.
    """
    return [
        (f"{module.__name__}.{name}", made.cache_parameters()["maxsize"] if signature(made).parameters else 1)
        for module in modules()
        for name, made in vars(module).items()
        if isinstance(made, WRAPPER) and getattr(made, "__module__", "") == module.__name__
    ]


@pytest.mark.parametrize(("name", "most"), caches())
def test_a_function_remembers_only_so_much(name: str, most: int | None) -> None:
    assert most is not None, name
    assert most <= MOST, name


def test_there_are_such_functions() -> None:
    assert {"generator.analyse.cue.passages.parse", "generator.analyse.weigh.ranking.shipped"} <= dict(
        caches()
    ).keys()


def test_what_is_remembered_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“So it is,” Ada Fen said.\n\n“It is late,” she added. Tomas Quell called it a “night”."
    first = read(text)
    for n in range(5):
        read(f"“So it is {n},” Ilse Marrow{n} said of the {n}th boat.")
    monkeypatch.setattr(ranking, "KEPT", 1)
    passages.parse.cache_clear()
    assert read(text) == first
