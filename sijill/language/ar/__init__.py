"""What several steps know of Arabic: letter forms, clitics, numbers, expressions of time. The words are tables."""
