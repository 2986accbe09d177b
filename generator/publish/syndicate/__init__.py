"""What programs read: feeds, data, records for search, guides."""
