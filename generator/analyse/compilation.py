"""Whether the modules of this room are run as they are written or as they were compiled: they find the same.

Where a C compiler was at hand when the project was installed (.build/compile.py), reading takes half the
time. The compiled modules stand in a package of their own and are taken only while the sources are those of
which they were made, so whoever edits a module runs what he wrote.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

PLAIN = frozenset({"__init__.py", "compilation.py"})  # they choose, and so are never compiled
PACKAGE = "briefing_generator_compiled"
_BELOW = ("model", "knowledge")  # their constants are written into what is compiled


def digest(home: Path) -> str:
    """Return the digest of the sources in ``home`` and of those it stands on; it takes 1 ms."""
    found = sha256()
    for folder in (home, *(home.parent / name for name in _BELOW)):
        for path in sorted(folder.rglob("*.py")):
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def compiled(home: Path) -> list[str]:
    """Return the folder of the compiled modules of just these sources; none where there is none.

    ``GENERATOR_PURE=1`` in the environment sets them aside.
    """
    spec = None if os.environ.get("GENERATOR_PURE") else find_spec(PACKAGE)
    for place in (spec and spec.submodule_search_locations) or ():
        if Path(place, "sources").read_text(encoding="utf-8") == digest(home):
            return [place]
    return []


@cache
def compiled_room() -> tuple[str, ...]:
    """Return the folder of the compiled modules of this room; none where there is none."""
    return tuple(compiled(Path(__file__).parent))


def compiled_part(package: str) -> list[str]:
    """Return the folder of the compiled modules of a package of this room; none where there is none."""
    return [str(Path(place, package.rpartition(".")[2])) for place in compiled_room()]
