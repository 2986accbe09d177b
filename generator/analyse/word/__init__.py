"""Words and marks: tokens, what the tables of the world find in them, noun phrases."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
