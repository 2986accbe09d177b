from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.open.encodings import decode, decode_page
from generator.model.diagnostic import Diagnostic

WORDS = "“The café is shut,” said Åse – 5 €."
META = '<meta charset="{}">'
EQUIV = "<meta http-equiv='Content-Type' content='text/html; charset={}'>"
XML = '<?xml version="1.0" encoding="{}"?>'


def page(data: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    outcome = decode_page(data, "a.html", declared)
    assert outcome.value is not None
    return outcome.value, [f"{d.severity}: {d.message}" for d in outcome.diagnostics]


@pytest.mark.parametrize("form", [META, EQUIV, XML, "<META CHARSET={}>", "<meta\ncharset = ' {} '>"])
@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),  # which on the web means windows-1252
        ("latin1", "cp1252"),
        ("ascii", "cp1252"),
        ("macintosh", "mac-roman"),
    ],
)
def test_a_page_is_read_as_it_declares(form: str, label: str, codec: str) -> None:
    text = f"{form.format(label)}<p>{WORDS}"
    assert page(text.encode(codec)) == (text, [])


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("shift_jis", "cp932", "東京"),
        ("windows-1251", "cp1251", "Москва"),
        ("koi8-r", "koi8-r", "Москва"),
        ("iso-8859-9", "cp1254", "Erdoğan’ın"),
        ("gb2312", "gb18030", "北京"),
        ("iso-2022-jp", "iso2022_jp", "東京"),
    ],
)
def test_other_alphabets(label: str, codec: str, words: str) -> None:
    text = f"{META.format(label)}<p>{words}"
    assert page(text.encode(codec)) == (text, [])


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_prevails(codec: str) -> None:
    text = f"{META.format('windows-1251')}<p>{WORDS}"
    assert page(text.encode(codec)) == (text, [])


def test_bytes_that_prove_another_encoding_prevail_and_it_is_told() -> None:
    text = f"{META.format('iso-8859-1')}<p>{WORDS}"
    found, said = page(text.encode())
    assert found == text
    assert said == ["info: it says that it is in windows-1252, but it is in UTF-8; it is read as UTF-8"]


@pytest.mark.parametrize("head", ["<p>", META.format("no-such-label"), "<!-- <meta charset=koi8-r> --><p>"])
def test_without_a_declaration_utf_8_needs_no_word_and_others_are_told(head: str) -> None:
    assert page((head + WORDS).encode()) == (head + WORDS, [])
    found, said = page((head + WORDS).encode("cp1252"))
    assert found == head + WORDS
    assert said == [
        "warning: it does not say its encoding, and it is not in UTF-8; it is read as windows-1252"
    ]


def test_a_page_in_ascii_says_nothing() -> None:
    assert page(META.format("koi8-r").encode() + b"plain") == (META.format("koi8-r") + "plain", [])
    assert page(b"plain") == ("plain", [])


def test_words_about_encodings_declare_none() -> None:
    text = '<meta name="description" content="how charset=koi8-r came about"><p>caf\u00e9'
    assert page(text.encode("cp1252"))[0] == text


def test_utf_16_cannot_have_been_read_from_the_page_itself() -> None:
    text = f"{META.format('utf-16')}<p>{WORDS}"
    assert page(text.encode()) == (text, [])


def test_what_the_envelope_names_goes_before_the_page() -> None:
    text = f"{META.format('windows-1252')}<p>Москва"
    assert page(text.encode("cp1251"), "windows-1251") == (text, [])


def test_a_page_in_utf_8_with_a_wrong_byte_loses_nothing_else() -> None:
    data = (META.format("utf-8") + WORDS).encode() + b" caf\xe9"
    found, said = page(data)
    assert found == f"{META.format('utf-8')}{WORDS} café"
    assert said == ["warning: it is in utf-8, but for one place in it, which is read as windows-1252"]


def test_a_page_that_only_says_that_it_is_in_utf_8() -> None:
    found, said = page((META.format("utf-8") + "caf\u00e9, “so”").encode("cp1252"))
    assert found.endswith("café, “so”")
    assert said == ["warning: it says that it is in UTF-8, but it is not; it is read as windows-1252"]


def test_what_is_no_page() -> None:
    for data in (b"%PDF-1.7", b"a\0b", b"\x1f\x8b\x08"):
        outcome = decode_page(data, "a.html")
        assert (outcome.value, [d.code for d in outcome.diagnostics]) == (None, ["not-text"])


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_is_read_by_its_mark(codec: str) -> None:
    assert decode(f"{WORDS}\r\nTwo\rThree".encode(codec), "a.txt") == f"{WORDS}\nTwo\nThree"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WORDS.encode("cp1252"), "the byte 0x93 is not UTF-8; the file may be in Windows-1252"),
        (b"caf\xe9", "the byte 0xE9 is not UTF-8; the file may be in Windows-1252 or Latin-1"),
        (
            "“So,” he said, “it isn’t.”".encode("mac-roman"),
            "the byte 0xD2 is not UTF-8; the file may be in Mac Roman",
        ),
        ("One".encode("utf-16")[:-1], "this text is marked as UTF-16, but it is not whole"),
    ],
)
def test_a_text_is_not_guessed(data: bytes, words: str) -> None:
    said = decode(data, "a.txt")
    assert isinstance(said, Diagnostic)
    assert (said.code, said.message) == ("not-utf8", words)


@given(st.binary(max_size=200), st.sampled_from(["", META, EQUIV, XML]), st.text(max_size=8))
def test_any_bytes_are_a_page_or_a_diagnostic(data: bytes, form: str, label: str) -> None:
    outcome = decode_page(form.format(label).encode() + data, "a.html", label)
    assert outcome.value is not None or outcome.diagnostics
    assert "\r" not in (outcome.value or "")


@pytest.mark.parametrize("sign", [b"<meta ", b"<!--", b"<meta charset=", b"<?xml ", b"\xe9", b"\xc3\xa9"])
def test_time_is_linear(sign: bytes) -> None:
    began = time.process_time()
    decode_page(sign * (10_000_000 // len(sign)), "a.html")
    decode(sign * (10_000_000 // len(sign)), "a.txt")
    assert time.process_time() - began < 10
