## Someone calls on Aram more often than it can keep up with.

rate-slow-down = One moment, please 🌿 That is more at once than I can keep up with. Try again in a few seconds. Customers' messages are read as always.
