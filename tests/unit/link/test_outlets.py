from __future__ import annotations

import pytest

from generator.link.outlets import outlet_of, outlets_by_name
from generator.model.corpus import Outlet

POST = Outlet("pier-post", "Pier Post", domains=("post.example",), aliases=("The Post",))
WEEKEND = Outlet("weekend", "Weekend", domains=("weekend.post.example",))


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("pier post", None, "pier-post"),
        ("The Post", "https://weekend.post.example/x", "pier-post"),
        ("The Lantern", "https://post.example/x", "the-lantern"),
        (None, "https://www.post.example/x", "pier-post"),
        (None, "https://weekend.post.example/x", "weekend"),
        (None, "https://compost.example/x", None),
        (None, "http://[post.example/x", None),
        (None, None, None),
        ("Elsewhere", "https://post.example/x", None),
    ],
)
def test_an_outlet_is_known_by_its_name_else_by_its_address(
    name: str | None, url: str | None, found: str | None
) -> None:
    outlets = outlets_by_name([POST, WEEKEND], [None, "The Lantern", "the lantern", "!"])
    outlet = outlet_of(name, url, outlets)
    assert (outlet.id if outlet else None) == found


def test_a_name_that_makes_a_known_id_is_that_outlet() -> None:
    assert outlets_by_name([POST], ["Pier-Post"])["pier-post"] is POST


def test_a_name_without_latin_letters_is_an_outlet_too() -> None:
    names = [
        "\u0627\u0644\u0645\u0631\u0641\u0623",
        "\u6e2f\u306e\u65b0\u805e",
        "\u6e2f \u65b0",
        "…",
        "\U0001f389",
    ]
    outlets = outlets_by_name([], names)
    ids = [found.id if (found := outlet_of(name, None, outlets)) else None for name in names]
    assert ids[3:] == [None, None]
    assert len(set(ids[:3])) == 3
    assert all(ident and ident.startswith("outlet-") for ident in ids[:3])
    assert {o.name for o in outlets.values()} == set(names[:3])
