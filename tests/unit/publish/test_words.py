"""The words of the site: every language has all of them, all are asked for, none stands in a template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from jinja2 import Environment, nodes

from generator.knowledge.wordings import reasons
from generator.publish.phrase.languages import CASES, languages, open_tongue
from generator.publish.weave.links import DESK_NOTE

if TYPE_CHECKING:
    from generator.publish.phrase.tongue import Phrase

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = sorted((ROOT / "themes").rglob("*.html"))
TAGS = sorted(languages())
LETTER = re.compile(r"[^\W\d_]")
SPOKEN = re.compile(
    r'\b(?:title|alt|placeholder|aria-(?:label|description|roledescription)|data-(?!engine|other|address)\w+)="([^"]*)"'
)
BLOCKS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ELEMENT = re.compile(r"<[^<>]*>")
NAMED = re.compile(r"\{%-? block (?:page|og_type) %\}\w+\{% endblock %\}")
KEY = re.compile(r'"([a-z][a-z-]*(?:\.[a-z-]+)*)"')
FAMILY = re.compile(r'named\("([a-z-]+)"|"([a-z-]+\.)" ~|f"([a-z-]+\.[a-z-]*)\{|count\((?!")|counts\(')
BREAKING = re.compile(r"« | [»;:!?%]")
STRAIGHT = re.compile(r"[\"']|(?<!\.)\.\.\.(?!\.)")
COUNTED = re.compile(r'count\("([a-z-]+)"|, "([a-z-]+)"\)')


def fields(phrase: Phrase) -> set[str]:
    return {name for pieces in phrase.values() for name in pieces[1::2]}


def test_six_languages_are_there() -> None:
    assert {"ar", "de", "en", "fr", "ru", "tr"} <= set(TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_all_words_and_no_others(tag: str) -> None:
    tongue, told = open_tongue(tag)
    assert told == ()
    own, english = tongue.words, open_tongue("en")[0].words
    assert own.keys() == english.keys()
    for key, phrase in english.items():
        counted = "" not in own[key]
        assert fields(own[key]) | ({"n"} if counted else set()) >= fields(phrase) - {"n"}, key
        assert fields(own[key]) <= fields(phrase) | ({"n"} if "" not in phrase else set()), key
        assert counted <= ("n" in fields(phrase) or "" not in phrase), key


@pytest.mark.parametrize("tag", TAGS)
def test_a_counted_word_has_a_form_for_each_case(tag: str) -> None:
    locale = Locale.parse(tag)
    wanted = {locale.plural_form(n) for n in range(1, 1001)}
    assert wanted <= CASES
    for key, phrase in open_tongue(tag)[0].words.items():
        if "" not in phrase:
            assert wanted <= {*phrase, "other"}, key
            missing = wanted - phrase.keys() - ({"many"} if tag == "fr" else set())
            assert not missing, (key, missing)


@pytest.mark.parametrize("tag", TAGS)
def test_every_word_can_be_said_of_every_number(tag: str) -> None:
    tongue = open_tongue(tag)[0]
    for key, phrase in tongue.words.items():
        given = dict.fromkeys(fields(phrase), "x")
        for n in range(1001) if "" not in phrase else (1, 1000):
            said = tongue.say(key, **{**given, "n": n})
            assert said, key
            assert not {"{", "}"} & set(said), key


def test_every_rule_is_named_and_explained_as_the_handbook_of_rules_has_it() -> None:
    words = open_tongue("en")[0]
    for rule, why in reasons().items():
        key = rule.replace(".", "-")
        if rule != DESK_NOTE:
            assert f"rule.{key}" in words.words, rule
            if rule != "site.yaml":  # readers of the site know of no such file
                assert words.say(f"why.{key}") == why.replace("'", "’"), rule


def test_french_holds_its_signs_to_their_words() -> None:
    for key, phrase in open_tongue("fr")[0].words.items():
        for pieces in phrase.values():
            assert not BREAKING.search("".join(pieces)), key


@pytest.mark.parametrize("tag", TAGS)
def test_signs_are_those_of_print(tag: str) -> None:
    """No straight marks, no three full stops, and a percentage is not parted from its number."""
    for key, phrase in open_tongue(tag)[0].words.items():
        for pieces in phrase.values():
            words = "x".join(pieces[::2])
            assert not STRAIGHT.search(words), key
            assert not re.search(r" %(?!n)", words), key


def _asked() -> tuple[set[str], set[str]]:
    """Return the keys that templates and modules name, and what the keys of families begin with."""
    exact: set[str] = set()
    families = {"count."}
    for path in (*TEMPLATES, *(ROOT / "generator").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        exact |= set(KEY.findall(text))
        for named, joined, formed in FAMILY.findall(text):
            families |= {f"{named}."} if named else {joined or formed} - {""}
    return exact, families


def test_every_word_is_asked_for() -> None:
    exact, families = _asked()
    words = open_tongue("en")[0].words
    idle = [key for key in words if key not in exact and not key.startswith(tuple(families))]
    assert idle == []


def test_every_word_that_is_asked_for_is_there() -> None:
    words = open_tongue("en")[0].words
    asked = re.compile(r'\bsay\(\s*"([a-z.-]+)"(?! ~)')
    for path in (*TEMPLATES, *(ROOT / "generator/publish").rglob("*.py")):
        found = set(asked.findall(path.read_text(encoding="utf-8")))
        assert found <= words.keys(), path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "themes").as_posix())
def test_no_word_stands_in_a_template(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    text = BLOCKS.sub("", NAMED.sub("", source))
    assert [words for words in SPOKEN.findall(text) if LETTER.search(words)] == []
    bare = re.sub(r"&\w+;", "", ELEMENT.sub("", text))
    assert LETTER.findall(bare) == []
    said = (n.value for n in Environment(autoescape=True).parse(source).find_all(nodes.Const))
    sentences = [s for s in said if isinstance(s, str) and re.search(r"[^\W\d_]\s+[^\W\d_]", s)]
    assert sentences == []


def test_a_word_in_a_template_would_be_found(tmp_path: Path) -> None:
    for source in ("<p>Words</p>", '<p title="Words"></p>', '{{ "Two words" }}'):
        path = tmp_path / "page.html"
        path.write_text(source, encoding="utf-8")
        with pytest.raises(AssertionError):
            test_no_word_stands_in_a_template(path)
