"""The public face: what ``import generator`` offers, and that it costs nothing."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import generator

_SOURCE = Path(generator.__file__)


def test_every_name_is_there() -> None:
    for name in generator.__all__:
        assert getattr(generator, name) is not None


def test_the_face_is_sorted_and_is_all_that_dir_shows() -> None:
    assert generator.__all__ == sorted(generator.__all__)
    assert dir(generator) == generator.__all__


def test_no_name_is_that_of_a_module() -> None:
    # "generator.build" would be the function or the module, by what was imported before.
    modules = {module.name for module in pkgutil.iter_modules(generator.__path__)}
    assert not modules & set(generator.__all__)


def test_types_and_values_come_from_the_same_homes() -> None:
    tree = ast.parse(_SOURCE.read_text(encoding="utf-8"))
    typed = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator.")
        for alias in node.names
    }
    assert sorted([*typed, "__version__"]) == generator.__all__
    for name, (module, inside) in typed.items():
        assert getattr(generator, name) is getattr(import_module(str(module)), inside)


def test_every_name_says_what_it_is() -> None:
    for name in generator.__all__:
        if name != "__version__":
            assert getattr(generator, name).__doc__


def test_another_name_is_an_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="module 'generator' has no attribute 'bild'"):
        _ = generator.bild  # type: ignore[attr-defined]


def test_the_errors_have_one_root() -> None:
    kinds = (generator.BuildFailed, generator.ConfigError, generator.EngineError, generator.ThemeError)
    assert all(issubclass(kind, generator.GeneratorError) for kind in kinds)


def test_importing_the_package_imports_nothing_of_it() -> None:
    ours = "[name for name in sys.modules if name.startswith('generator.')]"
    code = f"import sys, generator; print({ours}, generator.__version__)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_SOURCE.parents[1]
    )
    assert done.stdout.split() == ["[]", generator.__version__]


def test_a_text_can_be_read_without_a_folder() -> None:
    body = "The mill will stay open, its owner said.\n\n“We have wheat until spring,” said Ada Quill.\n"
    document = generator.RawDocument(body, generator.Media.TEXT, seed="mill")
    reading = generator.read(document, generator.ReadSettings())
    assert isinstance(reading, generator.Reading)
    spoken = {quote.text.strip(",."): quote.speaker for quote in reading.quotes}
    speaker = spoken["We have wheat until spring"]
    assert speaker is not None
    assert speaker.name == "Ada Quill"
