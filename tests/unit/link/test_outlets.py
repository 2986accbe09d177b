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
