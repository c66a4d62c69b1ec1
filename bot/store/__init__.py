"""What Aram keeps: one transaction a message, and the outbox of letters in the same transaction.

`tables` → `engine` → `books` (one open transaction) → `ledger` (runs work in it); `groups` lets
what waits together share a commit, `statements` are built once. `outbox` holds the letters,
`reports` is the read side, `migrations/` brings a database up to date.
"""
