"""A preview of the site on this machine, made anew whenever a file is saved. Nothing of it is written."""
