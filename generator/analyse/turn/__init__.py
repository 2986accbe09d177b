"""Transcripts, interviews and speeches: words that are somebody's by whose turn it is, without marks."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
