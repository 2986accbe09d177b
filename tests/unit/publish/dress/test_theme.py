from __future__ import annotations

import math
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from generator.model.backmatter import AboutView, CorrectionsView, IndexEntry, IndexView, PlainView
from generator.model.diagnostic import ThemeError
from generator.model.findings import Form
from generator.model.parts import (
    ActorCard,
    Beyond,
    Citation,
    CorrectedRow,
    CutView,
    Day,
    DayGroup,
    Elsewhere,
    Fact,
    Link,
    NoteView,
    OutletRow,
    PersonRow,
    QuoteView,
    ReportCard,
    Shell,
    StatementCard,
    Voice,
)
from generator.model.pictures import (
    HeardDay,
    Hearing,
    Matrix,
    MatrixCell,
    MatrixRow,
    Tick,
    TimelineDay,
    ToldOf,
)
from generator.model.settings import RenderSettings
from generator.model.site import Page, View
from generator.model.views import (
    ActorView,
    ArticleView,
    DayView,
    FrontView,
    OutletView,
    OwnWording,
    PartView,
    PersonView,
    StatementView,
    TimelineView,
    Wording,
)
from generator.publish.dress.theme import (
    find_theme,
    open_theme,
    render,
    render_page,
    static_files,
    theme_digest,
)

if TYPE_CHECKING:
    from pathlib import Path


