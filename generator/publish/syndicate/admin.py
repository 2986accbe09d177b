"""The page on which editors work in a browser: Sveltia CMS with its configuration and its headers.

The configuration is made from the JSON Schemas of the forms, so that the page asks for what the readers
know. It is written as JSON, which is YAML, too. The CMS itself is a file that the desk puts into content/,
its fonts beside it: a build fetches nothing, and the page asks nobody but the host of the repository.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.forms.schema import schema
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.site import Asset
from generator.model.text import Location
from generator.publish.address.hosting import POLICY
from generator.publish.weave.marks import attribute, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.settings import Admin, Settings

FOLDER: Final = "admin"
_HOSTS: Final = {  # what a page may ask of the host of a repository; an own one is named by ``api``
    "github": "https://api.github.com https://github.com https://www.githubstatus.com",
    "gitlab": "https://gitlab.com",
    "gitea": "https://gitea.com",
    "test-repo": "",
}
FONT: Final = ".woff2"
# How the names of its fonts begin -> what it calls them, and their weights: of two faces with one name and
# the same weights the browser takes the other where it may not load the first.
_FAMILIES: Final = {
    "material-symbols-outlined": ("Material Symbols Outlined", "100 700"),
    "noto-mono": ("Noto Mono", "400"),
    "source-sans-3": ("Source Sans 3", "200 900"),
}
_FOLDERS: Final = {  # collection -> its form, its name in the singular
    "articles": ("front-matter", "article"),
    "notes": ("note", "note"),
    "actors": ("actor", "actor"),
    "people": ("person", "person"),
    "pages": ("page", "page"),
}
_SPELT: Final = {
    "front-matter": "title",
    "note": "article",
    "actor": "name",
    "person": "name",
    "page": "title",
}
_LONG: Final = frozenset({"exact", "prefix", "suffix", "why", "text", "dek"})  # keys with room for a sentence


def admin_files(settings: Settings, admin: Admin, given: Mapping[str, bytes]) -> tuple[Asset, ...]:
    """Return the page and its configuration, beside the files that are ``given``: the CMS and its fonts."""
    config = json.dumps(configuration(settings, admin), ensure_ascii=False, indent=2) + "\n"
    made = {
        "index.html": _page(settings, admin).encode(),
        "config.yml": config.encode(),
        "fonts.css": _fonts(given).encode(),
    }
    return tuple(Asset(f"{FOLDER}/{name}", data) for name, data in sorted({**given, **made}.items()))


def _fonts(given: Iterable[str]) -> str:
    """Name the fonts that lie beside the CMS, which else would be asked of others and be refused."""
    lines = []
    for name in sorted(given):
        face = next((face for key, face in _FAMILIES.items() if name.startswith(key)), None)
        if face and name.endswith(FONT):
            about = f'font-family: "{face[0]}"; font-weight: {face[1]}; font-style: normal'
            lines.append(f'@font-face {{ {about}; src: url("{name}") format("woff2"); }}\n')
    return "".join(lines)


def no_script(admin: Admin, content: str) -> Diagnostic:
    """Say that the CMS is not there, and how it comes there."""
    place = admin.location or Location(f"{content}/site.yaml")
    to = f"{content}/{admin.script}"
    folder = to.rpartition("/")[0]
    hint = " && ".join(
        (
            f"npm pack @sveltia/cms && mkdir -p {folder}",
            f"tar -xzOf sveltia-cms-*.tgz package/dist/sveltia-cms.js > {to}",
            f"tar -xzf sveltia-cms-*.tgz -C {folder} --strip-components=3 --wildcards '*.woff2'",
        )
    )
    message = f"there is no {admin.script} in {content}/, so the page for editors is left out"
    return Diagnostic(place, Severity.ERROR, "admin-script", message, hint)


def _name(admin: Admin) -> str:
    return admin.script.rpartition("/")[2]


def _page(settings: Settings, admin: Admin) -> str:
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        '<link rel="stylesheet" href="fonts.css">\n'
        f"<title>{escape(settings.title)}: for editors</title>\n</head>\n<body>\n"
        f'<script src="{attribute(_name(admin))}"></script>\n</body>\n</html>\n'
    )


def configuration(settings: Settings, admin: Admin) -> dict[str, Any]:
    """Return what the CMS is told of the repository and of each folder of content/."""
    backend = {"name": admin.backend, "repo": admin.repo, "branch": admin.branch if admin.repo else None}
    backend |= {"base_url": admin.auth, "api_root": admin.api}
    return {
        "backend": {key: value for key, value in backend.items() if value},
        **({"site_url": settings.base_url} if settings.base_url else {}),
        "media_folder": f"{admin.folder}/theme/static/media",
        "public_folder": "/static/media",
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [*_collections(admin), _site(admin)],
    }


def _collections(admin: Admin) -> Iterator[dict[str, Any]]:
    for name, (form, single) in _FOLDERS.items():
        spelt = _SPELT[form]
        yield {
            "name": name,
            "label": name.capitalize(),
            "label_singular": single.capitalize(),
            "folder": f"{admin.folder}/{name}",
            "create": True,
            "extension": "md",
            "format": "yaml-frontmatter",
            "identifier_field": spelt,
            "slug": f"{{{{fields.{spelt}}}}}",
            "summary": "{{article}}: {{at.exact}}" if form == "note" else f"{{{{{spelt}}}}}",
            "fields": [*fields(schema(form)), _body(single)],
        }


def _body(single: str) -> dict[str, Any]:
    """Return the field of the words below a head: as Markdown is written, for nothing may be set anew."""
    gloss = f"the words of the {single}, in Markdown"
    label = {"name": "body", "label": "Text", "widget": "markdown", "hint": gloss, "required": False}
    return {**label, "modes": ["raw"], "editor_components": []}


def _site(admin: Admin) -> dict[str, Any]:
    file = {"name": "site", "label": "site.yaml", "file": f"{admin.folder}/site.yaml"}
    return {
        "name": "settings",
        "label": "Settings",
        "files": [{**file, "format": "yaml", "fields": fields(schema("site"))}],
    }


def fields(form: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of a form, or of a mapping in it, made from its JSON Schema."""
    needed = form.get("required", ())
    return [_field(key, part, required=key in needed) for key, part in form["properties"].items()]


