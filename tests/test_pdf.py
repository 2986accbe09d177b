"""The dossiers of a small briefing as PDF files, read back: all is in them, but what is withheld."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from generator import Options, build_site
from tests.installed import weasyprint
from tests.once import copied
from tests.tagged import faults, tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Command = Callable[..., tuple[int, str, str]]

CONTENT = Path(__file__).parent / "site" / "content"
WHOLE = "dossier/the-ferry-question.pdf"
HIDDEN = "could not run a bath"
WORD = r"[^\W\d_]+(?:[\u064b-\u0652][^\W\d_]*)*"
ARABIC = re.compile(r"[\u0600-\u0605\u0610-\u061a\u0620-\u065f\u066e-\u06d3]+")
CODE = re.compile(r"(<[0-9a-f]{4}>) <([0-9a-f]*)>")
UNSEEN = (
    "self::svg",
    "self::figure",
    "self::summary",
    *(f"contains(@class, '{c}')" for c in ("on-screen", "permalink")),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    weasyprint()
    output = tmp_path_factory.mktemp("printed") / "site"
    build_site(Options(content=CONTENT, output=output, pdf=True))
    return output


@pytest.fixture(scope="module")
def made(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build the briefing with an interface in any language, each once."""
    built = {"en": site}

    def make(language: str) -> Path:
        if language not in built:
            folder = tmp_path_factory.mktemp(language)
            built[language] = folder / "site"
            content = copied(folder, language, CONTENT)
            build_site(Options(content=content, output=built[language], pdf=True))
        return built[language]

    return make


def plain(words: str) -> str:
    """Return letters and figures alone: how a file spaces and breaks its words tells nothing."""
    return "".join(re.findall(r"\w", words))


def text(path: Path) -> str:
    return plain("".join(page.extract_text() for page in PdfReader(path).pages))


def test_every_statement_stands_in_the_whole_with_who_said_it(site: Path) -> None:
    found = text(site / WHOLE)
    clusters = json.loads((site / "data" / "clusters.json").read_text(encoding="utf-8"))
    assert len(clusters) > 3
    assert [c["canonical"] for c in clusters if plain(c["canonical"].strip(" ,")) not in found] == []
    assert [c["speaker"] for c in clusters if c["speaker"] and plain(c["speaker"]) not in found] == []


def test_every_source_is_numbered_with_its_address_in_full(site: Path) -> None:
    read = PdfReader(site / WHOLE)
    articles = json.loads((site / "data" / "articles.json").read_text(encoding="utf-8"))
    found = "".join(page.extract_text() for page in read.pages)
    sources = found[found.rindex("[1]") :]
    assert [n for n in range(1, len(articles) + 1) if f"[{n}]" not in sources] == []
    assert [a["url"] for a in articles if a["url"] and plain(a["url"]) not in plain(sources)] == []


def test_its_contents_lead_to_the_pages_they_name(site: Path) -> None:
    read = PdfReader(site / WHOLE)
    named = [item for item in read.outline if not isinstance(item, list)]
    assert (named[0].title, named[-1].title) == ("Contents", "Sources")
    contents = read.pages[1].extract_text()
    last = read.get_destination_page_number(named[-1])
    assert last is not None
    assert re.search(rf"Sources\W*{last + 1}\b", contents)
    assert "Sources" in read.pages[last].extract_text()
    assert f"{last + 1} / {len(read.pages)}" in read.pages[last].extract_text()


def test_every_sheet_but_the_title_has_its_head_and_its_number(site: Path) -> None:
    title, *sheets = (page.extract_text() for page in PdfReader(site / WHOLE).pages)
    assert f"1 / {len(sheets) + 1}" not in title
    for n, words in enumerate(sheets, 2):
        assert "The ferry question" in words
        assert f"{n} / {len(sheets) + 1}" in words


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_its_tags_are_what_a_screen_reader_asks_for(language: str, made: Callable[[str], Path]) -> None:
    kinds: Counter[str] = Counter()
    for path in sorted(made(language).rglob("*.pdf")):
        read = PdfReader(path)
        assert faults(read) == [], path.name
        kinds.update(tag.kind for tag in tags(read))
    assert [kind for kind in ("/Link", "/TH", "/LI", "/H2") if kinds[kind] < 5] == [], kinds


