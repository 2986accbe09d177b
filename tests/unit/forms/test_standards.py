"""Addresses, language tags and time zones."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING

import pytest

from generator.forms.sheet import Sheet
from generator.forms.standards import Address, Language, Zone
from generator.forms.yaml import Pairs, parse

if TYPE_CHECKING:
    from generator.forms.fields import Kind


def read(kind: Kind, written: str) -> tuple[object, list[str]]:
    sheet = Sheet(f"k: {written}", "x")
    node = parse(sheet)
    assert isinstance(node, Pairs)
    value = kind.read(node.pairs[0][1], "k", sheet)
    return value, [f"{d.code} {d.hint}".strip() for d in sheet.diagnostics]


BAD = ["bad-url write https://…"]


@pytest.mark.parametrize(
    ("kind", "written", "value", "said"),
    [
        (Address(), "https://a.example/b?c#d", "https://a.example/b?c#d", []),
        (Address(), "''", None, []),
        (Address(), "a.example", None, BAD),
        (Address(), "https://", None, BAD),
        (Address(), "https://a.example:port/", None, BAD),
        (Address(), "https://a.example/b c", None, BAD),
        (Address(), "https://ada:secret@a.example/", None, BAD),
        (Address(), "https://a.example@b.example/", None, BAD),
        (Address(), "https://a.example/@b", "https://a.example/@b", []),
        (Address(), "[https://a.example/]", None, ["wrong-type"]),
        (Address(folder=True), "http://a.example", "http://a.example/", []),
        (Address(folder=True), "http://a.example/?", None, BAD),
        (Language(), "en", "en", []),
        (Language(), "pt-BR", "pt-BR", []),
        (Language(), "de-Latn-CH-1996", "de-Latn-CH-1996", []),
        (Language(), "no", "no", ['yaml-not-text write "no", in quotes']),
        (Language(), "english", None, ["bad-value"]),
        (Language(), "{a: b}", None, ["wrong-type"]),
        (Zone(), "Europe/Brussels", "Europe/Brussels", []),
        (Zone(), "UTC", "UTC", []),
        (Zone(), "Europe/Bruxelles", None, ['bad-timezone did you mean "Europe/Brussels"?']),
        (Zone(), "/etc/passwd", None, ["bad-timezone"]),
        (Zone(), "[UTC]", None, ["wrong-type"]),
    ],
)
def test_values(kind: Kind, written: str, value: object, said: list[str]) -> None:
    assert read(kind, written) == (value, said)


def test_without_a_time_zone_database_any_name_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", none)
    assert read(Zone(), "Europe/Brussels") == ("Europe/Brussels", [])
    assert read(Zone(), "not a zone!")[0] is None


def test_schemas_name_the_same_things() -> None:
    assert Address().schema()["pattern"] == "^https?://"
    assert Address(folder=True).schema()["pattern"] == "^https?://[^?#]+$"
    assert Language().schema()["type"] == "string"
    assert Zone().schema()["type"] == "string"
