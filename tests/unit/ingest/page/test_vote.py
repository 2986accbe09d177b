"""What another reader keeps of a page, found again by its words."""

from __future__ import annotations

import pytest

from generator.ingest.page.html import parse
from generator.ingest.page.text import pieces_of
from generator.ingest.page.vote import votes

P = "<p>The harbour talks went on for a third day while ships waited outside the bay, said the mayor.</p>"
Q = "<p>Nobody in the town could say on Tuesday when the ferry to the island would run again, or why.</p>"


def kept(body: str) -> dict[str, bool]:
    root = parse(f"<html><body>{body}</body></html>")
    assert root is not None
    pieces = list(pieces_of(root))
    return {piece.text: vote for piece, vote in zip(pieces, votes(root, pieces), strict=True)}


def test_the_story_is_kept_and_a_menu_is_not() -> None:
    found = kept(f"<div class=menu><a href=/>Home page</a></div><article>{P}<p>One<br>two</p>{Q}</article>")
    assert [found[text] for text in found] == [False, True, True, True]


@pytest.mark.parametrize("body", ["", "<p>x</p>", "<script>1</script>"])
def test_a_page_with_nothing_in_it_is_no_fault(body: str, caplog: pytest.LogCaptureFixture) -> None:
    assert set(kept(body).values()) <= {False, True}
    assert caplog.records == []


def test_the_page_is_left_as_it_is() -> None:
    root = parse(f"<html><body><nav>Menu</nav>{P}{Q}</body></html>")
    assert root is not None
    pieces = list(pieces_of(root))
    votes(root, pieces)
    assert list(pieces_of(root)) == pieces
    assert root.find(".//nav") is not None
