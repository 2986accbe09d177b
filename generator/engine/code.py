"""The version of the code itself, so that no cached value outlives what made it."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_KINDS = (".py", ".tsv", ".yaml")


def code_version(package: Path = _PACKAGE) -> int:
    """Return a number that differs whenever a module, a table or a word of the package differs.

    Reading the 120 files takes about 8 ms, once a build that has something to do; a version kept by hand
    would be forgotten.
    """
    digest = blake2b(digest_size=7)
    for path in sorted(p for p in package.rglob("*") if p.suffix in _KINDS):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return int.from_bytes(digest.digest(), "big")
