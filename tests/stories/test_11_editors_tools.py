"""Editors' tools: schemas, settings of editors, and a page to edit on in a browser, where it is asked for."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.forms.schema import FORMS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.briefing import Briefing

ASKED = "admin: {backend: github, repo: desk/briefing}\n"
FONT = "material-symbols-outlined-latin.woff2"


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_a_schema(briefing: Briefing, form: str) -> None:
    told = briefing.run("schema", form)
    assert told.status == 0
    schema = json.loads(told.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert all(part["description"] for part in schema["properties"].values())


def test_init_leaves_an_editor_with_everything_set(briefing: Briefing, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert briefing.run("init", new).status == 0
    settings = json.loads((new / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert json.loads((new / schema).read_text(encoding="utf-8"))["type"] == "object"
        assert list(new.glob(files)), files
    assert "content/sources/*.{txt,html,htm,mhtml,mht}" in settings["files.readonlyInclude"]
    told = json.loads((new / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in told["recommendations"]
    snippets = json.loads((new / ".vscode" / "briefing.code-snippets").read_text(encoding="utf-8"))
    assert {each["prefix"] for each in snippets.values()} == {"note", "correction", "passage"}
    rules = (new / ".editorconfig").read_text(encoding="utf-8")
    assert re.search(r"\[content/sources/\*\.\{txt[^]]*\]\n(?:\w+ = unset\n)+", rules)
    assert "content/sources/** -text" in (new / ".gitattributes").read_text(encoding="utf-8")
    assert (
        briefing.run("build", "--strict", "--content", new / "content", "--output", new / "site").status == 0
    )
    again = briefing.run("init", new)
    assert again.out.splitlines()[-1].startswith("0 files written")


def test_there_is_no_page_for_editors_unless_it_is_asked_for(briefing: Briefing) -> None:
    briefing.build()
    assert not (briefing.site / "admin").exists()
    assert briefing.page("_headers").startswith("/*\n  Content-Security-Policy:")


def test_where_the_cms_is_missing_it_is_said_how_it_comes_there_and_the_rest_is_built(
    briefing: Briefing,
) -> None:
    briefing.write("site.yaml", briefing.read("site.yaml") + ASKED)
    told = briefing.run("build")
    assert told.status == 1
    assert (
        "content/site.yaml:12:8: error[admin-script]: there is no admin/sveltia-cms.js in content/"
        in told.err
    )
    assert "npm pack @sveltia/cms && mkdir -p content/admin && " in told.err
    assert not (briefing.site / "admin").exists()
    assert (briefing.site / "index.html").is_file()


def test_with_the_cms_in_its_place_there_is_a_page_under_a_policy_of_its_own(briefing: Briefing) -> None:
    briefing.build()
    before = briefing.files()
    briefing.write("site.yaml", briefing.read("site.yaml") + ASKED)
    briefing.write("admin/sveltia-cms.js", "console.log('a CMS');\n")
    briefing.write(f"admin/{FONT}", "a font")
    briefing.build("--strict")
    now = briefing.files()
    assert sorted(set(now) - set(before)) == [
        f"admin/{name}" for name in ("config.yml", "fonts.css", "index.html", FONT, "sveltia-cms.js")
    ]
    assert [path for path in before if now[path] != before[path]] == ["_headers"]
    config = json.loads(briefing.page("admin/config.yml"))
    assert config["backend"] == {"name": "github", "repo": "desk/briefing", "branch": "main"}
    notes = next(each for each in config["collections"] if each["name"] == "notes")
    properties = json.loads(briefing.run("schema", "note").out)["properties"]
    assert [field["name"] for field in notes["fields"]] == [*properties, "body"]
    strict, _, own = briefing.page("_headers").partition("/admin/*\n")
    assert "unsafe" not in strict
    assert strict.count("Content-Security-Policy") == strict.count("\n/")
    assert "connect-src 'self' data: blob: https://api.github.com" in own
    assert "admin" not in briefing.page("sitemap.xml")
    assert "admin/" not in briefing.page("index.html")
    briefing.write("site.yaml", briefing.read("site.yaml").replace(ASKED, ""))
    briefing.build()
    assert briefing.files() == before


def test_a_page_without_a_repository_is_a_fault_of_configuration(briefing: Briefing) -> None:
    briefing.write("site.yaml", briefing.read("site.yaml") + "admin: {backend: gitlab}\n")
    told = briefing.run("check")
    assert told.status == 2
    assert 'error[missing-key]: "repo" is missing' in told.err
    briefing.write("site.yaml", briefing.read("site.yaml").replace("gitlab", "gitlb"))
    assert 'did you mean "gitlab"?' in briefing.run("check").err
