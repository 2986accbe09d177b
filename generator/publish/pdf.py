"""A dossier as a PDF file: the very page that was rendered, laid out by WeasyPrint, an extra.

Nothing is fetched but the files of the theme, so no network is asked, and nothing is in the file that is in
neither page nor theme: the same page makes the same bytes. The file is tagged (PDF/UA-1) and has the page's
title and language, bookmarks, and the faces that it uses.
"""

from __future__ import annotations

import hashlib
import logging
import re
from functools import lru_cache
from importlib.util import find_spec
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.dossier import DossierView
from generator.model.settings import PdfSettings
from generator.model.site import Paper
from generator.publish.address import urls
from generator.publish.address.theme_files import STATIC, search_path, static_files
from generator.publish.bind.letters import letters_of, tell, whole
from generator.publish.bind.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.site import Page
    from generator.model.text import Location

NEEDED = "weasyprint"  # the extra [pdf]
SHEET = "pdf.css"  # of a theme: what only the file has
_NOWHERE = "https://briefing.invalid/"  # where a site is taken to stand whose address is not known (RFC 2606)
# A face that is told apart by its letters is taken for the other of its name.
_PARTIAL = re.compile(rb"@font-face\s*\{[^}]*\bunicode-range\b[^}]*\}")
_INLINE = frozenset({"b", "bdi", "cite", "em", "i", "q", "span", "strong", "time"})
_FACES = frozenset({".woff2", ".woff", ".ttf", ".otf"})
_WHOLE_DAY = 10  # letters of an ISO 8601 day


def can_print() -> bool:
    """Tell whether what lays out files is installed."""
    return find_spec(NEEDED) is not None


def why_not() -> str:
    """Return why no file can be made, "" where one can; looking takes half a second."""
    if not can_print():
        return "WeasyPrint is not installed"
    try:
        _weasyprint()
    except (ImportError, OSError) as error:  # as of a system without Pango
        return f"WeasyPrint cannot begin: {str(error).strip().splitlines()[0]}"
    return ""


def no_pdf(location: Location, reason: str) -> Diagnostic:
    """Say that files were asked for and are not made."""
    hint = "install the extra: pip install 'briefing-generator[pdf]' (in a checkout: pip install '.[pdf]')"
    hint += "; on Debian and Ubuntu also: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    message = f"no PDF is made of the dossiers: {reason}"
    return Diagnostic(location, Severity.WARNING, "no-pdf", message, hint)


def papers(pages: Iterable[Page], made: Mapping[str, bytes]) -> tuple[Paper, ...]:
    """Return the dossiers among ``pages`` that are made as files; ``made`` is what was rendered, by path."""
    found = []
    for page in pages:
        view = page.view
        if isinstance(view, DossierView) and view.pdf:
            path = urls.folder(page.path) + view.pdf.rpartition("/")[2]
            day = view.newest.iso if len(view.newest.iso) == _WHOLE_DAY else ""
            found.append(
                Paper(path, page.path, view.shell.canonical, view.shell.root, made.get(page.path, b""), day)
            )
    return tuple(found)


def pdf_settings(folders: tuple[Path, ...]) -> PdfSettings:
    """Return what files depend on beside their pages."""
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms, and seldom needed

    digest = hashlib.sha256(f"{version(NEEDED)} {version('pydyf')}".encode())
    for asset in static_files(folders):
        digest.update(f"{asset.path}\0".encode())
        digest.update(hashlib.sha256(asset.data).digest())
    digest.update(_sheet(folders).encode())
    return PdfSettings(digest.hexdigest(), tuple(map(str, folders)))


def print_page(paper: Paper, settings: PdfSettings) -> bytes:
    """Lay out a dossier as a file; links that lead out of it need the address of the site."""
    weasyprint = _weasyprint()
    folders = tuple(map(Path, settings.folders))
    address = paper.address or _NOWHERE + paper.page
    top = urljoin(address, paper.root)
    html = paper.html.decode()
    fetcher = open_fetcher(folders, top, letters_of(html))
    page = weasyprint.HTML(string=html, base_url=address, url_fetcher=fetcher)
    named = _link(page.etree_element, whole=bool(paper.address))
    faces = _faces()
    sheet = weasyprint.CSS(
        string=_sheet(folders), base_url=top + SHEET, url_fetcher=fetcher, font_config=faces
    )
    wishes = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
    document = page.render(font_config=faces, stylesheets=[sheet], **wishes)
    document.metadata.created = paper.day or None

    def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
        _tell_letters(document, pdf, fetcher.meant)
        Tags(pdf).mend(named)

    identifier = hashlib.sha256(paper.html).hexdigest()[:32].encode()
    made: bytes = document.write_pdf(**wishes, finisher=finish, pdf_identifier=identifier)
    return made


