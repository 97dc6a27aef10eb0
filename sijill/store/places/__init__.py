"""The places that a case knows: the packaged gazetteer, and lists joined to it."""
