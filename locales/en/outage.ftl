## The database cannot be written for a while: the shop's owner is told, once.

outage-begins = ⚠️ For a minute now I have not been able to keep anything, so I give no advice. { $why }

    Customers' messages are not lost: they wait at Telegram, for a day at most, and I read them by myself as soon as I can write again.
outage-over = ✅ I can write again, and am reading what has come in meanwhile.