def _link(tree: Any, *, whole: bool) -> dict[str, str]:  # noqa: ANN401 - as above
    """Mend the links of a page; return the words of those within it by the place to which they lead."""
    named: dict[str, str] = {}
    for link in list(tree.iter("a")):
        _put_within(link)
    for link in tree.iter("a"):
        href = link.get("href", "")
        if href.startswith("#"):
            words = link.get("aria-label") or " ".join("".join(link.itertext()).split())
            named.setdefault(href[1:], words)
        elif not whole and not href.startswith(("http:", "https:")):
            link.attrib.pop("href", None)
    return named


def _tell_letters(document: Any, pdf: Any, meant: Mapping[bytes, Mapping[int, str]]) -> None:  # noqa: ANN401 - as above
    """Say of the glyphs of faces that were changed for which letters they stand."""
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415 - an extra

    tables = {
        thing["BaseFont"]: pdf.objects[int(thing["ToUnicode"].split()[0])].stream
        for thing in pdf.objects
        if isinstance(thing, dict) and thing.get("Type") == "/Font" and "ToUnicode" in thing
    }
    for font in document.fonts.values() if meant else ():
        digest = hashlib.sha256(get_hb_object_data(font.hb_face)).digest()
        tell(tables[font.name], meant.get(digest, {}))


def _put_within(link: Any) -> None:  # noqa: ANN401 - as above
    """Put a link within the element that is all there is in it, as a ``bdi``.

    What stands in a link is a link once more to WeasyPrint, and one that is tagged as none.
    """
    if len(link) == 1 and link[0].tag in _INLINE and not (link.text or link[0].tail):
        inner, own = link[0], dict(link.attrib)
        link.tag, inner.tag = inner.tag, link.tag
        for element, attributes in ((link, dict(inner.attrib)), (inner, own)):
            element.attrib.clear()
            element.attrib.update(attributes)


def _sheet(folders: tuple[Path, ...]) -> str:
    found = (folder / SHEET for folder in search_path(folders))
    return next(path.read_text(encoding="utf-8") for path in found if path.is_file())


def _weasyprint() -> Any:  # noqa: ANN401 - it has no types
    import weasyprint  # noqa: PLC0415 - an extra

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # of what it knows not of our stylesheets
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    return weasyprint


def _faces() -> Any:  # noqa: ANN401 - as above
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - an extra

    return FontConfiguration()


def open_fetcher(folders: tuple[Path, ...], top: str, letters: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - as above
    """Return what gives WeasyPrint the static files of a theme, of a site at ``top``, and nothing else.

    Faces have ``letters`` whole, and ``meant`` says of those that were changed what their glyphs stand for.
    """
    return _fetching()(folders, top, letters)


@lru_cache(maxsize=1)
def _fetching() -> Any:  # noqa: ANN401 - as above
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - an extra

    class Fetcher(URLFetcher):  # type: ignore[misc] # it has no types
        """Gives the static files of a theme, and nothing else."""

        def __init__(self, folders: tuple[Path, ...], top: str, letters: tuple[str, ...]) -> None:
            super().__init__()
            self.folders, self.letters = folders, letters
            self.meant: dict[bytes, Mapping[int, str]] = {}
            self.top = f"{top}{STATIC}/"

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002 - as it is called
            name = url.removeprefix(self.top).partition("?")[0]
            found = (folder / STATIC / name for folder in search_path(self.folders))
            inside = url.startswith(self.top) and ".." not in name
            path = next((path for path in found if path.is_file()), None) if inside else None
            if path is None:
                raise ValueError(f"{url} is no file of the theme")
            data = self._face(path) if path.suffix in _FACES else path.read_bytes()
            data = _PARTIAL.sub(b"", data) if path.suffix == ".css" else data
            return URLFetcherResponse(url, data, {"Content-Type": guess_type(name)[0] or ""})

        def _face(self, path: Path) -> bytes:
            made = whole(path, self.letters) if self.letters else None
            if made is None:
                return path.read_bytes()
            self.meant[hashlib.sha256(made.data).digest()] = made.meant
            return made.data

    return Fetcher
