"""What a test needs that pip does not bring: where it lacks the test is skipped, under ``CI`` it fails."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from generator.publish.pdf import why_not

TOOLS = Path(__file__).parent / "tools"


def program(*names: str) -> str:
    """Return the path of a program, of the first that is there of several that do the same."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or lacking(f"{' or '.join(names)} is not installed")


def from_npm(name: str) -> Path:
    """Return the path of what a package of tests/tools/package.json has."""
    path = TOOLS / "node_modules" / name
    return path if path.exists() else lacking(f"{name} is not installed: npm ci --prefix tests/tools")


def weasyprint() -> None:
    """Make sure that PDF files can be made: that needs Pango, which is the system's."""
    if reason := why_not():
        lacking(reason)


def lacking(message: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
