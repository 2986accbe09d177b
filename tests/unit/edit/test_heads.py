from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.heads import MergedHead, merge_heads
from generator.edit.threeway import Clash

BASE = """\
title: Pier to open
outlet: The Courier
source: sources/a.txt
digest: aaaa
cut:
  - {rule: newsletter, text: "Sign up: now"}
  - {rule: share, text: Share}
"""
MINE = """\
# of the desk
title:   "The pier opens"   # as on paper
outlet: The Courier # the same
source: sources/a.txt

digest: aaaa
cut:
  - {rule: newsletter, text: "Sign up: now"}
  # brought back: Share
corrections:
  - {at: {exact: x}, speaker: Ada Quill}
"""


def test_only_what_is_newer_changes_and_all_else_stays_byte_for_byte() -> None:
    newer = (
        BASE.replace("The Courier", "The Courier of Northport")
        .replace("aaaa", "bbbb")
        .replace("outlet:", "dek: It is mended\noutlet:")
    )
    merged = merge_heads(BASE, MINE, newer)
    assert merged.text == MINE.replace("outlet: The Courier #", "outlet: The Courier of Northport #").replace(
        "aaaa", "bbbb"
    ).replace("on paper\n", "on paper\ndek: It is mended\n")
    assert merged.changed == ("dek", "outlet", "digest")
    assert merged.clashes == ()


def test_where_both_changed_a_value_the_editors_stays() -> None:
    merged = merge_heads(BASE, MINE, BASE.replace("Pier to open", "Pier open"))
    assert merged.text == MINE
    assert merged.clashes == (Clash(3, 'title:   "The pier opens"', "title: Pier open"),)


def test_a_value_that_the_editor_took_out_stays_out() -> None:
    merged = merge_heads(BASE, "title: Pier to open\n", BASE.replace("The Courier", "Pier Post"))
    assert "outlet" not in merged.text
    assert merged.clashes == (Clash(1, "outlet:", "outlet: Pier Post"),)


def test_what_tells_of_the_saved_file_is_never_the_editors() -> None:
    mine = BASE.replace("aaaa", "cccc").replace("sources/a.txt", "sources/mine.txt")
    merged = merge_heads(BASE, mine, BASE.replace("aaaa", "bbbb").replace("sources/a", "sources/b"))
    assert "digest: bbbb\n" in merged.text
    assert "source: sources/b.txt\n" in merged.text


def test_lists_of_what_was_cut_are_merged_item_by_item() -> None:
    newer = BASE.replace('  - {rule: newsletter, text: "Sign up: now"}\n', "") + "  - {rule: more, text: M}\n"
    merged = merge_heads(BASE, MINE, newer)
    assert "newsletter" not in merged.text
    assert "Share}" not in merged.text
    assert "cut:\n  - {rule: more, text: M}\n  # brought back: Share\n" in merged.text


def test_a_list_of_which_the_editor_left_nothing() -> None:
    mine = BASE.partition("cut:")[0]
    for emptied in (f"{mine}cut: []\n", f"{mine}cut:\n"):
        merged = merge_heads(BASE, emptied, f"{BASE}  - {{rule: more, text: M}}\n")
        assert merged.text == f"{mine}cut:\n  - {{rule: more, text: M}}\n"


def test_a_key_that_is_gone_goes_with_its_line() -> None:
    merged = merge_heads(BASE, f"{BASE}draft: true\n", BASE.replace("outlet: The Courier\n", ""))
    assert merged.text == f"{BASE}draft: true\n".replace("outlet: The Courier\n", "")


def test_texts_over_several_lines() -> None:
    base = "title: |\n  One\n  two\n\ndek: x\n"
    mine = "title: |\n  One\n  two\n\n# here\ndek: x\ntags: [a]"
    merged = merge_heads(base, mine, "title: One\ndek: y\n")
    assert merged.text == "title: One\n\n# here\ndek: y\ntags: [a]"
    assert merge_heads("", "tags: [a]", "title: T\n").text == "title: T\ntags: [a]"
    assert merge_heads("", "# a\n", "title: T\ndek: D\n").text == "title: T\ndek: D\n# a\n"


