from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.edit.withhold import told_of_withheld, withheld, withhold
from generator.model.article import (
    Article,
    Block,
    Change,
    Correction,
    Cut,
    FrontMatter,
    Picture,
    Role,
)
from generator.model.findings import Dated, Form, Kind, Mention, Quote
from generator.model.text import Location, Selector, Span

LONG = "We can wait for three days more, and not longer"
SHORT = "very serious indeed"


def article(ident: str, *paragraphs: str, **front: Any) -> Article:  # noqa: ANN401 - fields of FrontMatter
    blocks, at = [], 0
    for n, words in enumerate(paragraphs):
        blocks.append(Block(Role.PARAGRAPH, Span(at, at + len(words)), 1 + 2 * n))
        at += len(words) + 2
    path, text = f"articles/{ident}.md", "\n\n".join(paragraphs)
    return Article(ident, path, FrontMatter(**front), text, tuple(blocks), (), (), ())


def saying(made: Article, words: str, *, hidden: bool = False, form: Form = Form.DIRECT) -> Article:
    start = made.text.index(words)
    quote = Quote(
        f"q-{made.id}-{len(made.quotes)}", (Span(start, start + len(words)),), words, form, hidden=hidden
    )
    return replace(made, quotes=(*made.quotes, quote))


def kept(*articles: Article) -> list[Article]:
    known = withheld(articles)
    assert known is not None
    return [withhold(a, known) for a in articles]


def test_where_nothing_is_hidden_nothing_is_looked_at() -> None:
    assert withheld([saying(article("a", f"“{LONG}.”"), LONG)]) is None


def test_a_hidden_quotation_is_overwritten_in_its_place() -> None:
    before = saying(article("a", f"“{LONG},” she said."), LONG, hidden=True)
    (after,) = kept(before)
    assert len(after.text) == len(before.text)
    assert after.text.split() == ["“[withdrawn]", ",”", "she", "said."]
    assert (after.quotes[0].text, after.quotes[0].parts) == ("", before.quotes[0].parts)
    assert after.withheld == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She can wait for three days more.", "She [withdrawn]."),
        ("SHE CAN WAIT FOR THREE DAYS MORE", "SHE [withdrawn]"),
        ("can wait *for* three “days” more", "[withdrawn]"),
        ("can wait for&nbsp;three days more", "[withdrawn]"),
        ("can wa**it** for three d_ay_s more", "[withdrawn]"),
        ("can wait [for](https://pier.example/a/b) three days more", "[withdrawn]"),
        ('can wait ![for](a_(b).png "No longer") three days more', "[withdrawn]"),
        ("can wait [for][1] three days more", "[withdrawn]"),
        ("can[^1] wait [[northland|for]] three[^ab] days more", "[withdrawn]"),
        ("can wait [f](x)or three days more", "[withdrawn]"),
        ("can wa&#105;t for thr&eacute;e days more", "[withdrawn]"),
        ("can w&#97;it for three d&aacute;ys m&#x6f;re", "[withdrawn]"),
        ("can wa<b>it</b> for <!-- x --> three days <i title='a b'>more</i>", "[withdrawn]</i>"),
        ("can wa\\it for thr\u00adee da\u200bys more", "[withdrawn]"),
        (
            "[Can wait for](https://pier.example/can-wait-for-three-days-more)",
            "[Can wait for](https://pier.example/[withdrawn])",
        ),
        ("She can wait for three nights.", "She can wait for three nights."),
        (
            "She can wait [for](https://pier.example) three nights.",
            "She can wait [for](https://pier.example) three nights.",
        ),
        ("It was “very serious indeed”.", "It was “[withdrawn]”."),
        ("It was 'very serious indeed,' he said.", "It was '[withdrawn],' he said."),
        ("It was “**very** seri*ous* indeed**”**.", "It was “**[withdrawn]**”**."),
        ("It was very serious indeed.", "It was very serious indeed."),
        ("Very serious indeed.", "[withdrawn]."),
        ("", ""),
    ],
)
def test_runs_go_everywhere_and_short_ones_in_marks(text: str, left: str) -> None:
    hiding = saying(saying(article("a", f"“{LONG}.” “{SHORT}.”"), LONG, hidden=True), SHORT, hidden=True)
    known = withheld([hiding])
    assert known is not None
    assert known.redact(text) == left
    assert known.keeps(text) == (text == left)


def test_in_its_own_report_a_short_one_goes_unmarked_as_well() -> None:
    own = saying(article("a", f"“{SHORT},” she said. It is very serious indeed."), SHORT, hidden=True)
    other = article("b", "It is very serious indeed.")
    after, untouched = kept(own, other)
    assert "serious" not in after.text
    assert len(after.withheld) == 1
    assert untouched is other


def test_one_word_goes_only_in_marks() -> None:
    own = saying(article("a", "“Never,” she said, and never came."), "Never", hidden=True)
    assert kept(own)[0].text == "“[…]  ,” she said, and never came."


