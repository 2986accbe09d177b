from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.ingest.label.markdown import read_markdown
from generator.model.article import Block, Media, RawDocument, Role
from generator.model.parts import Link
from generator.model.text import Span
from generator.publish.weave import body
from generator.publish.weave.body import GAP, body_html, desk_html, inline_html, page_html, plain_words
from generator.publish.weave.links import Around
from generator.publish.weave.markdown import machine
from generator.publish.weave.marks import Mark, MarkKind, Weave

NASTY = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[words](javascript:alert(1))",
    "[words](JaVaScRiPt&colon;alert(1))",
    "[words](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    "<svg onload=alert(1)>",
    "![x](javascript:alert(1))",
    '[x](https://x.example "\\" onmouseover=alert(1)")',
    "`<b onclick=x>`",
    "    <iframe src=x>\n",
    "```html\n<style>*{}</style>\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\U000f0000\U000f0001 \ue000 private",
    "<a href='x' class='q' id='s-1'>x</a>",
    '::: note {by="<b>x" kind="\\"><script>"}\nwords\n:::',
    "<!-- comment --> <![CDATA[x]]> <?php x ?>",
    "[[x|<script>]]",
    "| <b> | x |\n|---|---|\n| <i> | y |",
]
VOID = {"br", "hr"}
TAGS = {
    "p",
    "em",
    "strong",
    "a",
    "span",
    "sup",
    "code",
    "pre",
    "aside",
    "br",
    "hr",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h2",
}
TAGS |= {"table", "thead", "tbody", "tr", "td", "th", "s", "h3"}


