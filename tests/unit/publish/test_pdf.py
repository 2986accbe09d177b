from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from generator.model.site import Paper
from generator.model.text import Location
from generator.publish import pdf
from generator.publish.address.theme_files import find_theme
from generator.publish.compose.dossier_page import actor_dossiers, dossier_page
from generator.publish.pdf import can_print, no_pdf, open_fetcher, papers, pdf_settings, print_page, why_not
from generator.publish.tally.beside import Beside
from tests.installed import weasyprint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.model.settings import PdfSettings
    from generator.publish.show.frame import Frame

FOLDERS = (find_theme("briefing"),)
HTML = """<!doctype html><html lang="en"><head><title>A title</title><meta name="author" content="The desk">
<link rel="stylesheet" href="../static/site.css"><link rel="stylesheet" href="../static/dossier.css"></head>
<body class="page-dossier"><main><h1>A title</h1>
<h2 id="one">One</h2><p>Ilse Doğan’s first words. <a href="#two">Below</a>
<a href="../x/index.html">There</a></p>
<h2 id="two">Two</h2><p><img src="https://elsewhere.example/x.png" alt="A ship"> <img src="file:///etc/hostname"
 alt="A file"> More words.</p></main></body></html>"""


def paper(html: str = HTML, address: str = "") -> Paper:
    return Paper("dossier/a.pdf", "dossier/index.html", address, "../", html.encode(), "2031-04-03")


def settings() -> PdfSettings:
    weasyprint()
    return pdf_settings(FOLDERS)


def out_of(read: PdfReader) -> list[str]:
    annotations = [a.get_object() for page in read.pages for a in page.get("/Annots", ())]
    return [a["/A"]["/URI"] for a in annotations if "/A" in a]


def test_a_file_says_what_it_is_and_holds_its_words() -> None:
    read = PdfReader(BytesIO(print_page(paper(), settings())))
    assert read.metadata is not None
    assert (read.metadata.title, read.metadata.author) == ("A title", "The desk")
    assert str(read.metadata["/CreationDate"]) == "D:20310403"
    assert str(read.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in read.root_object  # tagged
    assert [item.title for item in read.outline if not isinstance(item, list)] == ["One", "Two"]
    assert "Ilse Doğan’s first words." in read.pages[0].extract_text()


def test_the_faces_are_the_themes_own_and_in_the_file() -> None:
    read = PdfReader(BytesIO(print_page(paper(), settings())))
    resources: Any = [page["/Resources"] for page in read.pages]
    fonts = [f.get_object() for each in resources for f in each["/Font"].values()]
    assert {str(f["/BaseFont"]).partition("+")[2].split("-")[0] for f in fonts} == {"Source"}
    parts = [f["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for f in fonts]
    assert all("/FontFile2" in part or "/FontFile3" in part for part in parts)


def test_the_same_page_makes_the_same_bytes() -> None:
    made = {print_page(paper(), settings()) for _ in range(2)}
    assert len(made) == 1
    assert made != {print_page(paper(HTML.replace("More", "Other")), settings())}


def test_links_lead_inside_and_out_of_it_where_the_address_is_known() -> None:
    assert out_of(PdfReader(BytesIO(print_page(paper(), settings())))) == []
    known = PdfReader(BytesIO(print_page(paper(address="https://a.example/b/dossier/"), settings())))
    assert out_of(known) == ["https://a.example/b/x/index.html"]
    assert "two" in known.named_destinations


def test_nothing_is_fetched_but_files_of_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    weasyprint()
    fetcher = open_fetcher(FOLDERS, "https://a.example/")
    assert fetcher.fetch("https://a.example/static/icon.svg").read().startswith(b"<svg")
    assert b"unicode-range" not in fetcher.fetch("https://a.example/static/site.css?1").read()
    for url in (
        "https://b.example/static/icon.svg",
        "file:///etc/hostname",
        "https://a.example/static/../pdf.css",
    ):
        with pytest.raises(ValueError, match="is no file of the theme"):
            fetcher.fetch(url)
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("asks a network"))
    assert "A ship" in PdfReader(BytesIO(print_page(paper(), settings()))).pages[0].extract_text()


def test_another_theme_or_program_makes_other_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pdf.css").write_text("p { color: red }", encoding="utf-8")
    assert settings().version != pdf_settings((tmp_path, *FOLDERS)).version
    before = settings().version
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "0")
    assert before != settings().version


def test_only_dossiers_that_are_made_as_files_are_papers(frame: Frame) -> None:
    def made(frame: Frame) -> Sequence[str]:
        pages = [dossier_page(frame, ""), *actor_dossiers(frame)]
        return [p.path for p in papers(pages, {})]

    assert made(frame) == []
    title = frame.ledger.settings.title
    found = made(replace(frame, beside=Beside(pdf=True)))
    assert title
    assert found[0].startswith("dossier/")
    assert found[1:] == ["actors/aldoria/dossier/aldoria.pdf"]  # who leads


def test_where_it_is_not_installed_it_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert not can_print()
    told = no_pdf(Location("site.yaml", 4, 6), why_not())
    assert (told.code, told.severity.value) == ("no-pdf", "warning")
    assert "WeasyPrint is not installed" in told.message
    assert "pip install" in told.hint
    assert "libpango" in told.hint


def test_where_the_system_lacks_pango_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise OSError("cannot load library 'pango'\nmore")

    monkeypatch.setattr(pdf, "can_print", lambda: True)
    monkeypatch.setattr(pdf, "_weasyprint", fails)
    assert why_not() == "WeasyPrint cannot begin: cannot load library 'pango'"
