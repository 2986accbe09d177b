"""Bytes -> text: by byte-order mark, by what the file declares, by what the bytes prove.

A text has no declaration, so that one that is neither marked nor UTF-8 is an error: a guess would be
dressed up as a fact. A page has one, and where it has none, what every browser takes is taken and told.
"""

from __future__ import annotations

import codecs
import re

from generator.ingest.open.kinds import kind_of, marked
from generator.ingest.open.limits import too_long
from generator.model.diagnostic import Diagnostic, Outcome, Severity
from generator.model.text import Location

_HINT_TEXT = "open it in the program it belongs to, and save it as plain text in UTF-8"
_HINT_UTF8 = "open it in an editor that reads its encoding, and save it as UTF-8"
_HINT_PAGE = "if its letters look wrong, open it in a browser and save it anew as UTF-8"

_HEAD = 16_384  # bytes in which a declaration is looked for; the standard says 1,024, and pages exceed it
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML = re.compile(rb"""\s*<\?xml[^<>]*?\sencoding\s*=\s*["']([\w:.+-]+)""")
_META = re.compile(rb"<meta[\s/]([^<>]*)>", re.IGNORECASE)
_CHARSET = re.compile(rb"""(?:^|[\s;"'/])charset\s*=\s*["']?\s*([\w:.+-]+)""", re.IGNORECASE)
# What every browser takes in an English-speaking place where a page says nothing (the table in
# https://html.spec.whatwg.org/#determining-the-character-encoding). Measured on 25 development pages in
# windows-1252 without a declaration: this was right in 25, charset-normalizer 3.5 and the UnicodeDammit
# of beautifulsoup4 4.13 in 21 each, at fifty times the cost. The project reads English.
_FALLBACK = "windows-1252"
_LONGEST = 400  # letters of a line that is shown
_WINDOWS_QUOTES = (b"\x91", b"\x92", b"\x93", b"\x94")
_MAC_QUOTES = (b"\xd2", b"\xd3", b"\xd4", b"\xd5")


def decode(data: bytes, path: str) -> str | Diagnostic:
    r"""Return the text of a file, its lines ended by "\n", or what keeps it from being one."""
    fault = unfit(data, path)
    if fault:
        return fault
    try:
        text = _lines(data.decode(marked(data) or "utf-8"))
    except UnicodeDecodeError as error:
        return _bad_byte(data, error.start, path)
    return too_long(text, path) or text


def decode_page(data: bytes, path: str, declared: str | None = None) -> Outcome[str]:
    """Return the text of a web page; ``declared`` is the encoding that its envelope names, if any.

    Errors: ``not-text``, ``not-utf8`` of its name. Information where the bytes prove another encoding than
    is declared, a warning where nothing proves the one that was taken: ``encoding``.
    """
    fault = unfit(data, path)
    if fault:
        return Outcome(None, (fault,))
    text, severity, message = _page(data, marked(data), _codec(declared) or _declared(data))
    told = Diagnostic(Location(path), severity, "encoding", message, _HINT_PAGE)
    return Outcome(_lines(text), (told,) if message else ())


def unfit(data: bytes, path: str) -> Diagnostic | None:
    """Say why a file cannot be a text at all, None where it may be one."""
    if not _is_utf8(path.rpartition("/")[2]):
        message, hint = "the name of this file is not in UTF-8", "name it with letters, digits and hyphens"
        return Diagnostic(Location(path), Severity.ERROR, "not-utf8", message, hint)
    kind = kind_of(data)
    if kind:
        return Diagnostic(
            Location(path), Severity.ERROR, "not-text", f"this is {kind}, not a text", _HINT_TEXT
        )
    return None


def _page(data: bytes, mark: str | None, declared: str | None) -> tuple[str, Severity, str]:
    """Return a page's text and, where something is to be told, how much it matters and what it is."""
    said = mark or declared
    if mark is None and not (declared or "").startswith("iso2022"):  # which is written in ASCII
        proved = _utf8(data)
        if proved is not None:
            told = f"it says that it is in {said}, but it is in UTF-8; it is read as UTF-8"
            return proved, Severity.INFO, "" if data.isascii() or said in {None, "utf-8"} else told
    if said is None:
        message = f"it does not say its encoding, and it is not in UTF-8; it is read as {_FALLBACK}"
        return _mended(data, _FALLBACK), Severity.WARNING, message
    try:
        return data.decode(said), Severity.INFO, ""
    except UnicodeError:
        return _against(data, said)


