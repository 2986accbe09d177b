"""What the tests of the whole share: the demonstration site, built once, and the command line."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator import Options, build_site
from generator.cli import main
from tests.once import copied, made_once

if TYPE_CHECKING:
    from collections.abc import Callable

# Properties search anew on a desk; on CI they try the same examples each time, so that a change is red or
# green for what it is. A find becomes a case.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("steady" if os.environ.get("CI") else "searching")

ROOT = Path(__file__).resolve().parent.parent
ODD = "\U000f0000\U000f0001\U000f0000\U000f0005\ue000\U0010fffd"  # of these the pages' own marks are made
RUNA = "said Runa Halvard, the foreign minister of Velmark.\n"
ODD_FILES = {
    "sources/it's & 50% #1 “new”.txt": (
        f"No{ODD}\u202e script \x1b[31m\x08\x0b here\n\n“{ODD}We \x07will\x7f not pay\ufffe,” {ODD}{RUNA}"
    ),
    "articles/odd.md": (
        f"---\ntitle: Odd{ODD} title\ndek: An{ODD}\noutlet: Post{ODD}\nbyline: [A{ODD} B]\n---\n"
        f'“The {ODD}boats are *{ODD}painted*,” {RUNA}\n::: note {{by="D{ODD}"}}\nThe{ODD} desk.\n:::\n'
    ),
    "notes/odd.md": (
        f"---\narticle: odd\nat: {{exact: boats are}}\nby: D{ODD}\n---\n"
        f"A{ODD} note [[velmark|{ODD}]] `{ODD}`.\n"
    ),
    "pages/odd-too.md": f"---\ntitle: T{ODD}\n---\nA{ODD} page ![{ODD}](x.png) [x]({ODD}).\n",
    "actors/odd.md": f"---\nname: Odd{ODD}land\nkind: state\n---\nAn{ODD} actor.\n",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite tests/site/expected/ and tests/broken/expected.txt"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Share out the whole suite among the cores; what is asked for by name runs in this process."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares a fixture: the tests of a file, in a browser those of one briefing.

    The longest are collected first, the many short ones of tests/unit last, so that the work ends evenly.
    """
    for item in items:
        path = item.path.relative_to(ROOT).as_posix()
        told = getattr(item, "callspec", None)
        params = told.params if told else {}
        briefing = params.get("briefing") or params.get("small") or ""
        item.add_marker(pytest.mark.xdist_group(f"{path} {briefing}".rstrip()))


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether the expected files are to be written anew, for people to review the difference."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration briefing once for all; nobody may change what lies there."""
    return _built(tmp_path_factory, "demonstration", lambda at: Options(ROOT / "content", at))


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration briefing with the search of all words."""

    def written(output: Path) -> Options:
        content = output.parent / "content"
        shutil.copytree(ROOT / "content", content)
        with (content / "site.yaml").open("a", encoding="utf-8") as told:
            told.write("search: full\n")
        return Options(content, output)

    return _built(tmp_path_factory, "searched", written)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration briefing with the second theme."""
    return _built(tmp_path_factory, "ledger", lambda at: Options(ROOT / "content", at, theme="ledger"))


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the briefing of tests/nasty/, every text of which tries to be more than a text."""

    def written(output: Path) -> Options:
        content = output.parent / "content"
        shutil.copytree(ROOT / "tests" / "nasty" / "content", content)
        for name, text in ODD_FILES.items():
            (content / name).write_text(text, encoding="utf-8")
        return Options(content, output)

    return _built(tmp_path_factory, "nasty", written)


@pytest.fixture(scope="session")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the demonstration in a language, built when it is first asked for."""

    def made(folder: Path, language: str) -> None:
        done = build_site(Options(copied(folder, language), folder / "site"))
        assert "unknown-language" not in {d.code for d in done.diagnostics}

    def built(language: str) -> Path:
        name = f"demonstration-{language}"
        return made_once(tmp_path_factory, name, lambda folder: made(folder, language)) / "site"

    return built


def _built(factory: pytest.TempPathFactory, name: str, options: Callable[[Path], Options]) -> Path:
    return made_once(factory, name, lambda folder: build_site(options(folder / "site"))) / "site"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process: its words go in; exit status, standard output and error come out."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(word) for word in words])
        return status, *capsys.readouterr()

    return run
