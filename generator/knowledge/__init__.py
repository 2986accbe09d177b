"""What anybody knows of the world: states, bodies, offices, verbs of speech, wordings of web pages."""
