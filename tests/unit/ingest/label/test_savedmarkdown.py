from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.clean import clean
from generator.ingest.write import article_of
from generator.model.article import CleanText, FrontMatter, Media, RawDocument, Source
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."
MORE = "The port has offered them a second boat, a doctor on call and a longer rest after every third shift."


def read(body: str, title: str | None = None, *, cleaned: bool = True) -> CleanText:
    return clean(RawDocument(body, Media.MARKDOWN, "seed", title, clean=cleaned), ReadSettings())


def blocks(body: str, title: str | None = None) -> list[tuple[str, str]]:
    found = read(body, title)
    return [(b.rule or b.role.value, b.span.of(found.text)) for b in found.blocks]


def article(body: str, front: FrontMatter | None = None) -> Source:
    front = front or FrontMatter()
    source = Source("pier", "sources/pier.md", Media.MARKDOWN, body, "d" * 64, front)
    return article_of(source, read(body, front.title))


PAGE = f"""# Harbour pilots *refuse* night shifts

*By Ada Quill*

Published 4 May 2031

![gulls on a pier](gulls.jpg)

{STORY}

**[Sign up for our free newsletter](/mail)**

[Lorna Pike](/pike) said: \u201cWe will not sail.\u201d {MORE}

## Related stories

* [Tug owner fined for the third time](/a)
* [Divers find a bell](/b)
"""


def test_a_page_saved_as_markdown() -> None:
    assert [name for name, _ in blocks(PAGE)] == [
        *("headline", "byline", "timestamp", "image-alt", "paragraph", "newsletter", "paragraph"),
        *("related", "related", "related"),
    ]
    facts = read(PAGE).facts
    assert facts.title == "Harbour pilots refuse night shifts"
    assert (facts.byline, facts.published) == (("Ada Quill",), "2031-05-04")


def test_its_article_has_the_story_as_it_was_saved_and_lists_the_rest() -> None:
    made = article(PAGE)
    assert made.body == f"{STORY}\n\n[Lorna Pike](/pike) said: \u201cWe will not sail.\u201d {MORE}\n"
    assert made.front.title == "Harbour pilots refuse night shifts"
    assert [(c.rule, c.text[:12]) for c in made.front.cut] == [
        ("timestamp", "Published 4 "),
        ("image-alt", "![gulls on a"),
        ("newsletter", "**[Sign up f"),
        ("related", "Related stor"),
        ("related", "[Tug owner f"),
        ("related", "[Divers find"),
    ]


def test_what_the_head_gives_is_not_said_twice() -> None:
    body = f"# Pilots refuse night shifts\n\n{STORY}\n"
    title = "Pilots refuse night shifts"
    assert [name for name, _ in blocks(body, title)] == ["headline", "repeated", "paragraph"]
    assert article(body, FrontMatter(title=title)).body == f"{STORY}\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{STORY}\n\n\n{MORE}",
        f"{STORY}  \nand so on, as the port has said.\n\n---\n\n{MORE}\n",
        f"{STORY}\n\n## The first night\n\n{MORE}\n",
        f"The port has offered three things:\n\n- a boat\n- a doctor\n\n{STORY}\n",
        f"{STORY} It has offered:\n\n- a second boat\n- a doctor on call\n",
        f"{STORY}\n\n> \u201cWe will not sail,\u201d Lorna Pike said.\n\n{MORE}\n",
        f"{STORY} See [the letter].\n\n[the letter]: https://pier.example\n",
        f"{STORY}\n\n::: note\nSign up for our newsletter\n:::\n\n{MORE}\n",
    ],
)
def test_a_body_of_which_nothing_goes_is_kept_as_it_was_saved(body: str) -> None:
    made = article(body)
    assert (made.body, made.front.cut) == (body, ())


def test_an_item_goes_alone_and_a_unit_of_two_minds_stays() -> None:
    listed = f"{STORY}\n\n- The boat is new, the port says.\n- Sign up for our newsletter\n\n{MORE}\n"
    assert article(listed).body == f"{STORY}\n\n- The boat is new, the port says.\n\n{MORE}\n"
    quoted = f"{STORY}\n\n> {MORE}\n>\n> Sign up for our newsletter\n"
    assert article(quoted).body == quoted
    assert article(quoted).front.cut == ()


def test_a_heading_goes_with_what_underlines_it() -> None:
    body = f"{STORY}\n\nRelated stories\n---------------\n\n{MORE}\n"
    assert article(body).body == f"{STORY}\n\n{MORE}\n"


def test_what_is_quoted_in_a_link_is_read_by_its_words() -> None:
    body = f"{STORY}\n\n[Advertisement][ad]\n\n{MORE}\n\n[ad]: https://ad.example\n"
    assert [name for name, _ in blocks(body)] == [
        "paragraph",
        "advertisement",
        "paragraph",
        "link-definition",
    ]


def test_an_article_is_never_cut() -> None:
    assert {b.rule for b in read(PAGE, cleaned=False).blocks} == {None}


def test_a_cut_quotation_is_told() -> None:
    body = (
        f"{STORY}\n\nSign up for our free newsletter, in which \u201cthe boats are not safe at all,\u201d "
        f"says Lorna Pike.\n\n{MORE}\n"
    )
    assert [r.code for r in read(body).remarks] == ["cut-quotation"]


@given(st.lists(st.sampled_from([*PAGE.split("\n\n"), "> a\n> b", "1. x\n2. y", "===", "- - z"]), max_size=9))
def test_every_letter_has_its_block(parts: list[str]) -> None:
    judged, plain = read("\n\n".join(parts)), read("\n\n".join(parts), cleaned=False)
    assert judged.text == plain.text
    assert [b.span for b in judged.blocks] == [b.span for b in plain.blocks]
    assert all(a.span.end <= b.span.start for a, b in pairwise(judged.blocks))


def test_comments_are_not_read_and_stay_in_the_article() -> None:
    body = (
        f"<!-- 1 -->\n# A\n\n{STORY}\n<!-- 2 -->\n\nSubscribe to our newsletter\n\n{MORE} <!-- 3\n4 --> So.\n"
    )
    assert not any("<!--" in words for _, words in blocks(body))
    made = article(body)
    assert made.front.cut
    assert made.body == body.replace("Subscribe to our newsletter\n\n", "")
    assert [words for _, words in blocks(made.body)] == [
        w for rule, w in blocks(body) if rule != "newsletter"
    ]
