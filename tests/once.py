"""What several tests need is made by the first that asks, also where two processes share the tests out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

CONTENT = Path(__file__).resolve().parent.parent / "content"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this name, made by whoever comes first; nobody may change what lies there.

    It is made beside its place and moved there when it is whole: where making it fails, the next that asks
    begins anew and is told why.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, begun = shared / name, shared / f"{name}.begun"
    with FileLock(shared / f"{name}.lock"):
        if not folder.exists():
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            make(begun)
            begun.rename(folder)
    return folder


def copied(folder: Path, language: str, briefing: Path = CONTENT) -> Path:
    """Copy a briefing, with an interface in this language; return the folder of its content."""
    content = folder / "content"
    shutil.copytree(briefing, content)
    settings = content / "site.yaml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("\nlanguage: en\n", f"\nlanguage: {language}\n"), encoding="utf-8")
    return content
