"""Every word stands under the language that it is in: those of reports, of the desk, and of the site.

The briefing is of invented words that tell their language by their letters (see its ``site.yaml``), so that a
page can be read word by word. An attribute, a title or a tool tip can hold no element: the whole is in the
language with which it begins.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from babel import Locale
from lxml import etree, html

from generator import Options, build_site
from generator.publish.phrase.languages import open_tongue
from generator.publish.phrase.tongue import direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.publish.phrase.tongue import Phrase

HERE = Path(__file__).parent
# The language of settings, and the one in which the site then speaks: there are no words in Dutch.
SITES = {"eo": "eo", "nl": "en", "ar": "ar"}
LETTERS = {"ç": "fr", "Cyrillic": "ru", "Hebrew": "he"}
WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
SCRIPTS = {"Cyrillic": re.compile("[\u0400-\u04ff]"), "Hebrew": re.compile("[\u05d0-\u05ea]")}
ARABIC = re.compile("[\u0621-\u064a]")
FIELD = re.compile(r"(\{[a-z_]+\})")
SPOKEN = ("title", "alt", "placeholder", "aria-label", "aria-description", "label", "content")
META = ("description", "og:title", "og:description", "og:site_name", "og:image:alt", "author")
UNSAID = frozenset(("script", "style", "pre", "code"))
PLACES = ("file", "files", "address", "printed")  # classes of what names a place of a file or a site
XML = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"


def invented(phrase: Phrase) -> str | dict[str, str]:
    """Return the words of a phrase with a "ĝ" before each."""
    forms = {}
    for case, pieces in phrase.items():
        told = [f"{{{p}}}" if n % 2 else WORD.sub(lambda m: f"ĝ{m[0]}", p) for n, p in enumerate(pieces)]
        forms[case] = "".join(told)
    return forms.get("") or forms


def told(tree: dict[str, object], key: str, said: str | dict[str, str]) -> None:
    """Set the words of a key into the tree of a language's file."""
    *above, last = key.split(".")
    for name in above:
        tree = tree.setdefault(name, {})  # type: ignore[assignment]
    tree[last] = said