def test_everything_that_tells_of_a_report_is_without_them() -> None:
    hiding = saying(article("a", f"“{LONG}.”"), LONG, hidden=True)
    words = "she can wait for three days more"
    telling = article(
        "b",
        "Nothing.",
        title=f"Berg: {words}",
        dek=words,
        byline=(words,),
        tags=(words,),
        licence=words,
        url="https://post.example/can-wait-for-three-days-more",
        archived="https://archive.example/?q=can%20wait%20for%20three%20days",
        image=Picture(words, words),
        cut=(Cut("related", words),),
    )
    telling = replace(telling, made_title=words)
    after = kept(hiding, telling)[1]
    assert "three" not in repr(after)
    assert after.front.title == "Berg: she [withdrawn]"
    assert (after.front.url, after.front.archived) == (None, None)
    assert replace(after, front=telling.front, made_title=words) == telling


def test_another_quotation_that_holds_them_is_hidden_too() -> None:
    hiding = saying(article("a", f"“{LONG}.”"), LONG, hidden=True)
    fuller = "I told him that we can wait for three days more"
    other = saying(article("b", f"“{fuller},” he said. “Good.”"), fuller)
    other = saying(other, "Good")
    after = kept(hiding, other)[1]
    assert [q.hidden for q in after.quotes] == [True, False]
    assert "told" not in after.text


def test_reported_speech_that_holds_them_is_none_any_more() -> None:
    told = "they can wait for three days more at sea"
    hiding = saying(article("a", f"“{LONG}.” She said {told}."), LONG, hidden=True)
    after = kept(saying(hiding, told, form=Form.INDIRECT))[0]
    assert [q.form for q in after.quotes] == [Form.DIRECT]
    assert after.text.rstrip(" .").endswith("at sea")


def test_a_quotation_of_just_these_words_goes_though_nothing_marks_it() -> None:
    hiding = saying(article("a", f"“{SHORT}.”"), SHORT, hidden=True)
    made = article("b", f"She called it {SHORT} and left.")
    told, mixed = (saying(made, SHORT, form=form) for form in (Form.INDIRECT, Form.MIXED))
    assert kept(hiding, told)[1].quotes == ()
    assert [q.hidden for q in kept(hiding, mixed)[1].quotes] == [True]
    assert kept(hiding, told)[1].text == made.text  # unmarked words of three are anybody's


def test_names_and_days_in_them_go_with_them() -> None:
    words = "Tom Vale lied to us all on 3 May"
    made = saying(article("a", f"“{words},” said Ada Berg."), words, hidden=True)
    starts = {w: made.text.index(w) for w in ("Tom Vale", "Ada Berg", "3 May")}
    spans = {w: Span(start, start + len(w)) for w, start in starts.items()}
    mentions = tuple(Mention(spans[n], n, Kind.PERSON, n) for n in ("Tom Vale", "Ada Berg"))
    made = replace(made, mentions=mentions, dates=(Dated(spans["3 May"], "3 May", None),))
    after = kept(made)[0]
    assert [m.name for m in after.mentions] == ["Ada Berg"]
    assert after.dates == ()


def test_what_a_correction_says_is_without_them() -> None:
    made = saying(article("a", f"“{LONG}.”"), LONG, hidden=True)
    correction = Correction(Selector(LONG), Location("x"), hidden=True, why=f"“{LONG}” was never said")
    made = replace(
        made,
        front=FrontMatter(corrections=(correction,)),
        changes=(Change(correction, made.quotes[0].id, made.quotes[0]),),
    )
    after = kept(made)[0]
    assert "three" not in repr(after)
    assert after.changes[0].correction.why == "“[withdrawn]” was never said"


def test_lines_stay_as_long_as_they_were() -> None:
    words = "We can wait\nfor three days more"
    made = saying(article("a", f"> “{words}.”"), words, hidden=True)
    after = kept(made)[0]
    assert list(map(len, after.text.split("\n"))) == list(map(len, made.text.split("\n")))
    assert after.text.startswith("> “[withdrawn]\n")


def test_an_editor_is_told_what_else_is_withheld() -> None:
    hiding = saying(article("can-wait-for-three-days", f"“{LONG}.”"), LONG, hidden=True)
    other = article("b", "Nothing.", "She can wait for three days more.")
    told = told_of_withheld((hiding, other), kept(hiding, other))
    assert [(d.code, d.location.path, d.location.line) for d in told] == [
        ("withheld-name", "articles/can-wait-for-three-days.md", 1),
        ("withheld-too", "articles/b.md", 3),
    ]


def test_the_reason_for_hiding_shows_none_of_the_words() -> None:
    made = saying(article("a", f"“{LONG}.”"), LONG, hidden=True)
    quote = replace(made.quotes[0], why=f"Nobody said {LONG}.")
    assert [q.why for q in kept(replace(made, quotes=(quote,)))[0].quotes] == ["Nobody said [withdrawn]."]


@pytest.mark.parametrize("markup", ["**", "`", "[", "](https://pier.example/x)", "\\", "&shy;", "<b>"])
def test_markup_in_what_is_hidden_hides_no_less(markup: str) -> None:
    words = LONG.replace("three", f"thr{markup}ee")
    hiding = saying(article("a", f"“{words}.”"), words, hidden=True)
    (_, after) = kept(hiding, article("b", f"It can wait for three days, not longer. {LONG}"))
    assert after.text.split() == ["It", "[withdrawn]", ",", "not", "longer.", "[withdrawn]"]