def test_a_head_that_cannot_be_read_is_merged_with_nothing() -> None:
    with pytest.raises(ValueError, match="flow"):
        merge_heads(BASE, "title: [a\n", BASE)


NAMED = "title: A\nbyline: [Ada Berg, Ilse Marrow]\n"


@pytest.mark.parametrize(
    ("base", "mine", "newer", "merged"),
    [
        (  # a list stays set as the editor set it
            NAMED,
            "title: A\nbyline:\n  - Ada Berg  # checked\n  - Ilse Marrow\n",
            NAMED.replace("Marrow]", "Marrow, Bo Ek]"),
            "title: A\nbyline:\n  - Ada Berg  # checked\n  - Ilse Marrow\n  - Bo Ek\n",
        ),
        ("title: A\n", "  title: A\n", "title: A\ndek: B\n", "  title: A\n  dek: B\n"),
        ("title: A\n", "title: A\ntitle: A\n", "title: B\n", "title: B\ntitle: A\n"),
        ("digest: aa\n", "digest: >- # kept\n  aa\n", "digest: bb\n", "digest: bb  # kept\n"),
        ("title: A\n", "title: A\n...\n", "title: A\ndek: C\n", "title: A\ndek: C\n...\n"),
    ],
)
def test_a_head_in_another_style(base: str, mine: str, newer: str, merged: str) -> None:
    assert merge_heads(base, mine, newer) == MergedHead(merged, merge_heads(base, mine, newer).changed, ())


@pytest.mark.parametrize(
    ("base", "mine", "newer"),
    [
        (NAMED, NAMED.replace("Berg,", "Berg, # checked\n "), NAMED.replace(", Ilse Marrow", "")),
        (NAMED, NAMED.replace("title: A", "title: A # mine"), NAMED.replace("title: A\n", "")),
        ("dek: A b\n", "dek: >- # mine\n  A\n  b\n", "dek: C\n"),
        ("title: A\n", "title:\n  # here\n  A\n", "title: C\n"),
        (
            BASE,
            BASE.replace("text: Share}", "text: Share} # why?"),
            BASE.replace("  - {rule: share, text: Share}\n", ""),
        ),
    ],
)
def test_a_value_with_a_comment_in_it_is_the_editors(base: str, mine: str, newer: str) -> None:
    merged = merge_heads(base, mine, newer)
    assert merged.text == mine
    assert len(merged.clashes) == 1


@pytest.mark.parametrize(
    "mine", ["title: &a A\ndek: *a\n", "{title: A, dek: A}\n", "? title\n: A\n", "? [a]\n: b\n", "- a\n"]
)
def test_a_head_whose_values_cannot_be_changed_alone_is_merged_with_nothing(mine: str) -> None:
    with pytest.raises(ValueError, match=r"^its head "):
        merge_heads("title: A\ndek: A\n", mine, "title: B\ndek: A\n")


VALUES = st.dictionaries(
    st.sampled_from(["title", "dek", "outlet", "byline", "cut"]),
    st.one_of(
        st.sampled_from(["a", "b: c", "# d"]),
        st.lists(st.sampled_from(["a", "b", "c"]), unique=True),
    ),
)


def written(values: dict[str, object]) -> str:
    return yaml.safe_dump(values, sort_keys=False, default_flow_style=False) if values else ""


@given(VALUES, VALUES)
def test_where_one_changed_nothing_the_other_has_it(one: dict[str, object], two: dict[str, object]) -> None:
    assert merge_heads(written(one), written(two), written(one)).text == written(two)
    newer = merge_heads(written(one), written(one), written(two)).text
    assert (yaml.safe_load(newer) or {}) == two


@given(VALUES, VALUES, VALUES)
def test_every_key_is_the_editors_or_the_newer(
    base: dict[str, object], mine: dict[str, object], newer: dict[str, object]
) -> None:
    merged = merge_heads(written(base), written(mine), written(newer))
    values = yaml.safe_load(merged.text) or {}
    for key in {*base, *mine, *newer}:
        said = [each.get(key) for each in (mine, newer)]
        listed = all(isinstance(each.get(key), list) for each in (base, mine, newer))
        assert listed or values.get(key) in said