def _against(data: bytes, said: str) -> tuple[str, Severity, str]:
    """Read a page that is not in the encoding which it declares."""
    text = _mended(data, said)
    if said == _FALLBACK:  # five bytes mean nothing in it, and the standard has them be controls
        return text, Severity.INFO, ""
    bad = data.decode(said, "replace").count("\ufffd")
    if said.startswith("utf-8") and bad > sum(not c.isascii() for c in text) / 2:
        message = f"it says that it is in UTF-8, but it is not; it is read as {_FALLBACK}"
        return _mended(data, _FALLBACK), Severity.WARNING, message
    where = "one place in it, which is" if bad == 1 else f"{bad:,} places in it, which are"
    message = f"it is in {said}, but for {where} read as {_FALLBACK}"
    return text, Severity.WARNING, message


def _single(error: UnicodeError) -> tuple[str, int]:
    """Take one byte that an encoding cannot have for what it is in windows-1252, else for a control."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "ignore") or byte.decode("latin-1"), error.start + 1


codecs.register_error("generator.single", _single)


def _mended(data: bytes, codec: str) -> str:
    return data.decode(codec, "generator.single")


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    """Return what the page's own XML declaration or ``<meta>`` names, None where it names nothing known."""
    head = _COMMENT.sub(b"", data[:_HEAD])
    found = [m[1] for m in [_XML.match(head)] if m]
    for meta in _META.finditer(head):
        charset = _CHARSET.search(meta[1])
        if charset and (b"content" not in meta[1].lower() or b"http-equiv" in meta[1].lower()):
            found.append(charset[1])
    names = (_codec(label.decode("ascii", "replace")) for label in found)
    return next((name for name in names if name), None)


def _codec(label: str | None) -> str | None:
    """Return the encoding that a label means on the web (https://encoding.spec.whatwg.org/#names-and-labels).

    A page whose declaration could be read byte by byte is not in UTF-16, whatever it says.
    """
    from webencodings import lookup  # noqa: PLC0415 - only where a page is read

    found = lookup(label) if label else None
    if found is None:
        return None
    if found.name.startswith("utf-16"):
        return "utf-8"
    known = found.codec_info.name
    return _FALLBACK if found.name in {_FALLBACK, "x-user-defined"} else known


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bad_byte(data: bytes, start: int, path: str) -> Diagnostic:
    mark = marked(data)
    if mark and mark != "utf-8-sig":
        message = f"this text is marked as {mark.upper()}, but it is not whole"
        return Diagnostic(Location(path), Severity.ERROR, "not-utf8", message, _HINT_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    before = _lines(data[:start].decode("utf-8"))
    place = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    begun = before[before.rfind("\n") + 1 :]
    after = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0].decode("utf-8", "replace")
    message = f"the byte 0x{data[start]:02X} is not UTF-8; the file may be in {_looks_like(data)}"
    line = f"{begun}{after}"
    excerpt = line if len(line) <= _LONGEST else ""
    return Diagnostic(place, Severity.ERROR, "not-utf8", message, _HINT_UTF8, excerpt)


def _looks_like(data: bytes) -> str:
    """Name the encoding that the bytes look like, by those that are quotation marks in one of them."""
    windows, mac = (sum(map(data.count, marks)) for marks in (_WINDOWS_QUOTES, _MAC_QUOTES))
    if mac > windows:
        return "Mac Roman"
    return "Windows-1252" if windows else "Windows-1252 or Latin-1"


def _is_utf8(name: str) -> bool:
    """Tell whether a name is text; what is not comes as lone surrogates (PEP 383)."""
    return name.isprintable() or not any("\ud800" <= c <= "\udfff" for c in name)
