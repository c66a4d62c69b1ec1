## How a trouble ended.

button-ending = How did it end?
button-ending-back = ↩️ Back to what Aram saw
ending-question = How did the conversation with <b>{ $name }</b> end?
ending-seen = As Aram saw it: { $outcome }. If it was otherwise, tap what it was.
ending-set = Set: { $outcome }. Change it whenever you like.
ending-marked = ✓ { $outcome }
ending-kept = Noted; thank you for telling.
ending-taken-back = Taken back; what Aram sees counts again.
ending-start-first = To answer, first open a private chat with Aram and press Start.

outcome-open = Still open
outcome-calmed = Calmed down
outcome-refunded = Refunded
outcome-parted = Parted politely
outcome-left = Left
outcome-handed-over = Handed to the manager
outcome-false-alarm = Not a problem
