from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.open.mhtml import unwrap
from generator.ingest.open.sources import open_source

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://courier.example/2031/05/mill"
SAVED = f"""From: <Saved by Blink>
Snapshot-Content-Location: {URL}
Subject: The mill
Date: Tue, 6 May 2031 10:11:12 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----B----"


------B----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {URL}

<html><head><meta charset=3D"utf-8"><title>The mill</title></head><body><h1>The mill is shut</h1><p>=E2=80=
=9CThere is no grain,=E2=80=9D said Bo Ek, the miller.</p></body></html>
------B----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/a.png

iVBORw0KGgo=
------B----
Content-Type: text/html
Content-Transfer-Encoding: 8bit
Content-Location: https://adverts.example/frame

<p>Buy now</p>
------B------
"""


def test_the_page_its_address_and_nothing_else() -> None:
    saved = unwrap(SAVED.replace("\n", "\r\n").encode())
    assert saved is not None
    assert saved.url == URL
    assert saved.charset is None
    assert "“There is no grain,” said Bo Ek" in saved.data.decode()
    assert b"Buy now" not in saved.data


def test_the_start_and_the_encoding_that_are_named() -> None:
    text = SAVED.replace('type="text/html";', 'start="<two>";').replace("Snapshot-Content-Location", "X")
    text = text.replace("Content-Type: text/html\nContent-Transfer-Encoding: 8bit", "CT")
    text = text.replace("CT", "Content-Type: text/html; charset=koi8-r\nContent-ID: <two>")
    saved = unwrap(text.encode())
    assert saved is not None
    assert (saved.data.strip(), saved.charset) == (b"<p>Buy now</p>", "koi8-r")
    assert saved.url == "https://adverts.example/frame"


def test_a_page_that_is_no_multipart() -> None:
    saved = unwrap(b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: about:blank\n\n<p>x</p>\n")
    assert saved is not None
    assert (saved.url, saved.data) == (None, b"<p>x</p>\n")


@pytest.mark.parametrize("data", [b"", b"Words.", b"Content-Type: multipart/related; boundary=b\n\n--b--\n"])
def test_where_there_is_no_page(data: bytes) -> None:
    assert unwrap(data) is None


@pytest.mark.parametrize("name", ["mill.mhtml", "mill.MHT"])
def test_it_is_a_source_like_any_page(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sources" / name
    path.parent.mkdir()
    path.write_bytes(SAVED.encode())
    outcome = open_source(path, tmp_path)
    assert outcome.value is not None
    assert (outcome.diagnostics, outcome.value.front.url) == ((), URL)
    assert outcome.value.front.published is None
    assert "“There is no grain,”" in outcome.value.body
    (tmp_path / "sources" / "mill.yaml").write_text("outlet: The Courier\nurl: https://a.example/b\n")
    front = open_source(path, tmp_path).value
    assert front is not None
    assert (front.front.outlet, front.front.url) == ("The Courier", "https://a.example/b")


def test_one_without_a_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "mill.mhtml").write_text("Words.\n")
    outcome = open_source(tmp_path / "mill.mhtml", tmp_path)
    assert outcome.value is None
    assert [d.message for d in outcome.diagnostics] == ["there is no page in this web archive"]


@given(st.binary(max_size=300), st.integers(0, len(SAVED)), st.integers(0, 40))
def test_any_bytes_are_a_page_or_none(data: bytes, at: int, cut: int) -> None:
    whole = SAVED.encode()
    for given_ in (data, whole[:at] + data + whole[at + cut :]):
        saved = unwrap(given_)
        assert saved is None or isinstance(saved.data, bytes)


@pytest.mark.parametrize(
    "line", [b"------B----\n", b"x" * 79 + b"\n", b"Content-Type: multipart/mixed\n\n", b"=\n"]
)
def test_time_is_linear(line: bytes) -> None:
    head, rest = SAVED.encode().split(b"\n\n", 1)
    began = time.process_time()
    unwrap(head + b"\n\n" + line * (4_000_000 // len(line)) + rest)
    assert time.process_time() - began < 10


def test_parts_within_parts_end() -> None:
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)
    )
    began = time.process_time()
    assert unwrap(nested) is None
    assert time.process_time() - began < 10
