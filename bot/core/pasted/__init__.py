"""What a seller hands over: forwarded messages, copied chats, e-mails; taken apart and read.

The way: `transcript`, `mail` → `pile` (gathered until the seller pauses) → `talk` (who is who) →
`study` (the coach hears it) with `point` (what a long text comes to).
"""
