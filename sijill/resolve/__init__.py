"""names -> identities."""
