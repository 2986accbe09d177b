"""Where things stand: addresses of the site, files of themes, headers of hosts."""
