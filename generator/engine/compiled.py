"""Whether the modules of a room are run as they are written or as they were compiled: they do the same.

Where a C compiler was at hand when the project was installed (.build/compile.py), what is listed here takes
half the time. The compiled modules stand in a package of their own and are taken only while the sources of
their room are those of which they were made, so whoever edits a module runs what he wrote.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Final

PACKAGE: Final = "briefing_generator_compiled"
# These never import each other. With publish/, most of whose time is that of libraries, laying out the pages
# took a seventh less, and the install a minute more.
ROOMS: Final = ("analyse", "link")
_HOME: Final = Path(__file__).resolve().parent.parent
_BELOW: Final = ("engine", "forms", "knowledge", "model")  # their constants are written into what is compiled


def modules(room: str, home: Path = _HOME) -> list[Path]:
    """Return what is compiled of a room; what chooses, ``__init__.py``, is not."""
    return sorted(path for path in (home / room).rglob("*.py") if path.name != "__init__.py")


def digest(room: str, home: Path = _HOME) -> str:
    """Return the digest of the sources of a room and of those it stands on; it takes 1 or 2 ms."""
    found = sha256()
    for name in (room, *_BELOW):
        for path in sorted((home / name).rglob("*.py")):
            found.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def compiled(room: str, home: Path = _HOME) -> list[str]:
    """Return the folder of the compiled modules of just these sources; none where there is none.

    ``GENERATOR_PURE=1`` in the environment sets them aside.
    """
    spec = None if os.environ.get("GENERATOR_PURE") else find_spec(PACKAGE)
    for place in (spec and spec.submodule_search_locations) or ():
        made_of = Path(place, room, "sources")
        if made_of.is_file() and made_of.read_text(encoding="utf-8") == digest(room, home):
            return [str(Path(place, room))]
    return []


@cache
def _folders(room: str) -> tuple[str, ...]:
    return tuple(compiled(room))


def compiled_part(package: str) -> list[str]:
    """Return the folder of the compiled modules of a package; none where it is run as it is written."""
    _, room, *parts = package.split(".")
    return [str(Path(place, *parts)) for place in _folders(room)]
