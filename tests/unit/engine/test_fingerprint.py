from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.engine.fingerprint import fingerprint


class Colour(StrEnum):
    RED = "red"


class Shade(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    size: int = 0
    _inner: float = 0.0


@dataclass(frozen=True, slots=True)
class Other:
    name: str
    size: int = 0
    _inner: float = 0.0


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    counts: dict[object, int]


atoms = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text() | st.binary()
leaves = st.builds(Leaf, st.text(), st.integers(0, 99), st.floats(allow_nan=False))
values = st.recursive(
    atoms | leaves, lambda inner: st.tuples(inner, inner) | st.dictionaries(st.text(), inner)
)


def test_is_thirty_two_hex_digits() -> None:
    assert len(fingerprint("a")) == 32
    assert set(fingerprint("a")) <= set("0123456789abcdef")


@given(values)
def test_equal_values_have_equal_digests(value: object) -> None:
    assert fingerprint(value) == fingerprint(value)


@given(values, values)
def test_values_that_differ_have_digests_that_differ(one: object, two: object) -> None:
    assert one == two or fingerprint(one) != fingerprint(two)


def test_every_field_counts_even_a_private_one() -> None:
    leaf = Leaf("a", 1, 1.0)
    changed = [replace(leaf, name="b"), replace(leaf, size=2), replace(leaf, _inner=2.0)]
    assert len({fingerprint(each) for each in [leaf, *changed]}) == 4


def test_equal_values_of_different_types_differ() -> None:
    alike: list[object] = [1, 1.0, True, "1", b"1", (1,), [1], {"1": 1}, None, ()]
    assert len({fingerprint(value) for value in alike}) == len(alike)
    assert fingerprint(Leaf("a")) != fingerprint(Other("a"))
    assert len({fingerprint(Colour.RED), fingerprint(Shade.RED), fingerprint("red")}) == 3


def test_html_is_another_thing_than_its_letters() -> None:
    assert fingerprint(("<b>x</b>",)) != fingerprint((Markup("<b>x</b>"),))
    assert fingerprint((Markup("<b>x</b>"),)) == fingerprint((Markup("<b>x</b>"),))


def test_where_one_value_ends_counts() -> None:
    assert (
        len({fingerprint("ab", "c"), fingerprint("a", "bc"), fingerprint("abc"), fingerprint("ab", "c", "")})
        == 4
    )


def test_the_order_of_a_dict_and_of_a_set_does_not_count() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({1: "a", "b": 2}) == fingerprint({"b": 2, 1: "a"})
    assert fingerprint(frozenset("abc")) == fingerprint(frozenset("cba"))


def test_keys_that_are_no_text_are_understood_anywhere() -> None:
    tree = Tree((Leaf("a"),), {1: 2, None: 3})
    assert fingerprint(tree) == fingerprint(Tree((Leaf("a"),), {None: 3, 1: 2}))
    assert fingerprint(tree) != fingerprint(Tree((Leaf("b"),), {1: 2, None: 3}))
    assert fingerprint(tree) != fingerprint(Tree((Leaf("a"),), {1: 3, None: 2}))


def test_what_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(TypeError):
        fingerprint(object())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_is_the_same_in_another_process(seed: str) -> None:
    script = (
        "from generator.engine.fingerprint import fingerprint as f; print(f({'b': 1, 'a': frozenset('xyz')}))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == fingerprint({"a": frozenset("zyx"), "b": 1})
