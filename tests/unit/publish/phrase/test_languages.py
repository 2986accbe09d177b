from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.model.text import Location
from generator.publish.phrase.languages import english, languages, open_tongue

if TYPE_CHECKING:
    from pathlib import Path


def written(tmp_path: Path, text: str, name: str = "en") -> Path:
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_theme_says_a_word_otherwise(tmp_path: Path) -> None:
    theme = written(tmp_path, "front:\n  newest: The latest\n")
    tongue, told = open_tongue("en", (theme,))
    assert told == ()
    assert tongue.say("front.newest") == "The latest"
    assert tongue.say("front.days") == english().say("front.days")


def test_the_first_folder_prevails(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = written(tmp_path / "a", "front: {newest: First}\n")
    second = written(tmp_path / "b", "front: {newest: Second, days: All days}\n")
    tongue, _ = open_tongue("en", (first, second))
    assert (tongue.say("front.newest"), tongue.say("front.days")) == ("First", "All days")


def test_words_for_a_country_prevail_over_those_of_its_language(tmp_path: Path) -> None:
    theme = written(tmp_path, "rule: {ad: advert}\n", "en-GB")
    assert open_tongue("en-GB", (theme,))[0].say("rule.ad") == "advert"
    assert open_tongue("en", (theme,))[0].say("rule.ad") == "advertisement"


def test_a_key_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    theme = written(tmp_path, "front:\n  newset: The latest\n")
    (fault,) = open_tongue("en", (theme,))[1]
    assert (fault.code, fault.location.line, fault.hint) == (
        "unknown-key",
        2,
        'did you mean "front.newest"?',
    )


def test_a_theme_has_words_of_its_own(tmp_path: Path) -> None:
    theme = written(tmp_path, "own:\n  tower: The tower\n")
    tongue, told = open_tongue("en", (theme,))
    assert (told, tongue.say("own.tower")) == ((), "The tower")


def test_what_nobody_sees_stands_in_no_words(tmp_path: Path) -> None:
    theme = written(tmp_path, 'own:\n  tower: "The \\u202Etower\\u0001"\n')
    assert open_tongue("en", (theme,))[0].say("own.tower") == "The tower"


def test_a_field_that_the_words_do_not_have_is_told(tmp_path: Path) -> None:
    theme = written(tmp_path, "entry:\n  line: row {n}\n")
    tongue, (fault,) = open_tongue("en", (theme,))
    assert (fault.code, fault.location.line) == ("bad-value", 2)
    assert "{number}" in fault.message
    assert tongue.say("entry.line", number=3) == "line 3"


def test_a_plural_without_its_last_form_is_told(tmp_path: Path) -> None:
    theme = written(tmp_path, 'count:\n  outlet: {one: "{n} paper"}\n  report: [a]\n')
    assert [fault.code for fault in open_tongue("en", (theme,))[1]] == ["missing-key", "wrong-type"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    theme = written(tmp_path, "")
    (theme / "languages/en.yaml").write_bytes(b"\xff\xfe\x00")
    assert [fault.code for fault in open_tongue("en", (theme,))[1]] == ["unreadable-file"]


def test_an_unknown_language_speaks_english_and_is_told() -> None:
    tongue, (fault,) = open_tongue("eng", (), Location("site.yaml", 3, 11))
    assert (tongue.tag, fault.code, fault.location.line) == ("en", "unknown-language", 3)
    assert fault.hint.startswith('did you mean "en"? there are ar, de, en, ')


def test_a_country_that_is_not_known_is_told() -> None:
    tongue, (fault,) = open_tongue("de-XX", (), Location("site.yaml", 3, 11))
    assert (tongue.tag, fault.code, fault.severity.value) == ("de-XX", "unknown-language", "info")
    assert fault.message.endswith('in "de-XX"; they are as in "de"')
    assert open_tongue("de-AT")[1] == open_tongue("DE")[1] == ()


def test_a_theme_whose_locale_is_not_known_is_told(tmp_path: Path) -> None:
    theme = written(tmp_path, "front: {newest: De nieuwste}\nlocale: qq-QQ\n", "nl")
    tongue, (fault, _) = open_tongue("nl", (theme,))
    assert (fault.code, fault.severity.value, fault.location.line) == ("bad-value", "error", 2)
    assert tongue.day("2015-10-08") == "8 oktober 2015"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_on(tmp_path: Path) -> None:
    theme = written(tmp_path, "front: {newest: X}\n")
    os.mkfifo(theme / "languages/nl.yaml")
    assert [fault.code for fault in open_tongue("nl", (theme,))[1]] == ["unknown-language"]


def test_a_language_of_a_theme_needs_all_words(tmp_path: Path) -> None:
    theme = written(tmp_path, "front: {newest: De nieuwste}\n", "nl")
    tongue, (fault,) = open_tongue("nl", (theme,))
    assert (tongue.tag, tongue.say("front.newest"), fault.code) == ("nl", "De nieuwste", "untranslated")
    assert tongue.day("2015-10-08") == "8 oktober 2015"
    assert tongue.say("front.days") == "The days"
    assert "nl" in languages((theme,))


def test_a_file_that_has_no_keys_is_told(tmp_path: Path) -> None:
    (fault,) = open_tongue("en", (written(tmp_path, "- one\n"),))[1]
    assert (fault.code, fault.location.line) == ("wrong-type", 1)


def test_a_key_without_words_is_told_and_blanks_nothing(tmp_path: Path) -> None:
    tongue, (fault,) = open_tongue("en", (written(tmp_path, 'front:\n  newest:\n  days: ""\n'),))
    assert (fault.code, fault.location.line) == ("missing-key", 2)
    assert (tongue.say("front.newest"), tongue.say("front.days")) == (english().say("front.newest"), "")
