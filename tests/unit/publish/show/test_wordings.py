from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, FrontMatter
from generator.model.corpus import Relation
from generator.model.findings import Form, Quote
from generator.publish.show.wordings import compare, nearest, relation
from generator.publish.tally.shown import Shown, fold

if TYPE_CHECKING:
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.statements import Statement

SAME, VARIANT, FRAGMENT = Relation


def shown(words: str, stands: Relation = SAME, outlet: str = "", report: str = "a") -> Shown:
    article = Article(report, "a.md", FrontMatter(outlet=outlet), "", (), (), (), ())
    return Shown(article, Quote(f"q-{fold(words)}", (), words, Form.DIRECT), words, fold(words), stands)


def said_same(one: Shown, ident: str) -> Shown:
    """Let an editor say that a quotation is of one statement with another."""
    return replace(one, quote=replace(one.quote, same_statement=(ident,)))


def test_the_same_words_are_one_piece() -> None:
    assert compare("Go home.", "Go home.") == ((("same", "Go home."),), "")


def test_case_and_points_make_no_difference_but_keep_their_spelling() -> None:
    assert compare("Nato is ready, now", "NATO is ready now") == ((("same", "NATO is ready now"),), "")


def test_each_kind_of_difference() -> None:
    pieces, told = compare("we are ready and able at last", "Nato is ready and willing")
    assert pieces == (("changed", "Nato is"), ("same", "ready and"), ("changed", "willing"))
    assert told == "has “Nato is” for “we are”; has “willing” for “able at last”"
    assert compare("a b c", "b c d") == (
        (("missing", "a"), ("same", "b c"), ("added", "d")),
        "adds “d”; leaves out “a”",
    )


def test_what_is_left_out_is_told_by_its_ends_where_it_is_long() -> None:
    long = " ".join(f"w{n}" for n in range(21))
    assert compare(f"{long} here", "here")[1] == "leaves out “w0 w1 w2 w3 w4 … w16 w17 w18 w19 w20”"
    assert compare(f"a {long} b c", "a b")[1].endswith(" and “c”")
    assert compare(f"{long} here", "Not here")[1].startswith("has “Not” for “w0 w1 w2 w3 w4 … w16")
    assert compare("here", f"{long} here")[1] == f"adds “{long}”"


def test_a_dash_alone_is_a_word_of_its_own() -> None:
    assert compare("a b c", "a – b")[0] == (("same", "a"), ("added", "–"), ("same", "b"), ("missing", "c"))


def test_spelling_alone_is_no_difference() -> None:
    for full, other in (
        ("irresponsible behaviour of Nato’s", "irresponsible behavior of NATO's"),
        ("We cannot go – now", "We can not go now"),
    ):
        assert compare(full, other) == ((("same", other),), "")
    assert compare("They cannot go to the harbour now", "They can not go to the harbor") == (
        (("same", "They"), ("same", "can not"), ("same", "go to the harbor"), ("missing", "now")),
        "leaves out “now”",
    )


def test_what_goes_over_the_end_of_a_sentence_is_left_out_and_stands_for_nothing() -> None:
    full = "We saw the danger of such reckless conduct. They must stop at once."
    assert compare(full, "We saw the danger of such reckless deeds.")[1] == (
        "has “deeds.” for “conduct.”; leaves out “They must stop at once.”"
    )
    assert compare("We saw the danger of such reckless conduct.", full.replace("conduct", "deeds"))[1] == (
        "has “deeds.” for “conduct.”; adds “They must stop at once.”"
    )
    assert compare("They must stop. We saw the danger of it.", "You saw the danger of it.") == (
        (("missing", "They must stop."), ("changed", "You"), ("same", "saw the danger of it.")),
        "has “You” for “We”; leaves out “They must stop.”",
    )


def statement(ledger: Ledger, *members: Shown) -> Statement:
    """Make a statement of these members."""
    made = ledger.by_id["we-will-1"]
    return replace(made, members=members, wordings=len({m.folded for m in members}))


FULL = "We are ready and able to go"
PART = "Nobody has asked the pilots"


def test_how_a_wording_stands_to_the_fullest(ledger: Ledger) -> None:
    whole, again = shown(FULL), shown(FULL)
    other, piece = shown("We are willing and able to go", VARIANT), shown("able to go", FRAGMENT)
    alone = statement(ledger, whole, again)
    assert [relation(alone, m) for m in alone.members] == ["same", "same"]
    many = statement(ledger, whole, again, other, piece, shown(PART, VARIANT))
    assert [relation(many, m) for m in many.members] == [
        "fullest",
        "fullest",
        "other",
        "fragment",
        "part",
    ]


def test_what_the_desk_joined_is_told_so_where_it_is_another_part(ledger: Ledger) -> None:
    part, other = shown(PART, VARIANT), shown("We are willing and able to go", VARIANT)
    for joined in (
        (shown(FULL), said_same(part, "q-0"), other),
        (said_same(shown(FULL), part.quote.id), part, said_same(other, "q-0")),
    ):
        made = statement(ledger, *joined)
        assert [relation(made, m) for m in made.members][1:] == ["joined", "other"]


def test_wordings_that_share_next_to_nothing_are_not_compared() -> None:
    assert compare(FULL, PART) == ((("apart", PART),), "")
    assert compare("Pilots also note the fog", "Pilots strongly protest") == (
        (("apart", "Pilots strongly protest"),),
        "",
    )
    assert compare("Pilots also note the fog", "Pilots note the fog")[1] == "leaves out “also”"


def test_an_outlet_has_what_is_nearest_of_its_quotations(ledger: Ledger) -> None:
    lot = [
        shown(FULL, outlet="Post"),
        shown("We are ready and able to sail", VARIANT, "Star", "b"),
        shown(FULL, SAME, "Star", "c"),
        shown("ready and able", FRAGMENT, "News"),
        shown("able to leave", VARIANT, "News"),
        shown("able", FRAGMENT, "", "e"),
    ]
    found = nearest(statement(ledger, *lot), lambda article: article.front.outlet or "")
    assert [(key, near.member, near.relation, near.reports) for key, near in found.items()] == [
        ("Post", lot[0], "fullest", 1),
        ("Star", lot[2], "fullest", 2),
        ("News", lot[4], "other", 1),
        ("e", lot[5], "fragment", 1),
    ]


words = st.lists(
    st.sampled_from(["we", "are", "ready", "and", "able", "at", "last", ",", "Nato"]), min_size=1, max_size=8
).map(" ".join)


@given(words, words)
def test_pieces_give_both_wordings_back(full: str, other: str) -> None:
    pieces, _ = compare(full, other)
    assert " ".join(w for kind, w in pieces if kind != "missing") == other
    if [kind for kind, _ in pieces] == ["apart"]:
        return
    kept = [fold(w) for kind, w in pieces if kind in {"same", "missing"}]
    assert all(part in fold(full) for part in kept)


def test_what_is_hidden_is_not_told_in_marks() -> None:
    pieces, differs = compare("We go, he said so", "We go", ("he said so",))
    assert pieces == (("same", "We go"), ("missing", "[withdrawn]"))
    assert differs == "leaves out “[withdrawn]”"
    assert "now" not in compare("We go", "We go Now!", ("now",))[1]
