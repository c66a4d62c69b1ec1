"""What Aram keeps: one transaction a message, and the outbox of letters in the same transaction.

`tables` → `engine` → `books` (one open transaction) → `ledger` (runs work in it); `outbox` holds
the letters, `reports` is the read side, `migrations/` brings a database up to date.
"""
