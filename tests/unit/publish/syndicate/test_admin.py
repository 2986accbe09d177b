from __future__ import annotations

import json
from typing import Any

import pytest

from generator.forms.schema import schema
from generator.model.settings import Admin, Settings
from generator.publish.syndicate.admin import (
    admin_files,
    admin_headers,
    configuration,
    fields,
    no_script,
    policy,
)

GITHUB = Admin("github", repo="desk/briefing")
SETTINGS = Settings("The pier", "https://pier.example/")


def by_name(found: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in found}


def test_each_folder_has_the_fields_of_its_form_and_a_body() -> None:
    found = configuration(SETTINGS, GITHUB)
    assert found["backend"] == {"name": "github", "repo": "desk/briefing", "branch": "main"}
    collections = by_name(found["collections"])
    assert list(collections) == ["articles", "notes", "actors", "people", "pages", "settings"]
    for name, form in (("articles", "front-matter"), ("notes", "note"), ("people", "person")):
        keys = [field["name"] for field in collections[name]["fields"]]
        assert keys == [*schema(form)["properties"], "body"]  # type: ignore[misc]
        assert collections[name]["folder"] == f"content/{name}"
    assert collections["notes"]["fields"][-1]["modes"] == ["raw"]
    (site,) = collections["settings"]["files"]
    assert site["file"] == "content/site.yaml"
    assert list(by_name(site["fields"])) == list(schema("site")["properties"])  # type: ignore[call-overload]


def test_each_kind_of_value_has_its_widget() -> None:
    note, head, site = (by_name(fields(schema(form))) for form in ("note", "front-matter", "site"))
    assert note["kind"]["widget"] == "select"
    assert note["kind"]["options"] == ["context", "dispute", "verified", "correction"]
    assert note["article"]["required"] is True
    assert note["by"]["required"] is False
    assert note["at"]["widget"] == "object"
    assert by_name(note["at"]["fields"])["exact"]["widget"] == "text"
    assert note["date"]["pattern"][0] == r"^\d{4}-\d{2}-\d{2}$"
    assert head["byline"]["field"]["widget"] == "string"  # one or several: a list
    assert head["draft"]["widget"] == "boolean"
    assert by_name(head["corrections"]["fields"])["at"]["widget"] == "object"
    assert site["excerpt_words"] | {"hint": ""} == {
        "name": "excerpt_words", "label": "Excerpt words", "hint": "", "required": False,
        "widget": "number", "value_type": "int", "min": 1,
    }  # fmt: skip


def test_the_page_and_what_lies_beside_it() -> None:
    font = "source-sans-3-latin-x.woff2"
    found = {
        a.path: a.data
        for a in admin_files(SETTINGS, GITHUB, {"cms.js": b"run()", font: b"f", "x.woff2": b""})
    }
    assert list(found) == sorted(found)
    assert found["admin/cms.js"] == b"run()"
    assert json.loads(found["admin/config.yml"]) == configuration(SETTINGS, GITHUB)
    assert b'<script src="sveltia-cms.js"></script>' in found["admin/index.html"]
    assert b"noindex" in found["admin/index.html"]
    assert found["admin/fonts.css"].decode() == (
        '@font-face { font-family: "Source Sans 3"; font-weight: 200 900; font-style: normal; '
        f'src: url("{font}") format("woff2"); }}\n'
    )


def test_the_window_in_which_one_signs_in_may_tell_the_page_of_it() -> None:
    found = admin_headers(GITHUB)
    assert found["Content-Security-Policy"] == policy(GITHUB)
    assert found["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"


@pytest.mark.parametrize(
    ("admin", "asked"),
    [
        (GITHUB, "https://api.github.com https://github.com https://www.githubstatus.com"),
        (Admin("test-repo"), ""),
        (Admin("gitea", repo="a/b", api="https://git.example/api/v1", auth="https://auth.example"),
         "https://gitea.com https://git.example/api/v1 https://auth.example"),
    ],
)  # fmt: skip
def test_the_page_may_ask_the_host_of_the_repository_alone(admin: Admin, asked: str) -> None:
    rules = dict(rule.partition(" ")[::2] for rule in policy(admin).split("; "))
    assert rules["connect-src"] == f"'self' data: blob: {asked}".rstrip()
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert rules["frame-ancestors"] == "'none'"


def test_it_is_told_how_the_cms_comes_there() -> None:
    fault = no_script(Admin("github", "tools/cms.js"), "my/content")
    assert fault.message == "there is no tools/cms.js in my/content/, so the page for editors is left out"
    assert "npm pack @sveltia/cms && mkdir -p my/content/tools && " in fault.hint
    assert "> my/content/tools/cms.js && " in fault.hint
