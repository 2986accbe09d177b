from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.ingest.label.normalise import normalise, normalise_markdown, unglue

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n\t\x85\u2028\u200d\ufeff é\u0301e"))
WRECKS = st.lists(
    st.sampled_from(
        [
            "Ã",
            "©",
            "â",
            "€",
            "œ",
            "\x9d",
            "\x80",
            "Â",
            " ",
            "\t",
            "\u200b",
            "&",
            "amp;",
            "#38;",
            "nbsp;",
            "lt;",
            "‚",
            "Ä",
            "√",
            "ﬁ",
            "e",
            "“",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\u00a0\u2009 \tb", "a b"),
        ("so\u00adft \u200bzero\ufeff", "soft zero"),
        ("\u202eevil\u2066 order\u2069", "evil order"),
        ("e\u0301 and A\u030a", "é and Å"),
        ("\x00nul\x1b[31m and \x7fdel", "nul[31m and del"),
        ("eﬃcient ﬁnes, Æsop and œuvre", "efficient fines, Æsop and œuvre"),
        ("AT&amp;T &amp;amp; Co&nbsp;&#8217;s &ldquo;oﬃce&#x201d;", "AT&T & Co ’s “office”"),
        ("&lt;b&gt; &amp;lt; &#60;, &#10;&Eacute;", "&lt;b&gt; &amp;lt; &#60;, É"),
        ("R&D; AT&T &bogus; &#xFFFFFF; & &amp &copy 2031", "R&D; AT&T &bogus; \ufffd & &amp &copy 2031"),
        ("no sign\ufffe at\uffff all\ufdd0", "no sign at all"),
        ("our own \U000f0000\ue000marks", "our own marks"),
        ("“curly” ‘single’ «angled» – — … Erdoğan", "“curly” ‘single’ «angled» – — … Erdoğan"),
    ],
)
def test_what_nobody_sees_is_changed_and_nothing_else(given_: str, expected: str) -> None:
    assert normalise(given_) == expected


@given(TEXTS | WRECKS)
@example("\r\x00\n")
@example("\x80×¸")
def test_twice_is_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert normalise_markdown(normalise_markdown(text)) == normalise_markdown(text)


@given(TEXTS | WRECKS)
def test_the_form_is_one(text: str) -> None:
    for made in (normalise(text), normalise_markdown(text)):
        assert unicodedata.is_normalized("NFC", made)
        assert set(made) & set("\r\t\x00\x85\u2028\ufeff\u00a0") == set()


def test_markdown_keeps_entities_for_they_mean_something() -> None:
    assert normalise_markdown("1 &lt; 2 &amp; caf\u00c3\u00a9 \ufb01") == "1 &lt; 2 &amp; café fi"


def test_markdown_keeps_the_spaces_that_mean_something() -> None:
    given_ = "- a  b\n  - sub\t\tc\n\n\tcode\nhard  \nbreak\u00a0"
    assert normalise_markdown(given_) == "- a b\n  - sub c\n\n    code\nhard  \nbreak "


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("off the pier.Nobody has seen", ["off the pier.", "Nobody has seen"]),
        ("the end.NATO is ready", ["the end.", "NATO is ready"]),
        ("by NATO.The alliance", ["by NATO.", "The alliance"]),
        ("in 2015.Then it", ["in 2015.", "Then it"]),
        ("(the union).Then it", ["(the union).", "Then it"]),
        ("Is it so?Yes, it is", ["Is it so?", "Yes, it is"]),
        ("Never!It's late", ["Never!", "It's late"]),
        ("one.Two is.Three are", ["one.", "Two is.", "Three are"]),
        ("he said.“We go", ["he said.", "“We go"]),
        ("“We go.”Ada Quill", ["“We go.”", "Ada Quill"]),
        ('She said "go now."Nato is', ['She said "go now."', "Nato is"]),
        ('He left."We go," he', ["He left.", '"We go," he']),
        ("the end.İzmir is", ["the end.", "İzmir is"]),
    ],
)
def test_glued_sentences_are_taken_apart(line: str, pieces: list[str]) -> None:
    assert unglue(line) == pieces


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The end. Nato is ready.",
        "the U.S.Army is",
        "write to Ada.Quill@pier.example or quill@Pier.Example now",
        "see www.Pier.Example now, and pier.example/To.Read it",
        "Booking.Com is",
        "ASP.NET is",
        "the file report.PDF is",
        "Gen.Dunmore and Mr.Reed are in St.Olaf",
        "Ph.D students",
        "3.5 and v2.Beta",
        "wait...then",
        "the end.nato is",
    ],
)
def test_what_only_looks_glued_is_left_alone(line: str) -> None:
    assert unglue(line) == [line]


@given(TEXTS)
def test_nothing_is_lost_by_taking_apart(text: str) -> None:
    assert "".join(unglue(text)) == text
