"""What a file is by its first bytes, whatever it is called."""

from __future__ import annotations

# How files begin that are no text (the registry of file(1)).
_MAGIC = (
    (b"PK\x03\x04", "a Word, OpenDocument or other zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or other Office file"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"bplist", "a web archive of Safari"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x00\x00\x01\x00", "an icon"),
)
# UTF-32 before UTF-16, whose mark it begins with.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def marked(data: bytes) -> str | None:
    """Return the codec that a byte-order mark names, None where there is no mark."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def kind_of(data: bytes) -> str:
    """Name what a file is that is no text; "" where it may be one."""
    for beginning, kind in _MAGIC:
        if data.startswith(beginning):
            return _kind_of_zip(data) or kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP picture"
    if b"\0" in data and marked(data) is None:
        return "binary data"
    return ""


def _kind_of_zip(data: bytes) -> str:
    if data.startswith(b"PK"):
        for mark, kind in ((b"word/", "a Word document (.docx)"), (b"opendocument", "an OpenDocument file")):
            if mark in data:
                return kind
    return ""
