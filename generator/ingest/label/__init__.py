"""Each line of a text and what it is, said by wording, shape and place; nothing is cut."""
