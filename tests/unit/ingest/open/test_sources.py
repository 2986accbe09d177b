"""What lies in content/: what is opened, and one diagnostic for each thing that cannot be."""

from __future__ import annotations

import io
import os
import pathlib
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.open.encodings import decode
from generator.ingest.open.sources import id_of, open_source, saved_file, survey
from generator.model.article import FrontMatter, Media, Source
from generator.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty content folder, in the current folder as a person would have it."""
    monkeypatch.chdir(tmp_path)
    for name in ("sources", "articles"):
        (tmp_path / "content" / name).mkdir(parents=True)
    return (tmp_path / "content").relative_to(tmp_path)


def put(content: Path, name: str, data: bytes | str = "Some words.\n") -> Path:
    path = content / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def opened(content: Path, name: str, data: bytes | str) -> tuple[Source | None, list[str]]:
    outcome = open_source(put(content, name, data), content)
    return outcome.value, [f"{d}"[: f"{d}".index("]") + 1] for d in outcome.diagnostics]


def test_a_text_is_opened_as_it_was_saved(content: Path) -> None:
    source, said = opened(content, "sources/002_9be7bd9385dcf08d.txt", "One.\n\nTwo.\n")
    assert source == Source(
        id="002_9be7bd9385dcf08d",
        path="sources/002_9be7bd9385dcf08d.txt",
        media=Media.TEXT,
        body="One.\n\nTwo.\n",
        digest=sha256(b"One.\n\nTwo.\n").hexdigest(),
    )
    assert said == []


def test_byte_order_mark_and_line_ends_do_not_matter(content: Path) -> None:
    source, said = opened(content, "sources/a.txt", b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\n")
    assert source is not None
    assert source.body == "One.\nTwo.\nThree.\n"
    assert said == []


def test_an_article_has_head_and_body(content: Path) -> None:
    put(content, "sources/b.txt")
    source, said = opened(
        content, "articles/a.md", "---\r\ntitle: Ships\r\nsource: sources/b.txt\r\n---\r\n\r\nBody.\r\n"
    )
    assert source is not None
    assert (source.media, source.body, source.body_line) == (Media.MARKDOWN, "Body.\n", 6)
    assert source.front == FrontMatter(title="Ships", source="sources/b.txt")
    assert said == []


def test_an_article_needs_no_head(content: Path) -> None:
    source, said = opened(content, "articles/a.md", "Body.\n")
    assert source is not None
    assert (source.body, source.body_line, said) == ("Body.\n", 1, [])


def test_what_stands_beside_a_source_prevails(content: Path) -> None:
    put(content, "sources/a.yaml", "outlet: Harbour Gazette\ntitel: x\n")
    source, said = opened(content, "sources/a.html", "<p>x</p>")
    assert source is not None
    assert (source.media, source.front.outlet) == (Media.HTML, "Harbour Gazette")
    assert said == ["content/sources/a.yaml:2:1: warning[unknown-key]"]
    source, said = opened(content, "sources/a.md", "---\ntitle: Ships\noutlet: Wire\n---\nx")
    assert source is not None
    assert (source.front.title, source.front.outlet) == ("Ships", "Harbour Gazette")


def test_a_faulty_file_beside_a_source_does_not_lose_it(content: Path) -> None:
    put(content, "sources/a.yaml", b"outlet: \xff\n")
    source, said = opened(content, "sources/a.txt", "One.")
    assert source is not None
    assert source.front == FrontMatter()
    assert said == ["content/sources/a.yaml:1:9: error[not-utf8]"]


def docx() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "expected", "words"),
    [
        (b"", "1:1: error[empty-file]", "no text"),
        (b" \n\t\n", "1:1: error[empty-file]", "no text"),
        ("Erdoğan\nsaid caf".encode() + b"\xe9 au lait\nx", "2:9: error[not-utf8]", "0xE9"),
        (b"\xef\xbb\xbfab\xff", "1:3: error[not-utf8]", "0xFF"),
        ("One".encode("utf-16")[:-1], "1:1: error[not-utf8]", "UTF-16"),
        (docx(), "1:1: error[not-text]", "Word document"),
        (
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
            "1:1: error[not-text]",
            "OpenDocument",
        ),
        (b"PK\x03\x04abc", "1:1: error[not-text]", "zip"),
        (b"%PDF-1.7\n", "1:1: error[not-text]", "PDF"),
        (b"\x89PNG\r\n", "1:1: error[not-text]", "PNG"),
        (b"RIFF\x00\x00\x00\x00WEBP", "1:1: error[not-text]", "WebP"),
        (b"{\\rtf1 x}", "1:1: error[not-text]", "rich text"),
        (b"abc\x00def", "1:1: error[not-text]", "binary"),
    ],
)
def test_what_is_no_text_is_left_out_with_one_error(
    content: Path, data: bytes, expected: str, words: str
) -> None:
    path = put(content, "sources/x.txt", data)
    outcome = open_source(path, content)
    assert outcome.value is None
    (said,) = outcome.diagnostics
    assert str(said).startswith(f"content/sources/x.txt:{expected}: ")
    assert words in said.message


def test_the_line_of_a_bad_byte_is_shown(content: Path) -> None:
    outcome = open_source(put(content, "sources/x.txt", b"a\r\nb\xe9c\r\nd"), content)
    assert outcome.diagnostics[0].excerpt == "b\ufffdc"
    assert (outcome.diagnostics[0].location.line, outcome.diagnostics[0].location.column) == (2, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\n---\n", "3:1: error[empty-file]"),
        ("---\ntitle: A\n\nBody.\n", "1:1: error[front-matter-unclosed]"),
        ("---\ntitle: A: b\n---\nBody.\n", "2:9: error[yaml-syntax]"),
        ("---\ntitle: A\ntitle: B\n---\nBody.\n", "3:1: error[yaml-duplicate-key]"),
        ("---\ntitle: A\nsource: sources/gone.txt\n---\nBody.\n", "3:9: warning[source-missing]"),
    ],
)
def test_faults_of_an_article(content: Path, text: str, expected: str) -> None:
    _, said = opened(content, "articles/a.md", text)
    assert said == [f"content/articles/a.md:{expected}"]


def test_ids_come_from_names(content: Path) -> None:
    assert id_of(content / "002_9be7bd9385dcf08d.txt") == "002_9be7bd9385dcf08d"
    assert id_of(content / "Chief ‘ready’, says Erdoğan.txt") == "chief-ready-says-erdogan"
    assert id_of(content / "船.txt").startswith("text-")
    _, said = opened(content, "sources/two words.txt", "One.")
    assert said == ["content/sources/two words.txt:1:1: warning[poor-id]"]


def test_what_is_longer_than_a_report_is_left_out_with_one_error(content: Path) -> None:
    (content / "sources/a.txt").write_text("Bees. " * 200_000)
    (content / "sources/b.html").write_text("<b>" * 501 + "Bees.")
    with (content / "sources/c.html").open("wb") as file:
        file.truncate(50_000_001)  # with a hole in it: it takes no room
    (content / "sources/d.html").write_text(f'<img src="data:image/png;base64,{"x" * 2_000_000}"><p>Bees.')
    codes = {}
    for name in ("a.txt", "b.html", "c.html", "d.html"):
        outcome = open_source(content / "sources" / name, content)
        codes[name] = [d.code for d in outcome.diagnostics]
        assert (outcome.value is None) == bool(codes[name])
    assert codes == {"a.txt": ["too-long"], "b.html": ["too-long"], "c.html": ["too-long"], "d.html": []}


def test_a_file_that_cannot_be_opened(content: Path) -> None:
    (content / "sources/a.txt").symlink_to("nowhere")
    outcome = open_source(content / "sources/a.txt", content)
    assert [d.code for d in outcome.diagnostics] == ["unreadable-file"]


def test_files_from_elsewhere_can_be_opened(tmp_path: Path) -> None:
    source, _ = opened(tmp_path, "a.txt", "One.")
    assert source is not None
    elsewhere = open_source(tmp_path / "a.txt", tmp_path / "content")
    assert elsewhere.value is not None
    assert elsewhere.value.path == (tmp_path / "a.txt").as_posix()


def test_all_that_is_to_be_opened_is_found_in_order(content: Path) -> None:
    for name in (
        "sources/b.txt",
        "sources/a.html",
        "sources/c.text",
        "sources/d.HTM",
        "articles/B.md",
        "articles/z.md",
    ):
        put(content, name)
    put(content, "sources/a.yaml")
    assert [p.as_posix() for p in sorted(survey(content).articles + survey(content).sources)] == [
        "content/articles/B.md",
        "content/articles/z.md",
        "content/sources/a.html",
        "content/sources/c.text",
        "content/sources/d.HTM",
    ]
    assert survey(content).diagnostics == ()
    assert survey(content / "nowhere").articles == ()


def test_faults_of_the_folder(content: Path) -> None:
    for name in ("a.txt", "a.html", "A.text", "orphan.yaml", "talk.docx", "README", ".DS_Store", "b.txt~"):
        put(content, f"sources/{name}")
    (content / "sources/more").mkdir()
    (content / "sources/a_files").mkdir()
    found = survey(content)
    assert sorted(f"{d}"[: f"{d}".index("]") + 1] for d in found.diagnostics) == [
        "content/sources/A.text:1:1: error[duplicate-id]",
        "content/sources/README:1:1: warning[unread-file]",
        "content/sources/a.txt:1:1: error[duplicate-id]",
        "content/sources/more:1:1: warning[unread-file]",
        "content/sources/orphan.yaml:1:1: warning[orphan-sidecar]",
        "content/sources/talk.docx:1:1: warning[unread-file]",
    ]
    assert [p.name for p in found.sources] == ["a.html"]
    said = next(d for d in found.diagnostics if d.location.path.endswith("A.text"))
    assert "A.text" in said.message
    assert "a.html" in said.message


@given(st.binary(max_size=80))
def test_any_bytes_are_a_text_or_a_diagnostic(data: bytes) -> None:
    text = decode(data, f"x{os.sep}y")
    assert isinstance(text, (str, Diagnostic))
    if isinstance(text, str):
        assert "\r" not in text


def test_a_name_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    said = decode(b"Words.", f"{tmp_path.as_posix()}/caf\udce9.txt")
    assert isinstance(said, Diagnostic)
    assert (said.code, "the name of this file" in said.message) == ("not-utf8", True)
    assert decode(b"Words.", "caf\udce9/pier.txt") == "Words."


@pytest.mark.parametrize(
    "name", ["sources/" + "a" * 300, "../../outside.txt", "/etc/passwd", "a\0b", "sources"]
)
def test_what_is_no_file_of_the_content_is_missing(name: str, content: Path) -> None:
    put(content, "../../outside.txt")
    assert saved_file(content, name) is None
    if name.startswith("sources"):  # the others are refused by the form of the key
        _, said = opened(content, "articles/a.md", f"---\ntitle: A\nsource: {name}\n---\nBody.\n")
        assert said == ["content/articles/a.md:3:9: warning[source-missing]"]


def test_a_name_that_leaves_no_room_for_a_sidecar(content: Path) -> None:
    source, said = opened(content, f"sources/{'a' * 251}.txt", "One.")
    assert source is not None
    assert len(source.id) == 89
    assert [words.rpartition(": ")[2] for words in said] == ["warning[poor-id]"]


@pytest.mark.parametrize("method", ["iterdir", "is_dir", "is_file"])
def test_a_folder_that_may_not_be_read_is_told(
    method: str, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(content, "articles/a.md")
    put(content, "sources/b.txt")
    look = getattr(pathlib.Path, method)

    def shut(path: Path) -> object:
        if path.is_relative_to(content / "sources"):
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(pathlib.Path, method, shut)
    found = survey(content)
    assert [p.name for p in found.articles] == ["a.md"]
    told = [(d.code, d.location.path) for d in found.diagnostics]
    assert told == ([("unreadable-file", "content/sources")] if method == "iterdir" else [])
    assert open_source(content / "sources/b.txt", content).value is not None
