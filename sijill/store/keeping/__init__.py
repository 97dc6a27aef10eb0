"""What happens to a record besides being added to: custody of originals, lawful erasure, copies of the ledger."""
