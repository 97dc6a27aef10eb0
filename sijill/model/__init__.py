"""The nouns: frozen dataclasses and enums. No I/O, no framework, no imports of ours but errors."""
