"""Publishing: a manager's change, by whatever door, is checked, kept as a version, put in force.

Handlers ask the `Office`; the `Publisher` decides inside a transaction; `Live` keeps what is in
force up to date with the archive, and the archive with the folder. Telegram is not known here.
"""
