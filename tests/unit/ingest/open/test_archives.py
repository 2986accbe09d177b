from __future__ import annotations

import gzip
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.ingest.open.archives import Broken, Entry, NoReader, Other, Page, read_archive
from tests.webarchives import HTML, Archive, chunked, packed

BODY = "<p>“There is no grain,” said Bo Ek.</p>".encode()


def entries(data: bytes, folder: Path) -> list[Entry]:
    path = folder / "a.warc"
    path.write_bytes(data)
    return list(read_archive(path))


def made(*, small: bool, count: int = 5) -> Archive:
    archive = Archive(small=small)
    for n in range(count):
        archive.add(f"https://a.example/{n}", BODY * 30 + b"%d" % n)
    return archive


@pytest.mark.parametrize("small", [True, False])
def test_pages_come_as_they_were_served(small: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    archive = Archive(small=small)
    archive.add("https://a.example/1", BODY)
    archive.add("https://a.example/2", packed(BODY), (*HTML, ("Content-Encoding", "gzip")))
    archive.add("https://a.example/3", chunked(BODY), (*HTML, ("Transfer-Encoding", "chunked")))
    both = (*HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"))
    archive.add("https://a.example/4", chunked(packed(BODY)), both)
    archive.add_resource("https://a.example/5", BODY, "text/html")
    found = entries(archive.data(), tmp_path)
    assert found == [Page(f"https://a.example/{n}", BODY, at) for n, at in enumerate(archive.at, 1)]


def test_the_password_of_who_fetched_a_page_is_in_no_address(tmp_path: Path) -> None:
    archive = Archive(small=True)
    archive.add("https://ada:se@cret@a.example/1?b=c@d", BODY)
    (page,) = entries(archive.data(), tmp_path)
    assert isinstance(page, Page)
    assert page.url == "https://a.example/1?b=c@d"


def test_what_is_no_page_is_told_by_its_kind(tmp_path: Path) -> None:
    archive = Archive(small=True)
    archive.add("https://a.example/robots.txt", b"User-agent: *", (("Content-Type", "text/plain"),))
    archive.add("https://a.example/sitemap-1.xml", b"<x/>", (("Content-Type", "text/xml"),))
    archive.add("https://a.example/a.png", b"\x89PNG", (("Content-Type", "image/png"),))
    archive.add("https://a.example/old", b"", (("Location", "/new"),), "301 Moved Permanently")
    archive.add("https://a.example/gone", BODY, HTML, "404 Not Found")
    archive.add("https://a.example/new", BODY, (*HTML, ("Content-Encoding", "zstd")))
    archive.add("https://a.example/none", BODY, ())
    archive.add_resource("https://a.example/b.json", b"{}", "application/json")
    kinds = [each.kind for each in entries(archive.data(), tmp_path) if isinstance(each, Other)]
    assert kinds == [
        "files for robots",
        "files for robots",
        "pictures, scripts and other files",
        "answers without a page, such as redirections",
        "answers without a page, such as redirections",
        "pages packed as zstd",
        "pictures, scripts and other files",
        "pictures, scripts and other files",
    ]


@pytest.mark.parametrize("small", [True, False])
def test_one_that_is_cut_off(small: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    archive = made(small=small)
    found = entries(archive.data()[: archive.at[4] + (260 if small else 700)], tmp_path)
    assert [type(each) for each in found] == [Page] * 4 + [Broken]
    assert found[4] == Broken(archive.at[4], "it is cut off")


@pytest.mark.parametrize("small", [True, False])
@pytest.mark.parametrize("wreck", ["between", "head", "length"])
def test_behind_a_broken_record_reading_goes_on(wreck: str, small: bool, tmp_path: Path) -> None:  # noqa: FBT001
    archive = made(small=small)
    data, at = archive.data(), archive.at
    if wreck == "between":
        data = data[: at[2]] + b"what is this?\r\n" + data[at[2] :]
    elif wreck == "head":
        data = data[: at[2]] + data[at[2] + 10 :]
    else:
        data = data[: at[3] - 40] + data[at[3] :]
    found = entries(data, tmp_path)
    (broken,) = [each for each in found if isinstance(each, Broken)]
    assert broken.offset == at[2]
    urls = [each.url[-1] for each in found if isinstance(each, Page)]
    assert urls == (["0", "1", "2", "3", "4"] if wreck == "between" else ["0", "1", "3", "4"])


def test_all_in_one_stream_of_gzip_is_told_with_what_to_do(tmp_path: Path) -> None:
    found = entries(gzip.compress(made(small=False).data()), tmp_path)
    assert "recompress" in next(each.why for each in found if isinstance(each, Broken))


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b\x08", b"<html>", b"WARC/1.0\r\n", b"\x1f\x8b\x08" * 99])
def test_what_is_no_archive_has_no_page(data: bytes, tmp_path: Path) -> None:
    assert not any(isinstance(each, Page) for each in entries(data, tmp_path))


def test_what_reads_archives_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    with pytest.raises(NoReader):
        entries(made(small=True).data(), tmp_path)


@example(data=b"", at=241, cut=42, small=False)  # an answer whose head has no lines
@given(st.binary(max_size=40), st.integers(0, 3000), st.integers(0, 60), st.booleans())
def test_any_bytes_end(data: bytes, at: int, cut: int, small: bool) -> None:  # noqa: FBT001 - made up
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - beside its use

    whole = made(small=small, count=3).data()
    with TemporaryDirectory() as folder:
        entries(whole[:at] + data + whole[at + cut :], Path(folder))


def test_the_memory_is_that_of_one_record(tmp_path: Path) -> None:
    archive = Archive(small=True)
    for n in range(400):
        archive.add(f"https://a.example/{n}", BODY * 2000)
    path = archive.write(tmp_path / "large.warc.gz")
    list(read_archive(path))  # what is loaded once is loaded
    tracemalloc.start()
    count = sum(1 for _ in read_archive(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 400
    assert peak < 4_000_000, "400 pages of 80 kB are 32 MB"


@pytest.mark.parametrize(
    "mark", [b"\x1f\x8b\x08\x00", b"\r\nWARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 1\r\n"]
)
def test_time_is_linear(mark: bytes, tmp_path: Path) -> None:
    began = time.process_time()
    entries(mark * 20_000, tmp_path)
    assert time.process_time() - began < 20
