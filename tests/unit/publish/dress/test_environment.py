from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from generator.publish.dress.environment import PlainEnvironment, escaped, remembering

TEMPLATE = """{% macro b(x) %}<b title="{{ x }}">{{ x }}</b>{% endmacro %}
{% set kept %}<i>{{ value }}</i>{% endset %}
{{ value }}{{ value|safe }}{{ b(value) }}{{ kept }}{{ value ~ '<' }}{{ 7 }}{{ none }}
{% autoescape false %}{{ value }}{% endautoescape %}"""


@given(st.text())
def test_words_are_escaped_as_markupsafe_does(words: str) -> None:
    assert escaped(words) == str(escape(words))
    assert type(escaped(words)) is str


@pytest.mark.parametrize("value", [7, None, Markup("<b>"), Markup("plain"), 1.5])
def test_other_values_are_escaped_as_markupsafe_does(value: object) -> None:
    assert escaped(value) == str(escape(value))


@given(st.text(alphabet="ab<>&\"' \n"))
def test_a_page_is_the_same_as_jinja_writes_it(value: str) -> None:
    ours = PlainEnvironment(autoescape=True).from_string(TEMPLATE)
    jinjas = Environment(autoescape=True).from_string(TEMPLATE)
    assert ours.render(value=value) == jinjas.render(value=value)


CALLS = """{% macro row(a, b="x") %}<i>{{ a }}{{ b }}{{ caller() if caller else "" }}</i>{% endmacro %}
{% macro all() %}{{ varargs|join }}{{ kwargs|length }}{% endmacro %}
{{ row(value) }}{{ row(value, b=value) }}{{ row(*[value, value]) }}{{ row(**{"a": value}) }}
{% call row(value) %}<b>{{ value }}</b>{% endcall %}
{% for each in [value, "z"] recursive %}{{ row(each, loop.index) }}{{ loop.cycle("a", "b") }}{% endfor %}
{{ all(value, "y", one=1) }}{{ value.upper() }}{{ told(value, class=value) }}{{ range(3)|list }}
{% autoescape false %}{{ row(value) ~ value }}{% endautoescape %}"""


def told(words: str, **given: str) -> str:
    return f"{words}{sorted(given.items())}"


@given(st.text(alphabet="ab<>&\"' \n"))
def test_a_page_calls_what_jinja_calls(value: str) -> None:
    ours, jinjas = PlainEnvironment(autoescape=True), Environment(autoescape=True)
    ours.globals["told"] = jinjas.globals["told"] = told
    assert ours.from_string(CALLS).render(value=value) == jinjas.from_string(CALLS).render(value=value)


def test_what_is_not_there_cannot_be_called() -> None:
    environment = PlainEnvironment(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError, match="'nobody' is undefined"):
        environment.from_string("{{ nobody(1) }}").render()


def test_a_macro_is_called_once_for_a_value() -> None:
    environment = PlainEnvironment(autoescape=True)
    environment.globals["once"] = remembering()
    seen: list[str] = []

    def note(words: str) -> str:
        seen.append(words)
        return words

    environment.filters["seen"] = note
    page = environment.from_string(
        "{% macro a(x) %}<i>{{ x|seen }}</i>{% endmacro %}{% macro b(x) %}{{ x|seen }}{% endmacro %}"
        "{{ once(a, '<') }}{{ once(a, '<') }}{{ once(b, '<') }}{{ once(a, 'y') }}"
    )
    assert page.render() == "<i>&lt;</i><i>&lt;</i>&lt;<i>y</i>"
    assert seen == ["<", "<", "y"]
