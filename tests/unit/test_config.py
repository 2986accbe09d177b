"""site.yaml: what is read, and every fault at once."""

from __future__ import annotations

import pytest

from generator.config import read_settings
from generator.model.corpus import Outlet
from generator.model.diagnostic import ConfigError
from generator.model.settings import ReadSettings, Settings

PATH = "content/site.yaml"
WHOLE = """\
title: Northern straits, October 2015
base_url: https://briefing.example/crisis
language: en
timezone: Europe/Brussels
theme: briefing
text: full                # full | excerpt
excerpt_words: 40
actors: [alliance, northland, alliance]
outlets:
  - {name: Harbour Gazette Online, domains: [News.Gazette.example], aliases: [Gazette], text: excerpt}
  - name: Wire One
boilerplate:
  drop: ["Straits Over Time"]
  keep: ["Contact with the crew was lost"]
"""


def faults(text: str) -> list[str]:
    try:
        _, diagnostics = read_settings(text, PATH)
    except ConfigError as error:
        diagnostics = error.diagnostics
    return [f"{d.location.line}:{d.location.column} {d.severity}[{d.code}]" for d in diagnostics]


def test_every_key_is_read() -> None:
    settings, diagnostics = read_settings(WHOLE, PATH)
    assert settings == Settings(
        title="Northern straits, October 2015",
        base_url="https://briefing.example/crisis/",
        language="en",
        timezone="Europe/Brussels",
        theme="briefing",
        text="full",
        excerpt_words=40,
        actors=("alliance", "northland"),
        outlets=(
            Outlet(
                id="harbour-gazette-online",
                name="Harbour Gazette Online",
                domains=("news.gazette.example",),
                aliases=("Gazette",),
                text="excerpt",
            ),
            Outlet(id="wire-one", name="Wire One"),
        ),
        read=ReadSettings(drop=("Straits Over Time",), keep=("Contact with the crew was lost",)),
    )
    assert diagnostics == ()


def test_a_title_is_enough() -> None:
    settings, diagnostics = read_settings("title: Straits\n", PATH)
    assert settings == Settings(title="Straits", base_url="")
    assert [d.code for d in diagnostics] == ["no-base-url"]


def test_unknown_keys_are_a_warning() -> None:
    _, diagnostics = read_settings("title: Straits\nbase_url: https://a.example/\ntheem: x\n", PATH)
    assert str(diagnostics[0]).startswith(f'{PATH}:3:1: warning[unknown-key]: "theem"')
    assert diagnostics[0].hint == 'did you mean "theme"?'
    assert diagnostics[0].excerpt == "theem: x"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("language: klingon!", "error[bad-value]"),
        ("timezone: Europe/Bruxelles", "error[bad-timezone]"),
        ("timezone: Europe", "error[bad-timezone]"),
        ("timezone: ../x", "error[bad-timezone]"),
        ("timezone: 12:30", "error[bad-timezone]"),
        ("theme: 12:30", "warning[yaml-not-text]"),
        ("text: some", "error[bad-value]"),
        ("excerpt_words: 060", "error[wrong-type]"),
        ("excerpt_words: 0", "error[bad-value]"),
        ("excerpt_words: many", "error[wrong-type]"),
        ("actors: [two words]", "error[bad-value]"),
        ("actors: {a: b}", "error[wrong-type]"),
        ("outlets: [{domains: [a.example]}]", "error[missing-key]"),
        ("outlets: [{name: Wire One}, {name: wire one}]", "error[duplicate-id]"),
        ("outlets: [{name: 船}]", "error[bad-value]"),
        ("boilerplate: {drop: x}", "error[wrong-type]"),
        ("theme: a: b", "error[yaml-syntax]"),
        ("title: Again", "error[yaml-duplicate-key]"),
    ],
)
def test_a_fault_is_told_at_its_place(line: str, expected: str) -> None:
    said = faults(f"title: Straits\nbase_url: https://a.example/\n{line}\n")
    assert said[0].startswith("3:")
    assert said[0].endswith(expected)


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "a.example", "https://", "https://a.example/?x", "https://a.example/#x", "[a]"],
)
def test_base_url_must_be_an_address_to_build_on(address: str) -> None:
    (said,) = faults(f"title: Straits\nbase_url: {address}\n")
    assert said.startswith("2:11 error[")


def test_every_fault_at_once() -> None:
    text = "base_url: x\ntimezone: nowhere\nexcerpt_words: [1]\nfoo: bar\n"
    with pytest.raises(ConfigError, match="4 things to mend") as raised:
        read_settings(text, PATH)
    assert raised.value.diagnostics
    assert faults(text) == [
        "1:1 error[missing-key]",
        "1:11 error[bad-url]",
        "2:11 error[bad-timezone]",
        "3:16 error[wrong-type]",
        "4:1 warning[unknown-key]",
    ]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n", "title:\nbase_url: https://a.example/\n"])
def test_without_a_title_there_is_no_site(text: str) -> None:
    with pytest.raises(ConfigError, match="one thing to mend"):
        read_settings(text, PATH)
