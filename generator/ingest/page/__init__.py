"""A saved web page: what it says of itself, and which of its texts are the story."""