def _field(key: str, part: dict[str, Any], *, required: bool) -> dict[str, Any]:
    label = {"name": key, "label": key.replace("_", " ").capitalize(), "hint": part["description"]}
    return {**label, "required": required, **_widget(key, part)}


def _widget(key: str, part: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in part:
        kinds = [kind for kind in part["anyOf"] if kind.get("type") != "null"]
        return _widget(key, kinds[-1])  # of one or several the list
    kind = part["type"]
    if kind in {"array", "object"}:
        return _several(key, part)
    if kind in {"boolean", "integer"}:
        number = {"widget": "number", "value_type": "int", "min": part.get("minimum", 0)}
        return {"widget": "boolean"} if kind == "boolean" else number
    if "enum" in part:
        return {"widget": "select", "options": part["enum"]}
    words = {"widget": "text" if key in _LONG else "string"}
    return {**words, "pattern": [part["pattern"], "not of this form"]} if "pattern" in part else words


def _several(key: str, part: dict[str, Any]) -> dict[str, Any]:
    if part["type"] == "object":
        return {"widget": "object", "collapsed": True, "fields": fields(part)}
    inner = part["items"]
    if inner["type"] == "object":
        return {"widget": "list", "collapsed": True, "fields": fields(inner)}
    return {"widget": "list", "field": {"name": "each", "label": "Each", **_widget(key, inner)}}


def admin_headers(admin: Admin) -> dict[str, str]:
    """Return the headers that the page has of its own: the window in which one signs in tells it of it."""
    return {
        "Content-Security-Policy": policy(admin),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }


def policy(admin: Admin) -> str:
    """Return what the page may load and ask: its own script, and the host of the repository."""
    asked = " ".join(filter(None, (_HOSTS[admin.backend], admin.api, admin.auth)))
    rest = [rule for rule in POLICY.split("; ") if rule.startswith(("default", "base", "form", "frame"))]
    return "; ".join(
        [
            *rest,
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob: https:",
            "font-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "manifest-src 'self' data: blob:",
            f"connect-src 'self' data: blob: {asked}".rstrip(),
        ]
    )
