from __future__ import annotations

import pytest

from generator.edit.renewal import Fate, follow, merge_article
from generator.edit.threeway import Clash
from generator.model.text import Selector

BASE = "---\ntitle: Pier to open\ndigest: aaaa\n---\n\nThe pier is shut.\n\nNobody came.\n"


def test_head_and_body_are_merged_each_by_itself() -> None:
    mine = BASE.replace("title: Pier", "# mine\ntitle: The pier").replace("Nobody", "No one")
    newer = BASE.replace("aaaa", "bbbb").replace("shut", "closed")
    merged = merge_article(BASE, mine, newer)
    assert merged.text == (
        "---\n# mine\ntitle: The pier to open\ndigest: bbbb\n---\n\nThe pier is closed.\n\nNo one came.\n"
    )


def test_clashes_have_the_line_of_the_file() -> None:
    mine = BASE.replace("title: Pier", "tags: [a]\ntitle: Pier").replace("Nobody", "No one")
    merged = merge_article(BASE, mine, BASE.replace("Nobody", "Ten"))
    assert merged.clashes == (Clash(9, "No one came.", "Ten came."),)
    assert merged.text.splitlines()[8] == "No one came."


def test_the_ends_of_lines_stay_the_editors() -> None:
    mine = BASE.replace("\n", "\r\n").replace("Nobody", "No one")
    merged = merge_article(BASE, mine, BASE.replace("shut", "closed"))
    assert merged.text == mine.replace("shut", "closed")
    assert not merged.clashes


@pytest.mark.parametrize("above", ["\ufeff", "\n \n", "\ufeff\n"])
def test_what_stands_above_a_head_stays(above: str) -> None:
    mine = above + BASE.replace("Nobody", "No one")
    merged = merge_article(BASE, mine, BASE.replace("Nobody", "Ten").replace("aaaa", "bbbb"))
    assert merged.text == mine.replace("aaaa", "bbbb")
    assert [clash.line for clash in merged.clashes] == [8 + above.count("\n")]


def test_ends_of_lines_and_of_the_file_clash_with_nothing() -> None:
    newer = BASE.replace("shut", "closed").replace("came.", "came. Ten left.")
    mine = BASE.removesuffix("\n")
    assert merge_article(BASE, mine, newer).text == newer.removesuffix("\n")
    mixed = BASE.replace("shut.\n", "shut.\r\n")
    assert merge_article(BASE, mixed, newer).text == newer.replace("closed.\n", "closed.\r\n")


def test_an_empty_head_is_a_head() -> None:
    merged = merge_article("---\n---\nA.\n", "---\n---\nA.\n", "---\ntitle: T\n---\nB.\n")
    assert merged.text == "---\ntitle: T\n---\nB.\n"


@pytest.mark.parametrize("mine", ["The pier is shut.\n", "---\ntitle: x\n\nThe pier.\n", "---\na: [\n---\n"])
def test_an_article_without_a_head_that_can_be_read_is_not_merged(mine: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        merge_article(BASE, mine, BASE)


def test_what_became_of_passages() -> None:
    before = "One two three.\n\nFour five six seven.\n\nEight nine.\n\nTen eleven twelve thirteen."
    after = "One two three.\n\nNew.\n\nFour five six seven.\n\nTen eleven, twelve thirteen."
    told = follow(
        [
            Selector("two"),
            Selector("five six"),
            Selector("Eight nine"),
            Selector("Ten eleven twelve thirteen"),
        ],
        before,
        after,
    )
    assert [each.fate for each in told] == [Fate.UNCHANGED, Fate.MOVED, Fate.ORPHANED, Fate.SUGGESTED]
    assert [c.span.of(after) for c in told[3].found.candidates] == ["Ten eleven, twelve thirteen"]
