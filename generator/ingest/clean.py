"""Any document -> the one clean text of it, by its media."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ingest.label.markdown import read_markdown
from generator.ingest.label.plaintext import read_plain
from generator.ingest.label.remarks import remarks_of
from generator.ingest.label.savedmarkdown import read_saved_markdown
from generator.model.article import CleanText, Media, RawDocument

if TYPE_CHECKING:
    from generator.model.settings import ReadSettings


def clean(document: RawDocument, settings: ReadSettings) -> CleanText:
    """Return the normalised text of ``document`` with every block labelled."""
    if document.media is Media.MARKDOWN:
        return (
            _remarked(read_saved_markdown(document, settings)) if document.clean else read_markdown(document)
        )
    if document.media is Media.HTML:
        from generator.ingest.page.page import read_page  # noqa: PLC0415 - start-up: only pages need a parser

        return _remarked(read_page(document, settings))
    return _remarked(read_plain(document, settings))


def _remarked(found: CleanText) -> CleanText:
    return replace(found, remarks=(*found.remarks, *remarks_of(found.text, found.blocks)))
