"""Random updates, and random lives of the ledger and the ladder."""
