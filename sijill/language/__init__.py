"""What several steps know of English and Arabic: folding, tokens, sentences, number words, dates, vocabularies."""