@pytest.fixture(scope="module", params=["eo", "eo ledger", "nl", "ar", "ar ledger"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Build the briefing in a language; Arabic speaks in its own words, the others in invented ones."""
    language, _, theme = str(request.param).partition(" ")
    folder = tmp_path_factory.mktemp("tongues")
    content, words = folder / "content", folder / "content/theme/languages"
    shutil.copytree(HERE / "content", content)
    settings = content / "site.yaml"
    given = settings.read_text(encoding="utf-8")
    settings.write_text(given.replace("language: eo", f"language: {language}"), encoding="utf-8")
    if language != "ar":
        tree: dict[str, object] = {}
        for key, phrase in open_tongue("en")[0].words.items():
            told(tree, key, SITES[language] if key == "locale" else invented(phrase))
        words.mkdir(parents=True)
        (words / f"{SITES[language]}.yaml").write_text(
            yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8"
        )
    done = build_site(Options(content, folder / "site", theme=theme or None))
    codes = {d.code for d in done.diagnostics}
    assert codes <= {"same-report", "unknown-language"}, done.diagnostics
    return language, folder / "site"


@cache
def calendar(tag: str) -> frozenset[str]:
    """Return the words of a language's days, lists and names of languages."""
    locale = Locale.parse(tag)
    months = (
        m
        for form in ("wide", "abbreviated")
        for c in ("format", "stand-alone")
        for m in locale.months[c][form].values()
    )
    lists = (w for pattern in locale.list_patterns.values() for w in pattern.values())
    names = (locale.languages[code] for code in ("en", "fr", "ru", "he"))
    return frozenset(w.casefold() for words in (*months, *lists, *names) for w in WORD.findall(words))


def language_of(word: str, desk: str) -> str | None:
    """Return the language of a word by its letters, None where it belongs to none."""
    own = SITES[desk]
    if word.startswith(("Q", "q")) or word in {"PDF", "Atom", "JSON", "SHA", "CSL", "Feed", "JavaScript"}:
        return None
    if word.startswith(("ĝ", "Ĝ")) or word.casefold() in calendar(own):
        return own
    if word.startswith(("ŵ", "Ŵ")):
        return desk
    if ARABIC.search(word):
        return "ar"
    script = next((name for name, letters in SCRIPTS.items() if letters.search(word)), "")
    return LETTERS.get(script) or ("fr" if word.startswith(("ç", "Ç")) else "en")


def words_of(text: str, desk: str) -> Iterator[tuple[str, str]]:
    """Yield words with their languages; what names a file or an address is no word."""
    for piece in text.split():
        if "/" in piece or ".example" in piece or re.search(r"\w\d|\d\w|%n", piece):
            continue
        for word in WORD.findall(piece):
            if tag := language_of(word, desk):
                yield word, tag


def under(element: html.HtmlElement) -> tuple[str, str]:
    """Return the language and the direction under which an element stands."""
    near = (element, *element.iterancestors())
    tag = next((e.get("lang") for e in near if e.get("lang")), "")
    return tag, next((e.get("dir") for e in near if e.get("dir")), "ltr")


def said(page: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str, bool]]:
    """Yield the texts of a page: what they stand in, and whether they can hold no element."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in UNSAID:
            if element.tail and element.getparent() is not None:
                yield element.getparent(), element.tail, False
            continue
        classes = (element.get("class") or "").split()
        if element.text and not set(classes) & set(PLACES):
            yield element, element.text, element.tag in {"title", "option"}
        if element.tail and element.getparent() is not None:
            yield element.getparent(), element.tail, False
        named = element.get("name") in META or element.get("property") in META
        for name, value in element.items():
            if (name in SPOKEN or name.startswith("data-")) and (element.tag != "meta" or named):
                yield element, value, True


def wrong(page: html.HtmlElement, desk: str) -> list[tuple[str, str, str]]:
    """Return words that stand under another language than theirs, or run in a wrong direction."""
    found = []
    for element, text, whole in said(page):
        words = list(words_of(text, desk))
        tag, runs = under(element)
        tool_tip = element.tag == "title" and element.getparent().tag != "head"
        for word, its in words[:1] if whole else words:
            turned = runs != direction_of(its) and not tool_tip  # an element of SVG has no direction
            if tag != its or turned:
                found.append(
                    (word, f"{its}, and not {tag} {runs}", etree.tostring(element, encoding="unicode")[:200])
                )
    return found


def test_every_word_stands_under_its_language(site: tuple[str, Path]) -> None:
    desk, folder = site
    met: set[str] = set()
    paths = sorted(folder.rglob("*.html"))
    assert len(paths) > 40
    for path in paths:
        page = html.document_fromstring(path.read_bytes())
        assert wrong(page, desk) == [], path.relative_to(folder)
        met |= {tag for _, text, _ in said(page) for _, tag in words_of(text, desk)}
    assert met == {"fr", "ru", "he", "en", desk, SITES[desk]}


def test_a_word_under_another_language_would_be_found() -> None:
    page = html.document_fromstring('<html lang="eo"><p>ĝyes çno <b lang="fr">çyes</b> ŵno</p></html>')
    assert [word for word, _, _ in wrong(page, "nl")] == ["ĝyes", "çno", "ŵno"]
    turned = html.document_fromstring('<html lang="eo"><p lang="he">שבגל</p></html>')
    assert [word for word, _, _ in wrong(turned, "eo")] == ["שבגל"]


def texts(feed: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in feed.iter():
        near = (element, *element.iterancestors())
        yield element, next(e.get(XML) for e in near if e.get(XML))


def test_every_word_of_a_feed_is_in_its_language(site: tuple[str, Path]) -> None:
    desk, folder = site
    paths = sorted(folder.rglob("feed.xml"))
    assert len(paths) > 3
    for path in paths:
        for element, tag in texts(etree.parse(path).getroot()):
            if element.get("type") == "html":
                page = html.document_fromstring(
                    f'<html lang="{tag}" dir="{direction_of(tag)}">{element.text}</html>'
                )
                assert wrong(page, desk) == [], path
            elif element.tag in {f"{ATOM}title", f"{ATOM}summary"}:
                assert [w for w, its in words_of(element.text or "", desk) if its != tag] == [], path


def test_every_item_of_the_json_feed_says_its_language(site: tuple[str, Path]) -> None:
    desk, folder = site
    feed = json.loads((folder / "feed.json").read_text(encoding="utf-8"))
    assert feed["language"] == SITES[desk]
    for item in feed["items"]:
        tag = item.get("language", feed["language"])
        if "content_html" in item:
            page = html.document_fromstring(
                f'<html lang="{tag}" dir="{direction_of(tag)}">{item["content_html"]}</html>'
            )
            assert wrong(page, desk) == [], item
        else:
            assert {its for _, its in words_of(item["content_text"], desk)} <= {tag}, item
