"""What the articles say together: one person, one statement, one briefing. Sorted, no I/O."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
