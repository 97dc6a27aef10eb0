"""Commands on the record itself: seal, verify, prove, backup, restore, erase, fixity."""
