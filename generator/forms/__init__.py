"""What editors write, read strictly: YAML with places, fields with types, one table for each form."""
