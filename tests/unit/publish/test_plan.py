from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.model.views import ArticleView, FrontView
from generator.publish.address import urls
from generator.publish.plan import open_frame, pages_beside, plan
from generator.publish.tally.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Corpus
    from generator.model.settings import Settings


def test_every_promised_page_and_file_is_planned(corpus: Corpus, settings: Settings) -> None:
    site = plan(corpus, settings)
    paths = [p.path for p in site.pages]
    assert len(paths) == len(set(paths))
    assert {
        "index.html",
        "dossier/index.html",
        "actors/aldoria/dossier/index.html",
        "404.html",
        "timeline/index.html",
        "about/index.html",
        "corrections/index.html",
        "notes/index.html",
        "search/index.html",
        "articles/a1/index.html",
        "actors/aldoria/index.html",
        "people/anna-arden/index.html",
        "people/a-arden/index.html",
        "quotes/we-will-1/index.html",
        "outlets/harbour-post/index.html",
        "pages/terms/index.html",
    } <= set(paths)
    kinds = ("articles", "quotes", "clusters", "actors", "people", "outlets", "dates")
    wanted = {
        "feed.xml",
        "corrections/feed.xml",
        "notes/feed.xml",
        "_redirects",
        "feed.json",
        "sitemap.xml",
        *(f"actors/{page.split('/')[1]}/feed.xml" for page in paths if page.startswith("actors/")),
        "llms.txt",
        "robots.txt",
        "_headers",
        *(f"data/{k}.json" for k in kinds),
    }
    assert {a.path for a in site.assets} == wanted


def texts(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)
    elif is_dataclass(value):
        for field in fields(value):
            found = getattr(value, field.name)
            if isinstance(found, str):
                yield field.name, found
            else:
                yield from texts(found)


def test_every_link_of_every_page_leads_to_a_planned_file(corpus: Corpus, settings: Settings) -> None:
    site = plan(corpus, settings)
    files = {p.path for p in site.pages} | {a.path for a in site.assets}
    ids = {p.path: set(re.findall(r'id="([^"]*)"', repr(p.view))) for p in site.pages}
    for page in site.pages:
        if isinstance(page.view, ArticleView):
            ids[page.path] |= {f"n-{note.id}" for note in page.view.notes}
    links = 0
    for page in site.pages:
        root = urls.root_of(page.path, settings.base_url)
        for name, text in texts(page.view):
            found = re.findall(r'href="([^"]*)"', text) if name.endswith("_html") else []
            found += (
                [text]
                if name in {"href", "actor_href", "passage", "statement", "home", "here"} and text
                else []
            )
            for href in found:
                target, _, anchor = href.partition("#")
                if target.startswith("http") or not target:
                    continue
                links += 1
                assert target.startswith(root), (page.path, href)
                path = unquote(target.removeprefix(root))
                assert path in files, (page.path, href)
                if path.startswith("articles/") and anchor:
                    assert unquote(anchor) in ids[path], (page.path, href)
    assert links > 100


def test_the_desks_own_words_stand_on_the_front_page(corpus: Corpus, settings: Settings) -> None:
    site = plan(corpus, settings)
    front = site.pages[0].view
    assert isinstance(front, FrontView)
    assert "<strong>own</strong>" in front.intro_html
    bare = plan(replace(corpus, pages=()), replace(settings, intro="Given."), Beside()).pages[0].view
    assert isinstance(bare, FrontView)
    assert bare.intro_html == "<p>Given.</p>\n"


def test_withheld_words_stand_nowhere_on_the_site(corpus: Corpus, settings: Settings) -> None:
    site = plan(corpus, settings)
    assert "secret" not in repr(site.pages).replace("secret-4", "")
    assert all(b"secret" not in asset.data for asset in site.assets)


def test_the_same_corpus_gives_the_same_site(corpus: Corpus, settings: Settings) -> None:
    assert plan(corpus, settings) == plan(corpus, settings)


def test_each_page_can_be_asked_for_by_itself(corpus: Corpus, settings: Settings) -> None:
    frame = open_frame(corpus, settings)
    for page in plan(corpus, settings).pages:
        assert page in pages_beside(frame, page.path)
    assert [p.path for p in pages_beside(frame, "articles/a1/index.html")] == ["articles/a1/index.html"]
    dossier = "actors/aldoria/dossier/index.html"
    assert [p.path for p in pages_beside(frame, dossier)] == [dossier]
    assert not any(
        p.path == "articles/none/index.html" for p in pages_beside(frame, "articles/none/index.html")
    )
    assert not any(p.path == "none/index.html" for p in pages_beside(frame, "none/index.html"))
