"""What a file for paper has beside its page: letters that can be copied, tags for who hears it read."""
