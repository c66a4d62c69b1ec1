"""The pure heart: what a conversation has come to, and what to whisper now.

No I/O, no framework, no database, no clock of its own. Read in this order:
`conversation` → `reading` → `assessment` → `playbook` → `pace` → `ladder` → `coach`.
"""
