"""content/site.yaml to Settings: every bad key at once, with its line and column."""

from __future__ import annotations

from dataclasses import replace

from generator.forms.records import Row, read_form
from generator.forms.sheet import Sheet
from generator.forms.tables import SITE, TRIAL
from generator.model.corpus import Outlet
from generator.model.diagnostic import ConfigError, Diagnostic, Severity, in_order
from generator.model.settings import Admin, ReadSettings, Settings
from generator.model.text import slug


def read_settings(text: str, path: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read site.yaml; the diagnostics are warnings only.

    Errors: ConfigError with all the diagnostics, warnings too, where anything cannot be used as it stands.
    """
    sheet = Sheet(text, path)
    row = read_form(sheet, SITE)
    outlets = _outlets(row.rows("outlets"), sheet)
    admin = _admin(row, sheet)
    if "base_url" not in row.places:
        hint = "add base_url: https://… when the site has an address"
        sheet.warn(
            "no-base-url",
            row.at,
            "without base_url feeds hold no whole addresses, and there is no site map",
            hint,
        )
    diagnostics = in_order(sheet.diagnostics)
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    if errors:
        things = "one thing" if errors == 1 else f"{errors} things"
        raise ConfigError(f"{path} cannot be used: {things} to mend", diagnostics)
    return replace(_settings(row, outlets), admin=admin), diagnostics


def _settings(row: Row, outlets: tuple[Outlet, ...]) -> Settings:
    boilerplate = row.row("boilerplate") or Row(row.at)
    words, share = row.values.get("excerpt_words"), row.values.get("excerpt_share")
    known = Settings(title=row.text("title") or "", base_url=row.text("base_url") or "")
    return Settings(
        title=known.title,
        base_url=known.base_url,
        language=row.text("language") or known.language,
        timezone=row.text("timezone") or known.timezone,
        theme=row.text("theme") or known.theme,
        text=row.text("text") or known.text,
        excerpt_words=words if isinstance(words, int) else known.excerpt_words,
        excerpt_share=share if isinstance(share, int) else known.excerpt_share,
        actors=tuple(dict.fromkeys(row.texts("actors"))),
        outlets=outlets,
        lead=row.text("lead"),
        search=row.text("search") or known.search,
        pdf=row.flag("pdf") or False,
        pinned=tuple(dict.fromkeys(row.texts("pinned"))),
        read=ReadSettings(drop=boilerplate.texts("drop"), keep=boilerplate.texts("keep")),
    )


def _admin(row: Row, sheet: Sheet) -> Admin | None:
    """Return what is said of the page for editors; all but one kind of it needs a repository."""
    said = row.row("admin")
    if said is None:
        return None
    backend, repo = said.text("backend") or "", said.text("repo")
    if repo is None and backend != TRIAL:
        message = f'"repo" is missing: where editors work on {backend}'
        sheet.error("missing-key", said.at, message, "add repo: owner/name")
    known = Admin(backend)
    return Admin(
        backend,
        said.text("script") or known.script,
        repo,
        said.text("branch") or known.branch,
        said.text("folder") or known.folder,
        said.text("api"),
        said.text("auth"),
        sheet.location(said.places.get("script", said.at)),
    )


def _outlets(rows: tuple[Row, ...], sheet: Sheet) -> tuple[Outlet, ...]:
    outlets: dict[str, Outlet] = {}
    for row in rows:
        name = row.text("name") or ""
        place = row.places["name"]
        id_ = slug(name)
        if not id_:
            message = f'"{name}" has no letters or digits of which an id can be made'
            sheet.error(
                "bad-value", place, message, "write the name in Latin letters and the other as an alias"
            )
        elif id_ in outlets:
            message = f'"{name}" and "{outlets[id_].name}" would both have the id {id_}'
            sheet.error("duplicate-id", place, message, "keep one and give the other name as an alias")
        else:
            outlets[id_] = Outlet(
                id=id_,
                name=name,
                domains=tuple(domain.lower() for domain in row.texts("domains")),
                aliases=row.texts("aliases"),
                text=row.text("text"),
                licence=row.text("licence"),
            )
    return tuple(outlets.values())
