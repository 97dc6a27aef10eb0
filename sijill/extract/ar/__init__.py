"""The grammar of Arabic: verb first, adjective after its noun, two nouns joined by nothing between them."""
