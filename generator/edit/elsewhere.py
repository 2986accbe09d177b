"""Where words stand that no correction reaches, for they are of no story: a caption, a block that was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.edit.anchors import anchor
from generator.model.text import Selector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import FrontMatter


class Elsewhere(NamedTuple):
    """Where words stand beside the text of a report, and what an editor can do."""

    where: str
    hint: str


_HEAD: Final = "What stands there makes no statement; it is changed in the head, under {}."
_CUT: Final = (
    "Move it from cut: into the body, or give its first words under boilerplate: keep: in site.yaml."
)


def elsewhere(exact: str, front: FrontMatter) -> Elsewhere | None:
    """Return where words stand, None where they stand in no part of a report that is known."""
    return next((told for text, told in _parts(front) if _stand(exact, text)), None)


def _parts(front: FrontMatter) -> Iterator[tuple[str, Elsewhere]]:
    if front.image:
        yield front.image.caption or "", _of_head("the caption of the picture", "image:")
        yield front.image.credit or "", _of_head("the credit of the picture", "image:")
    for cut in front.cut:
        yield cut.text, Elsewhere(f"a block that was left out ({cut.rule})", _CUT)
    yield ", ".join(front.byline), _of_head("the byline", "byline:")
    yield front.headline or "", _of_head("the desk’s own headline", "headline:")


def _of_head(where: str, key: str) -> Elsewhere:
    return Elsewhere(where, _HEAD.format(key))


def _stand(exact: str, text: str) -> bool:
    found = anchor(text, Selector(exact))
    return found.span is not None or found.ambiguous
