"""Where parsers run: a process that can do nothing but read and answer."""
