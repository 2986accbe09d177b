"""What the articles say together: one person, one statement, one briefing. Sorted, no I/O."""