class Watcher(HTMLParser):
    """Fail on anything that may not stand, and on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in {"class", "id", "href", "title", "start", "role"}, name
            if name == "href":
                assert re.match(r"(https?:|#|\.|[bx]$)", value or ""), value
            if name == "id":
                self.ids.append(value or "")
        if tag == "a":
            assert "a" not in self.open
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def watched(html: str) -> Watcher:
    watcher = Watcher()
    watcher.feed(html)
    watcher.close()
    assert not watcher.open
    assert len(watcher.ids) == len(set(watcher.ids))
    assert not re.search("[\ue000-\uf8ff\U000f0000-\U0010ffff\x00]", html)
    return watcher


def paragraph(text: str, rule: str | None = None) -> list[Block]:
    return [Block(Role.PARAGRAPH, Span(0, len(text)), 1, rule)]


def mark(text: str, words: str, kind: MarkKind = MarkKind.QUOTE) -> Mark:
    start = text.index(words)
    return Mark(
        words[:3].strip(), kind, (Span(start, start + len(words)),), "1" if kind is MarkKind.QUOTE else "*", 1
    )


def read(text: str) -> tuple[str, tuple[Block, ...]]:
    clean = read_markdown(RawDocument(text, Media.MARKDOWN, "x"))
    return clean.text, clean.blocks


def slow(text: str) -> str:
    return machine().html(text, (), Weave(), Around())


@pytest.mark.parametrize("text", NASTY)
def test_nothing_nasty_reaches_a_page(text: str) -> None:
    words, blocks = read(f"Before.\n\n{text}\n\nAfter.")
    watched(body_html(words, blocks, [Mark("q", MarkKind.QUOTE, (Span(3, len(words) - 3),), "1")]))
    watched(body_html(text, paragraph(text), []))
    watched(inline_html(text, Span(0, len(text)), [Mark("q", MarkKind.QUOTE, (Span(2, 6),), "1")]))
    watched(desk_html(text))
    watched(page_html(text))
    assert "javascript:alert" not in re.sub(
        r"\[[^\]]*\]\([^)]*\)|&lt;[^&]*&gt;", "", body_html(text, paragraph(text), [])
    )


PIECES = [
    "word",
    "The",
    "2015",
    "1995.",
    "1.",
    " ",
    " ",
    "“",
    "”",
    "'",
    '"',
    "*",
    "**",
    "_",
    "`",
    "\\",
    "[",
    "]",
    "(",
    ")",
]
PIECES += [
    "<",
    ">",
    "&",
    "&amp;",
    "!",
    "~",
    "-",
    "#",
    ":",
    "|",
    "é",
    "—",
    "…",
    "\u00a0",
    "\\*",
    "\\[",
    "*so*",
    " *very* ",
]
PIECES += [
    "+",
    "=",
    "\n",
    "\t",
    "x_y",
    "[[id]]",
    "[a](b)",
    "http://x.y/z",
    "\ufeff",
    "\u0085",
    "@",
    "<b>",
    "$",
]
sources = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(lambda p: "".join(p).strip()).filter(bool)
)
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda s: Span(min(s), max(s)))


@given(sources)
def test_the_quick_way_gives_what_the_parser_gives(text: str) -> None:
    if body._PLAIN.match(text):  # noqa: SLF001 - the very thing to be proved
        assert body_html(text, paragraph(text), []) == slow(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Co"]), min_size=1, max_size=40))
def test_the_quick_way_gives_what_the_parser_gives_for_any_letters(text: str) -> None:
    if body._PLAIN.match(text):  # noqa: SLF001 - the very thing to be proved
        assert body_html(text, paragraph(text), []) == slow(text)


@example(
    "word   *very* word  *", Span(0, 0), Span(0, 0), Span(13, 20)
)  # two runs of stars with a mark between
@given(sources, spans, spans, spans)
def test_whatever_is_marked_the_html_is_well_formed(text: str, one: Span, other: Span, third: Span) -> None:
    marks = [
        Mark("q", MarkKind.QUOTE, (one,), "1"),
        Mark("r", MarkKind.QUOTE, (other,), "2"),
        Mark("n", MarkKind.NOTE, (third,), "*"),
    ]
    words = watched(body_html(text, paragraph(text), marks))
    assert words.ids == sorted(words.ids, key=words.ids.index)
    watched(body_html(text, paragraph(text), [*marks[:2], Mark("h", MarkKind.WITHHELD, (third,))]))


@given(
    st.lists(
        st.sampled_from(["we", "are", "*so*", "**very**", "[sure](x)", "“", "”", "\\*", "&", "sure."]),
        min_size=2,
    ),
    spans,
)
def test_marks_change_no_word(words: list[str], span: Span) -> None:
    text = " ".join(words)
    bare = "".join(watched(body_html(text, paragraph(text), [])).words)
    marked = body_html(text, paragraph(text), [Mark("q", MarkKind.QUOTE, (span,), "1")])
    assert "".join(watched(re.sub(r"<sup.*?</sup>", "", marked)).words) == bare


def test_a_plain_paragraph_with_its_marks() -> None:
    text = "He said “we \\[all\\] *saw* it” & left."
    html = body_html(
        text, paragraph(text), [mark(text, "we \\[all\\] *saw* it"), mark(text, "it” &", MarkKind.NOTE)]
    )
    assert html == (
        '<p>He said “<span class="q hue-1" id="we">we [all] </span><em><span class="q hue-1">saw</span></em>'
        '<span class="q hue-1"> <span class="noted" id="at-it”">it</span></span>'
        '<span class="noted">”<sup class="ref"><a href="#s-we">1</a></sup> &amp;</span>'
        '<sup class="ref note"><a href="#n-it%E2%80%9D">*</a></sup> left.</p>\n'
    )


def test_a_mark_between_a_backslash_and_what_it_escapes_keeps_the_pair() -> None:
    text = "words \\[in\\] brackets"
    html = body_html(text, paragraph(text), [Mark("q", MarkKind.QUOTE, (Span(7, 11),), "1")])
    assert html == (
        '<p>words <span class="q hue-0" id="q">[in]</span>'
        '<sup class="ref"><a href="#s-q">1</a></sup> brackets</p>\n'
    )


def test_a_quote_over_two_paragraphs_has_one_id_and_one_sign() -> None:
    text, blocks = read("“It is over.\n\n“Go home,” she said.")
    whole = Mark("q", MarkKind.QUOTE, (Span(1, 12), Span(15, 23)), "1", 3)
    assert body_html(text, blocks, [whole]) == (
        '<p>“<span class="q hue-3" id="q">It is over.</span></p>\n'
        '<p>“<span class="q hue-3">Go home,</span>”'
        '<sup class="ref"><a href="#s-q">1</a></sup> she said.</p>\n'
    )


def test_withheld_words_are_nowhere() -> None:
    for text in (
        "He called it “a secret” once.",
        "He *called* it “a **secret**” once.",
        "He `called` it “a secret” once.",
    ):
        hidden = mark(text, text[text.index("“") + 1 : text.index("”")], MarkKind.WITHHELD)
        html = body_html(text, paragraph(text), [hidden])
        assert "secret" not in html
        assert 'class="withheld"' in html
        assert "once" in html


def test_lists_and_block_quotes_stay_whole() -> None:
    text, blocks = read("# One\n\n- a\n- b\n\n1. c\n\n> d\n>\n> e\n\n## Two ##\n\nEnd.")
    html = body_html(text, blocks, [mark(text, "a\n- b")])
    assert html.count("<ul>") == html.count("<blockquote>") == 1
    assert html.startswith("<h2>One</h2>\n<ul>\n<li><span")
    assert "<h2>Two</h2>" in html
    assert "<li>c</li>" in html
    watched(html)


def test_a_heading_and_a_note_that_have_no_marks_of_markdown() -> None:
    text = "A heading\n\nWords."
    blocks = [Block(Role.HEADING, Span(0, 9), 1), Block(Role.PARAGRAPH, Span(11, 17), 3)]
    assert body_html(text, blocks, []) == "<h2>A heading</h2>\n<p>Words.</p>\n"


def test_what_is_no_story_is_left_out() -> None:
    text = "A headline\n\nWords."
    blocks = [Block(Role.HEADLINE, Span(0, 10), 1), Block(Role.PARAGRAPH, Span(12, 18), 3)]
    assert body_html(text, blocks, []) == "<p>Words.</p>\n"


def test_desk_notes_and_links_by_id() -> None:
    def resolve(key: str) -> Link | None:
        return Link("NATO", "../x") if key == "nato" else None

    text, blocks = read(
        'Words.\n\n::: note {by="Rosa & Co" kind=dispute}\nSee [[nato]], [[nato|them]], [[ghost]].\n:::\n'
    )
    assert body_html(text, blocks, [], Around(resolve)) == (
        '<p>Words.</p>\n<aside class="note dispute" role="note">\n'
        '<p class="by">Disputed · Rosa &amp; Co</p>\n'
        '<p>See <a href="../x" class="wiki">NATO</a>, '
        '<a href="../x" class="wiki">them</a>, ghost.</p>\n</aside>\n'
    )
    assert "[[" not in desk_html("[x [[nato]] y](https://x.example)", Around(resolve))


def test_reference_links_find_their_address() -> None:
    text, blocks = read("See [the paper][1].\n\nMore.\n\n[1]: https://x.example/p\n")
    assert '<a href="https://x.example/p">the paper</a>' in body_html(text, blocks, [])


def test_only_the_addresses_in_use_go_with_a_piece() -> None:
    text, blocks = read(
        "[One][A  b], *two*.\n\n[Three][].\n\n[a b]: https://x.example/1\n[three]: https://x.example/3\n"
    )
    assert body_html(text, blocks, []) == (
        '<p><a href="https://x.example/1">One</a>, <em>two</em>.</p>\n'
        '<p><a href="https://x.example/3">Three</a>.</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a [b](https://x.example) [c] ![d", '[a <a href="https://x.example">b</a> [c] ![d'),
        ("![a [b] c](https://x.example/p.png) [d](https://x.example)", ' <a href="https://x.example">d</a>'),
        ("*[a]* ![b]", "<em>[a]</em> ![b]"),
        ("``a`b`` `c``", "<code>a`b</code> `c``"),
    ],
)
def test_brackets_that_begin_no_link_are_signs(text: str, html: str) -> None:
    made = body_html(text, paragraph(text), [])
    assert made.endswith(f"{html}</p>\n")


def test_an_excerpt_says_where_it_goes_on() -> None:
    for text in ("Some words", "Some *stressed words"):
        html = body_html(text, paragraph(text, GAP), [])
        assert html.endswith('<span class="gap"> […]</span></p>\n')


def test_headlines_are_plain_text() -> None:
    text = "A ‘bold’ *claim*"
    html = inline_html(text, Span(0, len(text)), [mark(text, "bold"), mark(text, "claim", MarkKind.WITHHELD)])
    assert html == (
        'A ‘<span class="q hue-1" id="bol">bold</span>’<sup class="ref"><a href="#s-bol">1</a></sup> '
        '*<span class="withheld" id="cla">[withdrawn]</span><sup class="ref"><a href="#s-cla">*</a></sup>*'
    )


def test_typography_stays() -> None:
    text = "‘A’ – “b” — c… d’e"
    assert body_html(text, paragraph(text), []) == f"<p>{text}</p>\n"


def test_plain_words() -> None:
    assert plain_words("as they are") == "as they are"
    assert plain_words("\\[the jets\\] & co") == "[the jets] & co"
    assert plain_words("so *very* [sure](https://x.example) `it` [[nato|them]]") == "so very sure it them"
    assert desk_html("  ") == ""


def test_an_outlets_own_note_is_set_apart_and_named() -> None:
    words = "Correction: the tug is the Marta.\n\nShe sails."
    clean = read_markdown(RawDocument(words, Media.MARKDOWN, "seed"))
    html = body_html(clean.text, clean.blocks, [])
    note, after = html.split("</div>\n")
    assert note.startswith('<div class="amended">')
    assert "The outlet’s own note on this report" in note
    assert "the tug is the Marta." in note
    assert after == "<p>She sails.</p>\n"
