"""A small briefing to begin with: one saved report, two actors, a note; it builds as it is.

An empty one has no report, actor and note; the files in ``empty/`` stand in for those of the sample then.
The files lie in ``briefing/`` as they will stand, but that a leading dot is written "dot.", for tools heed
files such as .gitignore wherever they meet them.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from generator.forms.schema import FORMS, schema
from generator.forms.snippets import snippets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


SAMPLE: Final = ("content/sources/", "content/actors/", "content/notes/")  # whose files are the sample's


def starter_files(*, empty: bool = False) -> dict[str, str]:
    """Return the text of each file of a new briefing by its path from the top, with slashes, sorted."""
    found = {path: file.read_text(encoding="utf-8") for path, file in _walk(files(__name__) / "briefing", "")}
    if empty:
        found = {path: text for path, text in found.items() if not path.startswith(SAMPLE)}
        own = _walk(files(__name__) / "empty", "")
        found.update({path: file.read_text(encoding="utf-8") for path, file in own})
    for form in FORMS:
        found[f".schema/{form}.json"] = json.dumps(schema(form), indent=2, ensure_ascii=False) + "\n"
    found[".vscode/briefing.code-snippets"] = snippets()
    return dict(sorted(found.items()))


def _walk(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f".{entry.name[4:]}" if entry.name.startswith("dot.") else entry.name
        if entry.is_dir():
            yield from _walk(entry, f"{above}{name}/")
        else:
            yield f"{above}{name}", entry
