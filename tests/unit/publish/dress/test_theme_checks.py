from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.diagnostic import ThemeError
from generator.publish.dress.theme import open_theme

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


FAULTS = {
    "misspelt": (
        '{% extends "theme/article.html" %}\n{% block factts %}x{% endblock %}',
        r"article\.html:2: there is no block 'factts' in what this template extends; did you mean 'facts'\?",
    ),
    "of another page": (
        '{% extends "briefing/plain.html" %}\n\n{% block zzzz %}x{% endblock %}',
        r"article\.html:3: there is no block 'zzzz' .*; there are faces, foot, .*text",
    ),
    "below a condition": (
        '{% extends "theme/article.html" %}\n{% if 1 %}\n{% block zzzz %}x{% endblock %}{% endif %}',
        r"article\.html:3: there is no block",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_block_that_is_never_shown_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    text, said = FAULTS[name]
    write(tmp_path / "article.html", text)
    with pytest.raises(ThemeError, match=said):
        open_theme((tmp_path,))


GOOD = {
    "of the frame": '{% extends "theme/article.html" %}{% block foot %}x{% endblock %}',
    "new within a known one": (
        '{% extends "theme/article.html" %}{% block facts %}{% block own %}x{% endblock %}{% endblock %}'
    ),
    "extends nothing": "{% block own %}x{% endblock %}",
    "extends what is not known before": '{% set name = "frame.html" %}{% extends name %}',
    "extends what is not there": '{% extends "nowhere.html" %}{% block own %}x{% endblock %}',
    "is no template": "{% block %}",
    "extends itself": '{% extends "article.html" %}',
}


@pytest.mark.parametrize("name", GOOD)
def test_what_is_shown_or_told_by_rendering_passes(tmp_path: Path, name: str) -> None:
    write(tmp_path / "article.html", GOOD[name])
    assert open_theme((tmp_path,))


def test_a_circle_of_templates_ends(tmp_path: Path) -> None:
    write(tmp_path / "article.html", '{% extends "other.html" %}')
    write(tmp_path / "other.html", '{% extends "article.html" %}')
    assert open_theme((tmp_path,))


def test_a_template_that_is_not_in_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_bytes(b'{% extends "theme/article.html" %}\n<p>Caf\xe9</p>')
    with pytest.raises(ThemeError, match=r"article\.html:2: this is not in UTF-8"):
        open_theme((tmp_path,))
