"""What editors say of an article: their passages found again, their word laid over what was found."""
