"""Days that a text names, and which they are."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
