from __future__ import annotations

import pytest

from generator.model.parts import Link
from generator.model.text import Span
from generator.publish.weave.links import Around
from generator.publish.weave.markdown import machine
from generator.publish.weave.marks import Mark, MarkKind, Weave, events


def html(source: str, *words: str, kind: MarkKind = MarkKind.QUOTE) -> str:
    marks = []
    for n, exact in enumerate(words, 1):
        start = source.index(exact)
        marks.append(Mark(f"q{n}", kind, (Span(start, start + len(exact)),), str(n), n))
    (turns,) = events(marks, [Span(0, len(source))], source)
    return machine().html(source, turns, Weave(), Around())


SUP = '<sup class="ref"><a href="#s-q1">1</a></sup>'
OPEN = '<span class="q hue-1" id="q1">'
AGAIN = '<span class="q hue-1">'


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("a **b c** d", "c** d", f"a <strong>b {OPEN}c</span></strong>{AGAIN} d</span>{SUP}"),
        ("“**No!**” he", "**No!**", f"“<strong>{OPEN}No!</span></strong>”{SUP} he"),
        ("“*No*” he", "No", f"“<em>{OPEN}No</span>{SUP}</em>” he"),
        ("a `b c` d", "c` d", f"a {OPEN}<code>b c</code> d</span>{SUP}"),
        (
            "a [b c](https://x.example/q) d",
            "x.example",
            f'a <a href="https://x.example/q">b c</a>{OPEN}</span>{SUP} d',
        ),
        ("a &amp; b", "mp; b", f"a {OPEN}&amp; b</span>{SUP}"),
        ("a \\* b", "* b", f"a {OPEN}* b</span>{SUP}"),
        ("a [[x|y z]] b", "z", f"a {OPEN}y z</span>{SUP} b"),
        ("a ![b c](https://x.example/q) d", "c](", f"a b c{OPEN}</span>{SUP} d"),
        ("a\nb", "a\nb", f"{OPEN}a\nb</span>{SUP}"),
        ("a  \nb", "a  \nb", f"{OPEN}a<br>\nb</span>{SUP}"),
    ],
)
def test_marks_in_markup(source: str, words: str, expected: str) -> None:
    assert html(source, words) == f"<p>{expected}</p>\n"


def test_marks_in_blocks() -> None:
    assert html("- a\n- b", "a\n- b") == (
        f"<ul>\n<li>{OPEN}a</span></li>\n<li>{AGAIN}b</span>{SUP}</li>\n</ul>\n"
    )
    assert html("## a b", "## a") == f"<h2>{OPEN}a</span>{SUP} b</h2>\n"
    assert html("```x\na\n```\n\nb", "a") == f"<pre><code>a\n</code></pre>\n<p>{OPEN}</span>{SUP}b</p>\n"
    assert html("    a\n\nb", "a") == f"<pre><code>a\n</code></pre>\n<p>{OPEN}</span>{SUP}b</p>\n"


@pytest.mark.parametrize(
    "address",
    ["https://x.example@y.example/", "//x.example@y.example", "https://a:b@y.example", "javascript:a()"],
)
def test_an_address_that_hides_its_host_is_no_link(address: str) -> None:
    assert "<a" not in html(f"[a]({address}) <{address}> [b][r]\n\n[r]: {address}")
    assert "<a" in html("[a](https://x.example/@b?c=d@e)")


def test_withheld_words_do_not_reach_the_parser() -> None:
    assert html("a **b** c", "**b", kind=MarkKind.WITHHELD) == (
        '<p>a <span class="withheld" id="q1">[withdrawn]</span>'
        '<sup class="ref"><a href="#s-q1">1</a></sup>** c</p>\n'
    )


def test_only_our_classes_and_known_tags_stand() -> None:
    safe = machine().safe
    assert safe('<p class="q evil hue-3">a</p>') == '<p class="q hue-3">a</p>'
    assert safe('<p class="evil" style="x" onclick="x">a</p>') == "<p>a</p>"
    assert safe('<a href="javascript:x">a</a><iframe></iframe><h1>b</h1>') == "<a>a</a><h1>b</h1>"
    assert safe('<td colspan="2">a</td>') == "a"


def test_the_highest_heading_is_the_pages_own() -> None:
    assert html("# a") == "<h2>a</h2>\n"


def test_notes_of_the_desk() -> None:
    assert html("::: note\na\n:::") == (
        '<aside class="note context" role="note">\n<p class="by">Context · Desk</p>\n<p>a</p>\n</aside>\n'
    )
    assert '<aside class="note context" role="note">\n<p class="by">Context · B · 5 May 2031</p>' in html(
        "::: note {by=B kind=odd date='2031-05-05'}\na\n:::"
    )


def test_links_by_id_never_stand_inside_a_link() -> None:
    made = machine().html(
        "[a [[x]] b](https://x.example)", (), Weave(), Around(lambda _key: Link("X", "./x"))
    )
    assert made.count("<a ") == 1


def test_words() -> None:
    assert machine().words("*a* \\[b\\] ![c](d) `e`\nf") == "a [b] c e\nf"
