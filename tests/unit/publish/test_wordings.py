from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, FrontMatter
from generator.model.findings import Form, Quote
from generator.publish.ledger import Shown, fold
from generator.publish.wordings import compare, relation


def shown(words: str) -> Shown:
    article = Article("a", "a.md", FrontMatter(), "", (), (), (), ())
    return Shown(article, Quote("q", (), words, Form.DIRECT), words, fold(words))


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
    assert compare("a b", "a – b")[0] == (("same", "a"), ("added", "–"), ("same", "b"))


def test_how_two_wordings_stand_to_each_other() -> None:
    one, whole = shown("ready and able"), shown("We are ready and able to go")
    assert relation(one, shown("Ready, and able!")) == "same words"
    assert relation(one, whole) == "the fuller wording"
    assert relation(whole, one) == "a fragment"
    assert relation(one, shown("ready or not")) == "other words"
    assert relation(shown("able"), shown("unable to go")) == "other words"


words = st.lists(
    st.sampled_from(["we", "are", "ready", "and", "able", "at", "last", ",", "Nato"]), min_size=1, max_size=8
).map(" ".join)


@given(words, words)
def test_pieces_give_both_wordings_back(full: str, other: str) -> None:
    pieces, _ = compare(full, other)
    assert " ".join(w for kind, w in pieces if kind != "missing") == other
    kept = [fold(w) for kind, w in pieces if kind in {"same", "missing"}]
    assert all(part in fold(full) for part in kept)


def test_what_is_hidden_is_not_told_in_marks() -> None:
    pieces, differs = compare("We go, he said so", "We go", ("he said so",))
    assert pieces == (("same", "We go"), ("missing", "[withdrawn]"))
    assert differs == "leaves out “[withdrawn]”"
    assert "now" not in compare("We go", "We go Now!", ("now",))[1]
