"""What the Makefile calls: assets, browser, message catalogues. None of it is shipped."""
