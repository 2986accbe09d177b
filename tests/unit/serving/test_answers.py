from __future__ import annotations

import json

import pytest

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location
from generator.serving.answers import allowed, answer, clean, path_at, wrong
from generator.serving.preview import State

FILES = {
    "index.html": b"<html><head></head>front</html>",
    "404.html": b"<html><head></head>none</html>",
    "articles/a/index.html": b"<html><head></head>a</html>",
    "static/site.css": b"p {}",
    "feed.xml": b"<feed/>",
    "data/quotes.json": b"[]",
}


class Site:
    """A snapshot made by hand."""

    base = "/holm/"

    def __init__(self, files: dict[str, bytes]) -> None:
        self.get = files.get


STATE = State(1, Site(FILES))  # type: ignore[arg-type]
FAULT = Diagnostic(Location("content/x.md", 2, 3), Severity.ERROR, "bad-date", "no day", "mend it", "line")


@pytest.mark.parametrize(
    ("target", "status", "kind"),
    [
        ("/holm/", 200, "text/html; charset=utf-8"),
        ("/holm/index.html?x=1#y", 200, "text/html; charset=utf-8"),
        ("/holm/articles/%61/", 200, "text/html; charset=utf-8"),
        ("/holm/static/site.css", 200, "text/css; charset=utf-8"),
        ("/holm/feed.xml", 200, "application/atom+xml; charset=utf-8"),
        ("/holm/data/quotes.json", 200, "application/json"),
        ("/-/preview.js", 200, "text/javascript; charset=utf-8"),
        ("/-/preview.css", 200, "text/css; charset=utf-8"),
        ("/holm/none/", 404, "text/html; charset=utf-8"),
        ("/elsewhere", 404, "text/plain; charset=utf-8"),
        ("/-/server.py", 404, "text/plain; charset=utf-8"),
    ],
)
def test_each_address_has_its_file(target: str, status: int, kind: str) -> None:
    made = answer(STATE, target)
    assert (made.status, made.headers["Content-Type"]) == (status, kind)


@pytest.mark.parametrize(
    "target",
    [
        "/holm/../../etc/passwd",
        "/holm/%2e%2e/%2e%2e/etc/passwd",
        "/holm/..%2f..%2fetc/passwd",
        "/holm/static//site.css",
        "//etc/passwd",
        "/holm/static\\site.css",
        "/holm/%00",
        "/holm/\xff%ff",
        "http://[broken/",
        "*",
        "",
    ],
)
def test_no_address_leads_out_of_the_site(target: str) -> None:
    assert clean(target) is None
    assert answer(STATE, target).status == 404


@pytest.mark.parametrize(("target", "to"), [("/", "/holm/"), ("/holm/articles/a", "/holm/articles/a/")])
def test_what_is_a_folder_is_answered_with_its_address(target: str, to: str) -> None:
    made = answer(STATE, target)
    assert (made.status, made.headers["Location"]) == (302, to)


def test_a_page_has_the_script_once_and_a_policy_that_lets_it_ask() -> None:
    made = answer(STATE, "/holm/")
    assert made.body.count(b"/-/preview.js") == 1
    assert made.body.endswith(b"front</html>")
    policy = made.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert policy.endswith("connect-src 'self'")
    assert b"preview" not in answer(STATE, "/holm/static/site.css").body


def test_what_the_browser_has_is_not_sent_again() -> None:
    tag = answer(STATE, "/holm/").headers["ETag"]
    for given in (tag, f'W/{tag}, "x"'):
        again = answer(STATE, "/holm/", given)
        assert (again.status, again.body) == (304, b"")
    assert answer(STATE, "/holm/", '"x"').status == 200
    assert answer(STATE, "/holm/articles/a/", tag).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8000",
        "a.localhost",
        "127.0.0.1:8000",
        "[::1]:80",
        "192.168.1.7:8000",
        "desk.example:1",
    ],
)
def test_who_names_this_machine_may_ask(host: str) -> None:
    assert allowed(host, "desk.example")


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "a b",
        "[::1",
        "x@127.0.0.1",
    ],
)
def test_a_name_of_somebody_else_may_not(host: str | None) -> None:
    assert not allowed(host, "127.0.0.1")


def test_before_there_is_a_site_a_page_waits_for_it() -> None:
    made = answer(State(problem="<site.yaml> is broken"), "/")
    assert made.status == 404
    assert b"&lt;site.yaml&gt; is broken" in made.body
    assert b"/-/preview.js" in made.body
    assert path_at(State(), "/") == "index.html"


def test_what_is_wrong_is_told_as_in_the_terminal() -> None:
    assert json.loads(wrong(STATE))["errors"] == []
    told = json.loads(wrong(State(1, None, (FAULT,) * 22)))
    assert told["errors"][0].splitlines()[0] == "content/x.md:2:3: error[bad-date]: no day"
    assert told["errors"][-1] == "and 2 more, in the terminal"
    problem = json.loads(wrong(State(problem="no title")))
    assert problem == {"head": "This is the site as it was before: no title", "errors": ["no title"]}