def visible(page: Path) -> list[str]:
    """Return all words of the page that a file has, too."""
    main = lxml.html.fromstring(page.read_text(encoding="utf-8")).find(".//main")
    assert main is not None
    for unseen in main.xpath(f"//*[{' or '.join(UNSEEN)}]"):
        unseen.drop_tree()
    return re.findall(WORD, " ".join(main.itertext()))


def told(path: Path) -> Iterator[str]:
    """Yield what a file says of its glyphs, sheet by sheet, the letters of Arabic words turned round.

    They stand from left to right, as they are drawn; whoever reads a file turns them round.
    """
    read = PdfReader(path)
    for page in read.pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index] # every sheet has faces
        codes = {
            name: dict(CODE.findall(font["/ToUnicode"].get_data().decode())) for name, font in fonts.items()
        }
        now: dict[str, str] = {}
        words: list[str] = []
        for operands, operator in ContentStream(page.get_contents(), read).operations:
            if operator == b"Tf":
                now = codes[operands[0]]
            elif operator == b"TJ":
                glyphs = "".join(
                    each.original_bytes.hex() for each in operands[0] if hasattr(each, "original_bytes")
                )
                letters = [
                    bytes.fromhex(now[f"<{g}>"]).decode("utf-16-be") for g in re.findall("....", glyphs)
                ]
                words.append("".join(letters))
        yield re.sub(ARABIC, lambda found: found[0][::-1], " ".join(words))


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_words_that_are_copied_are_the_words_of_the_page(language: str, made: Callable[[str], Path]) -> None:
    site = made(language)
    file = site / WHOLE
    found = set(re.findall(WORD, unicodedata.normalize("NFC", " ".join(told(file)))))
    words = visible(file.parent / "index.html")
    assert [word for word in words if unicodedata.normalize("NFC", word) not in found] == []
    assert len(words) > 400


def test_every_letter_of_a_file_is_told(made: Callable[[str], Path]) -> None:
    for path in made("ar").rglob("*.pdf"):
        fonts = PdfReader(path).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index] # it has faces
        tables = [font["/ToUnicode"].get_data().decode() for font in fonts]
        assert [table for table in tables if "<>" in table] == []
        assert sum(len(CODE.findall(table)) for table in tables) > 100


def test_what_is_withheld_stands_in_no_file(site: Path) -> None:
    made = sorted(site.rglob("*.pdf"))
    assert [p.relative_to(site).as_posix() for p in made] == [
        "actors/strait-league/dossier/strait-league.pdf",
        "actors/velmark/dossier/velmark.pdf",
        WHOLE,
    ]
    assert [p.name for p in made if plain(HIDDEN) in text(p) or HIDDEN.encode() in p.read_bytes()] == []


def test_the_pages_lead_to_the_files(site: Path) -> None:
    for page, file in (
        ("index.html", WHOLE),
        ("dossier/index.html", "the-ferry-question.pdf"),
        ("actors/velmark/index.html", "dossier/velmark.pdf"),
    ):
        assert f'{file}"' in (site / page).read_text(encoding="utf-8")


def test_the_same_bytes_whenever_and_however_built(site: Path, tmp_path: Path) -> None:
    build_site(Options(content=CONTENT, output=tmp_path / "site", pdf=True, executor="processes:2"))
    for path in site.rglob("*.pdf"):
        assert (tmp_path / "site" / path.relative_to(site)).read_bytes() == path.read_bytes()


def test_a_file_is_made_where_it_is_asked_for_and_only_once(tmp_path: Path, command: Command) -> None:
    weasyprint()
    words = ("build", "--content", CONTENT, "--output", tmp_path / "site", "--cache", tmp_path / "cache")
    assert command(*words)[0] == 0
    assert list((tmp_path / "site").rglob("*.pdf")) == []
    status, told, _ = command(*words, "--pdf")
    assert (status, len(list((tmp_path / "site").rglob("*.pdf")))) == (0, 3)
    assert command(*words, "--pdf")[1] == "Nothing has changed; the site stands as it was built.\n"
    assert "3 removed" in command(*words)[1], told


def test_without_what_makes_them_the_rest_is_built_and_told_again(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    words = ("build", "--pdf", "--content", CONTENT, "--output", tmp_path / "site", "--cache", tmp_path / "c")
    for _ in range(2):
        status, _, told = command(*words)
        assert status == 0
        assert "warning[no-pdf]: no PDF is made of the dossiers: WeasyPrint is not installed" in told
    assert (tmp_path / "site" / "dossier" / "index.html").is_file()
    assert list((tmp_path / "site").rglob("*.pdf")) == []