ACTOR = Voice("Halden Union", "A/", True, "Halden Union", "A/", "HU", 1)  # noqa: FBT003 - field by field
PERSON = Voice("Ida Brandvold", "P/", True, "Halden Union", "A/", "HU", 1, "Secretary General")  # noqa: FBT003
NOBODY = Voice("Speaker not named", "", False, "", "", "", 0)  # noqa: FBT003 - field by field
STATED, UNSTATED = Day("2031-10-08", "8 October 2031"), Day("", "")
OUTLET = Link("Sund Observer", "O/")
SHELL = Shell(
    site_title="The strait",
    language="en",
    root="../../",
    path="x/",
    canonical="https://briefing.example/x/",
    title="A page",
    description="What it shows",
    actors=(ACTOR,),
    home="../../index.html",
    here="A/",
    nav=(Link("Timeline", "T/"), Link("About", "B/")),
    feeds=(Link("Atom feed", "feed.xml"), Link("JSON Feed", "feed.json")),
)
BARE = Shell("The strait", "en", "./", "", "", "The strait", "", ())
SAID = StatementCard(
    "We ask for <calm>", "S/", "R/#q1", Form.DIRECT, PERSON, STATED, ("Sund Observer",), "1 outlet"
)
TOLD = replace(
    SAID, words="it would wait", form=Form.INDIRECT, voice=NOBODY, day=UNSTATED, outlets=(), passage="S/"
)
REPORT = ReportCard("Harbour stays closed", False, "R/", "A dek", OUTLET, STATED, 2, (ACTOR,))  # noqa: FBT003
BARE_REPORT = ReportCard("The tide does …", True, "R2/", "", None, UNSTATED, 1, ())  # noqa: FBT003 - field by field
TELLING = (
    ToldOf(REPORT, 2, (Link("It was closed on Friday.", "R/#q1"),)),
    ToldOf(BARE_REPORT, None, ()),
    ToldOf(REPORT, -1, ()),
    ToldOf(REPORT, 0, ()),
)
DAYS = (
    TimelineDay(
        Day("2031-10-03", "3 October 2031"), 0, (Tick(1, "HU", "S/", "We ask"),), (REPORT,), (SAID,), "T/#d-1"
    ),
    TimelineDay(
        STATED,
        1000,
        (Tick(0, "", "S2/", "it would"),),
        (),
        (TOLD,),
        "S2/",
        more="70 further statements",
        told=TELLING,
    ),
)
HEARD = Hearing((HeardDay(STATED, 0, 2, 1), HeardDay(UNSTATED, 1000, 0, 3)), STATED, STATED, 3, 1000)
ROWS = (OutletRow(OUTLET, 3, 1),)
QUOTE = QuoteView(
    id="r-1",
    number=1,
    words="We ask for calm",
    form=Form.DIRECT,
    voice=PERSON,
    statement="S/",
    elsewhere=(Elsewhere("The Evening Ledger", "R2/#q9", "other words"),),
    corrected="speaker set by the desk",
    line=12,
)
UNSHOWN = replace(
    QUOTE, id="r-2", number=2, words="more", statement="", elsewhere=(), corrected="", line=0, voice=NOBODY
)
ROW = CorrectedRow(Link("Harbour", "R/"), "calm", "Speaker set", "Misread.")
NOTE = NoteView("n-1", "*", "dispute", "Desk", STATED, "calm", "<p>The log says <em>four</em>.</p>")
BODY = (
    '<p>“<span class="q hue-1" id="r-1">We ask for calm</span>'
    '<sup class="ref"><a href="#s-r-1">1</a></sup>,” she said.</p>'
    '<p>A <span class="noted" id="at-n-1">second</span>'
    '<sup class="ref note"><a href="#n-n-1">*</a></sup> one.</p>'
)
CITE = Citation("Anna Holm, “Harbour <stays> closed”.", "https://sund.example/1", '[{"id": "r"}]')
ARTICLE = ArticleView(
    cite=CITE,
    shell=SHELL,
    title="Harbour <stays> closed",
    made=False,
    title_html="Harbour &lt;stays&gt; closed",
    dek_html="The <i>dek</i>",
    byline="Anna Holm",
    outlet=OUTLET,
    day=STATED,
    body_html=BODY,
    excerpt=True,
    caption="The harbour",
    credit="Meridian Wire",
    quotes=(QUOTE, UNSHOWN),
    notes=(NOTE,),
    voices=(ACTOR,),
    people=(PERSON,),
    facts=(Fact("Address", "observer.example", "https://observer.example/a"), Fact("Saved as", "a.txt")),
    cuts=(CutView("newsletter", "It asks.", ("Sign <up>",)),),
    corrected=(ROW,),
    previous=Link("Before", "R0/"),
    following=Link("After", "R2/"),
    origin="https://observer.example/a",
)
WORDINGS = (
    Wording(
        OUTLET,
        "Harbour",
        "R/#q1",
        STATED,
        "fullest wording",
        (("same", "We ask for calm"),),
        "",
        "https://o.example/",
        3,
    ),
    Wording(
        None,
        "Other",
        "",
        UNSTATED,
        "other words",
        (("missing", "We"), ("same", "ask for"), ("added", "some"), ("changed", "quiet")),
        "adds “some”",
        "",
        0,
        Link("Sund Observer", "O/"),
    ),
)
FULL: dict[str, View] = {
    "front.html": FrontView(
        SHELL,
        "3–8 October 2031",
        "2 reports",
        "<p>Intro</p>",
        SAID,
        (TOLD,),
        (ActorCard(ACTOR, "alliance", 2, 1, SAID),),
        (ActorCard(ACTOR, "alliance", 1, 0, None),),
        (REPORT, BARE_REPORT),
        DAYS,
        1,
        speaking=Matrix((ACTOR,), (MatrixRow(ACTOR, (MatrixCell(2, 4), MatrixCell(0, 0))),), "1 speaker"),
        alone=(SAID,),
    ),
    "article.html": ARTICLE,
    "actor.html": ActorView(
        SHELL,
        ACTOR,
        "alliance",
        ("the Union",),
        "<p>Intro</p>",
        (SAID,),
        (TOLD,),
        (SAID,),
        (PersonRow(PERSON, 2),),
        HEARD,
        ROWS,
        (REPORT,),
        shared=1,
    ),
    "person.html": PersonView(
        SHELL,
        PERSON,
        ("Brandvold",),
        ("Secretary General, 2029 –",),
        "<p>Intro</p>",
        (SAID,),
        (TOLD,),
        ROWS,
        (REPORT,),
        rest=(Fact("Said", "3 further statements", "../../data/clusters.json"),),
        pinned=(SAID,),
        by_day=(DayGroup(STATED, (SAID,) * 15), DayGroup(UNSTATED, (SAID,))),
    ),
    "statement.html": StatementView(
        SHELL,
        "We ask for calm",
        Form.DIRECT,
        PERSON,
        STATED,
        "2 outlets",
        WORDINGS,
        (ACTOR,),
        (OUTLET, Link("The Tide", "")),
    ),
    "outlet.html": OutletView(
        SHELL,
        "Sund Observer",
        ("o.example",),
        "CC BY",
        (REPORT,),
        (SAID,),
        (TOLD,),
        rest=(Fact("Reports", "12 further reports", "../../data/articles.json"),),
        changed=(OwnWording(SAID, "We <beg> for calm", "R/#q1", "has “beg” for “ask”"),),
        missing=(SAID,),
        others=2,
        last=STATED,
    ),
    "part.html": PartView(SHELL, "In others’ words", Link("Ida Brandvold", "P/"), (TOLD,), (), "Told."),
    "timeline.html": TimelineView(SHELL, DAYS, (BARE_REPORT,)),
    "day.html": DayView(
        SHELL,
        STATED,
        "1 report",
        (SAID,),
        (TOLD,),
        TELLING,
        (REPORT,),
        Link("3 October", "D/"),
        None,
        further_told=Beyond(21, "told/index.html"),
        whole=Link("4 October", "D/"),
    ),
    "index-of.html": IndexView(
        SHELL, (("People", (IndexEntry("Ida Brandvold", "P/", "Secretary General"),)),)
    ),
    "corrections.html": CorrectionsView(
        SHELL,
        (
            ROW,
            CorrectedRow(OUTLET, "", "Hidden", "", "The Evening Ledger", "c-1", STATED),
        ),
    ),
    "about.html": AboutView(
        SHELL, "<p>Intro</p>", 2, ROWS, 3, 1, 2, 1, (("Newsletter", 1),), ("sources/b.txt",)
    ),
    "plain.html": PlainView(SHELL, "No such page", "<p>Try the <a href='T/'>timeline</a>.</p>"),
}
EMPTY: dict[str, View] = {
    "front.html": FrontView(BARE, "", "no reports", "", None, (), (), (), (), (), 0),
    "article.html": replace(
        ARTICLE,
        shell=BARE,
        made=True,
        title_html="",
        dek_html="",
        byline="",
        outlet=None,
        day=UNSTATED,
        body_html="",
        excerpt=False,
        caption="",
        credit="",
        quotes=(),
        notes=(),
        voices=(),
        people=(),
        facts=(),
        cuts=(),
        corrected=(),
        previous=None,
        following=None,
        origin="",
    ),
    "actor.html": ActorView(BARE, ACTOR, "", (), "", (), (), (), (), None, (), ()),
    "person.html": PersonView(BARE, PERSON, (), (), "", (), (), (), ()),
    "statement.html": StatementView(BARE, "words", Form.INDIRECT, NOBODY, UNSTATED, "", (), ()),
    "outlet.html": OutletView(BARE, "Sund Observer", (), "", (), (), ()),
    "part.html": PartView(BARE, "Reports", Link("Sund Observer", "O/"), (), (BARE_REPORT,)),
    "timeline.html": TimelineView(BARE, (), ()),
    "day.html": DayView(BARE, STATED, "", (), (), (), (), None, None),
    "index-of.html": IndexView(BARE, ()),
    "corrections.html": CorrectionsView(BARE, ()),
    "about.html": AboutView(BARE, "", 0, (), 0, 0, 0, 0, (), ()),
    "plain.html": PlainView(BARE, "Heading", ""),
}
FACES = [  # the faces of English text, asked for before the stylesheet names them
    f"../../static/fonts/{face}.woff2"
    for face in (
        "serif-latin-400-normal",
        "serif-latin-600-normal",
        "sans-latin-400-normal",
        "sans-latin-600-normal",
    )
]
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Checker(HTMLParser):
    """Reads a page: its elements must close in order, its ids be its own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.hrefs.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def shown(template: str, view: View, folders: tuple[Path, ...] = ()) -> str:
    return render(Page("x/index.html", template, view), open_theme(folders))


def words(template: str, view: View) -> str:
    return " ".join("".join(Checker(shown(template, view)).text).split())


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("views", [FULL, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("template", FULL)
def test_every_page_is_well_formed_and_needs_nothing_the_policy_forbids(
    template: str, views: dict[str, View]
) -> None:
    html = shown(template, views[template])
    page = Checker(html)
    assert html.startswith("<!doctype html>")
    assert len(page.ids) == len(set(page.ids))
    assert not {"style", "iframe"} & set(page.tags)
    searches = template == "index-of.html"  # by a script of its own
    assert page.tags.count("form") == searches
    copies = 'class="permalink"' in html or 'class="to-copy"' in html  # by another
    assert html.count("<script src=") == html.count("></script>") == searches + copies
    assert not [name for name in page.attributes if name == "style" or name.startswith("on")]
    assert page.tags.count("h1") == page.tags.count("main") == 1
    assert {"lang", "aria-label", "charset"} <= page.attributes
    inside = [href[1:] for href in page.hrefs if href.startswith("#")]
    assert set(inside) <= set(page.ids)


@pytest.mark.parametrize("template", FULL)
def test_addresses_are_those_of_the_view(template: str) -> None:
    given = re.findall(
        r"(?:href|here|home|statement|passage|origin|canonical)='([^']*)'", repr(FULL[template])
    )
    allowed = {*given, "A/", "T/", "../../static/site.css", "../../static/icon.svg", *FACES}
    hrefs = {href for href in Checker(shown(template, FULL[template])).hrefs if not href.startswith("#")}
    assert hrefs <= allowed


def test_text_is_escaped_and_html_is_not() -> None:
    html = shown("article.html", ARTICLE)
    assert "Sign &lt;up&gt;" in html
    assert "The <i>dek</i>" in html
    assert "<p>The log says <em>four</em>.</p>" in html
    assert "We ask for &lt;calm&gt;" in shown("front.html", FULL["front.html"])


def test_the_apparatus_answers_the_text() -> None:
    page = Checker(shown("article.html", ARTICLE))
    assert {"r-1", "s-r-1", "at-n-1", "n-n-1", "r-2", "s-r-2"} <= set(page.ids)
    assert page.hrefs.count("#r-1") == 2  # back to the passage, and its address to be copied
    text = words("article.html", ARTICLE)
    assert "also The Evening Ledger: other words" in text
    assert "line 12" in text
    assert "To cite Anna Holm, “Harbour <stays> closed”. https://sund.example/1" in text
    assert '[{"id": "r"}]' in text
    assert "speaker set by the desk" in text
    assert "Only an excerpt is shown here. Read the whole report at Sund Observer" in text


def test_what_is_not_known_is_said_calmly() -> None:
    text = words("article.html", EMPTY["article.html"])
    assert "Outlet not stated · Date not stated" in text
    assert "No headline in the source; these are its first words." in text
    assert "Speaker not named" in words("front.html", FULL["front.html"])


def test_a_made_title_falls_back_to_plain_words() -> None:
    assert "Harbour &lt;stays&gt; closed</h1>" in shown("article.html", EMPTY["article.html"])


def test_wordings_tell_their_differences_in_words_too() -> None:
    html = shown("statement.html", FULL["statement.html"])
    assert '<b class="added">some</b>' in html
    assert '<b class="changed">quiet</b>' in html
    assert 'title="Left out: We">…</span>' in html
    assert '<p class="differs">adds “some”</p>' in html


def test_in_a_list_long_words_and_many_outlets_begin_and_are_counted() -> None:
    said = replace(SAID, words="long " * 399 + "end", outlets=tuple(f"Pier {n}" for n in range(30)))
    view = PersonView(BARE, PERSON, (), (), "", (said,), (), (), (), by_day=(DayGroup(STATED, (said,)),))
    text = words("person.html", view)
    assert "400 words" in text
    assert "long …" in text
    assert "long end" not in text
    assert "Pier 5, 24 further outlets" in text.replace(" and ", ", ")
    assert "Pier 6" not in text
    alone = StatementView(BARE, said.words, Form.DIRECT, PERSON, STATED, "", (), ())
    page = shown("statement.html", alone)
    assert 'class="said-words very-long"' in page
    assert "long end" in page


def test_of_many_actors_the_navigation_has_those_with_a_colour_and_counts_the_rest() -> None:
    actors = tuple(
        replace(ACTOR, name=f"Land {n}", href=f"A{n}/", hue=n if n < 9 else 0) for n in range(1, 41)
    )
    shell = replace(BARE, actors=actors, here="A40/", home="../index.html")
    page = shown("plain.html", PlainView(shell, "Heading", ""))
    assert "Land 8<" in page
    assert "Land 9<" not in page
    assert "Land 40<" in page
    assert '<a href="../index.html#actors">31 further actors</a>' in page


def test_the_navigation_knows_where_it_is() -> None:
    html = shown("actor.html", FULL["actor.html"])
    assert '<a class="hue-1" href="A/" aria-current="page">Halden Union</a>' in html
    assert html.count("aria-current") == 1


def test_feeds_are_told_apart() -> None:
    html = shown("plain.html", FULL["plain.html"])
    assert '<link rel="alternate" type="application/atom+xml" title="Atom feed" href="feed.xml">' in html
    assert '<link rel="alternate" type="application/feed+json" title="JSON Feed" href="feed.json">' in html


def test_the_timeline_says_the_same_as_a_table() -> None:
    html = shown("timeline.html", FULL["timeline.html"])
    assert '<li id="d-2031-10-08">' in html
    assert "<td" in html
    assert "It was closed on Friday." in html
    assert 'href="S2/">70 further statements<' in html
    assert html.count("v12h-4z") == 2  # two statements, upright
    assert html.count('<rect class="of"') == 2  # and across, hollow: only the day of the report is known
    assert html.count("<title>") == 3  # the page's, and what each stroke is


def test_a_site_changes_one_block(tmp_path: Path) -> None:
    write(
        tmp_path / "article.html",
        '{% extends "briefing/article.html" %}{% block facts %}<p>Mine</p>{% endblock %}',
    )
    html = shown("article.html", ARTICLE, (tmp_path,))
    assert "<p>Mine</p>" in html
    assert 'class="facts"' not in html
    assert 'id="s-r-1"' in html


def test_a_site_changes_the_frame_of_all_pages(tmp_path: Path) -> None:
    write(
        tmp_path / "frame.html",
        '{% extends "briefing/frame.html" %}{% block foot %}<p>Printed in Sund</p>{% endblock %}',
    )
    for template, view in FULL.items():
        assert "<p>Printed in Sund</p>" in shown(template, view, (tmp_path,))


def test_a_theme_between_the_site_and_ours_is_named_by_its_folder(tmp_path: Path) -> None:
    harbour, own = tmp_path / "harbour", tmp_path / "own"
    write(harbour / "plain.html", "harbour {% block text %}{{ view.heading }}{% endblock %}")
    write(own / "plain.html", '{% extends "harbour/plain.html" %}{% block text %}own{% endblock %}')
    assert shown("plain.html", FULL["plain.html"], (own, harbour)) == "harbour own"
    assert shown("plain.html", FULL["plain.html"], (harbour,)) == "harbour No such page"


def test_an_additional_stylesheet_comes_after_ours(tmp_path: Path) -> None:
    write(tmp_path / "static" / "custom.css", "")
    html = shown("plain.html", FULL["plain.html"], (tmp_path,))
    assert html.index("../../static/site.css") < html.index("../../static/custom.css")
    assert "custom.css" not in shown("plain.html", FULL["plain.html"])


FAULTY = {
    "syntax": ("one\n{% if %}", r"plain\.html:2: Expected an expression"),
    "undefined": ("one\n\n{{ view.nothing }}", r"plain\.html:3: .*has no attribute 'nothing'"),
    "unknown name": ("{{ nothing }}", r"plain\.html:1: 'nothing' is undefined"),
    "missing template": (
        "\n{% include 'nowhere.html' %}",
        r"plain\.html:2: there is no template 'nowhere\.html'",
    ),
    "no end": ("\n{% for n in range(10 ** 9) %}{% endfor %}", r"plain\.html:2: Range too big"),
    "circle": ("\n{% include 'plain.html' %}", r"plain\.html:2: this leads back to itself without end"),
    "wrong type": ("\n{{ view.heading + 1 }}", r"plain\.html:2: can only concatenate"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_template_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    text, said = FAULTY[name]
    write(tmp_path / "plain.html", text)
    with pytest.raises(ThemeError, match=said) as caught:
        shown("plain.html", FULL["plain.html"], (tmp_path,))
    assert "x/index.html" in str(caught.value)


def test_the_innermost_template_is_at_fault(tmp_path: Path) -> None:
    write(tmp_path / "part.html", "\n\n\n{{ nothing }}")
    write(tmp_path / "plain.html", "{% include 'part.html' %}")
    with pytest.raises(ThemeError, match=r"part\.html:4: 'nothing' is undefined"):
        shown("plain.html", FULL["plain.html"], (tmp_path,))


def test_a_page_of_no_template_is_an_error() -> None:
    with pytest.raises(ThemeError, match=r"nowhere\.html: there is no template 'nowhere\.html'"):
        shown("nowhere.html", FULL["plain.html"])


def test_a_worker_renders_the_same(tmp_path: Path) -> None:
    write(tmp_path / "plain.html", "{{ view.heading }}")
    page = Page("404.html", "plain.html", FULL["plain.html"])
    settings = RenderSettings(theme_digest((tmp_path,)), (str(tmp_path),))
    assert render_page(page, settings) == b"No such page" == render(page, open_theme((tmp_path,))).encode()
    write(tmp_path / "plain.html", "{{ view.heading }}, mended")
    assert (
        render_page(page, RenderSettings(theme_digest((tmp_path,)), (str(tmp_path),)))
        == b"No such page, mended"
    )


def colours(css: str, start: str) -> dict[str, str]:
    block = css[css.index(start) :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


def stylesheet(theme: str = "briefing") -> str:
    """Return the sheet of a theme that names its colours."""
    sheets = {a.path: a.data for a in static_files((find_theme(theme),))}
    return sheets.get("static/theme.css", sheets["static/site.css"]).decode()


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def contrast(one: str, other: str) -> float:
    """Measure as WCAG 2.2 does."""
    light = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


# Machado, Oliveira and Fernandes 2009, severity 1.0
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.793617785, -0.0040720468),
    (1.9779984951, -2.428592205, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.808675766),
)


def times(matrix: tuple[tuple[float, ...], ...], vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def oklab(colour: str, sight: str) -> tuple[float, ...]:
    seen = tuple(min(1.0, max(0.0, c)) for c in times(SIGHTS[sight], linear(colour)))
    return times(TO_LAB, tuple(math.cbrt(c) for c in times(TO_LMS, seen)))


@pytest.mark.parametrize(
    "mode", [":root {", "@media screen and (prefers-color-scheme: dark)"], ids=["light", "dark"]
)
@pytest.mark.parametrize("theme", ["briefing", "ledger"])
def test_text_and_actors_can_be_seen_on_their_ground(mode: str, theme: str) -> None:
    """Text has 7 : 1, bars and underlines 4.5 : 1; tests of the browser measure words in actors' colours."""
    found = colours(stylesheet(), mode) | colours(stylesheet(theme), mode)
    for ground in ("paper", "sheet"):
        for name in ("ink", "quiet"):
            assert contrast(found[name], found[ground]) >= 7, (name, ground)
        for name in (f"hue-{n}" for n in range(9)):
            assert contrast(found[name], found[ground]) >= 4.5, (name, ground)


@pytest.mark.parametrize(
    "mode", [":root {", "@media screen and (prefers-color-scheme: dark)"], ids=["light", "dark"]
)
@pytest.mark.parametrize("sight", SIGHTS)
def test_actors_are_told_apart_by_all_eyes(mode: str, sight: str) -> None:
    found = colours(stylesheet(), mode)
    seen = [oklab(found[f"hue-{n}"], sight) for n in range(1, 9)]
    for n, one in enumerate(seen):
        for m, other in enumerate(seen[:n]):
            assert math.dist(one, other) >= (0.095 if n < 4 else 0.069), (n + 1, m + 1)


def test_the_packaged_theme_is_the_one_by_name() -> None:
    assert open_theme((find_theme("briefing"),)).folders == open_theme(()).folders


def test_the_faces_are_there_and_are_those_that_pages_ask_for_beforehand() -> None:
    faces = set(re.findall(r'url\("(fonts/[^"]+)"\)', stylesheet()))
    there = {a.path.removeprefix("static/") for a in static_files(()) if a.path.endswith(".woff2")}
    assert faces == there
    assert {face.removeprefix("../../static/") for face in FACES} <= faces
    assert any(a.path == "static/fonts/OFL.txt" for a in static_files(()))
