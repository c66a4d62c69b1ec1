## Whom Aram reaches, and when.

command-quiet = Your quiet hours

reach-lost = 📵 I cannot reach <b>{ $name }</b>: they have blocked Aram, have not started it yet, or have no such account any more.
    Ask them to open this bot and press “Start”. Until then, if a talk of theirs becomes heated, I tell whoever is on duty, or a manager.
reach-stand-in-unreachable = I cannot reach { $seller }; this talk needs somebody.
reach-stand-in-quiet = { $seller } is resting now; this talk needs somebody.
reach-place-chat = Where: the private chat of { $seller } with { $customer }
reach-place-group = Where: the group { $group }
reach-waited-unreachable = Welcome back. { $count ->
        [one] One talk waits for you
       *[other] { $count } talks wait for you
    }: { $names }. Their cards come anew.
reach-waited-quiet = 🌤 While you rested, { $count ->
        [one] one talk got a card that is still open
       *[other] { $count } talks got cards that are still open
    }: { $names }. They are right above.
reach-right-taken = I may not write as you any more. I still read along and give you cards, but the button “as me” is gone. To bring it back: Settings → Business → Chatbots, “Reply to messages”.
card-disconnected = The connection was taken away, and this card is closed. Whenever you connect again, I am with you anew.

quiet-title = 🌙 <b>Your quiet hours</b>
quiet-is-off = The sound is on now.
quiet-is-on = I am silent now, until { $day }, { $hour }.
quiet-is-muted = I am silent now, until you turn the sound on.
quiet-hours = Silent every day from { $begin } to { $end }.
quiet-days = Days off in the week: { $days }
quiet-dates = Other days off: { $days }
quiet-promise = At these times cards come without a sound. If a talk becomes heated, I tell whoever is on duty, or a manager; if none of them is there, the card waits here. When the time is over, one line says what is still open.
quiet-how = Other hours? Write <code>/quiet 21 to 9</code>
    For a day off: <code>/quiet ۱ فروردین</code> or <code>/quiet 1406/1/1</code> (Persian calendar)
    For several days: <code>/quiet ۱ تا ۱۳ فروردین</code>
quiet-answer = Done.
quiet-not-understood = I did not understand this. Write hours like this: <code>/quiet 22 to 8</code> or <code>/quiet 22:30 to 7:15</code> (minutes 00, 15, 30 or 45); and a day off like this: <code>/quiet ۱ فروردین</code> or <code>/quiet 1406/1/1</code>
quiet-day-is-over = That day is over. Write one that is to come, such as <code>/quiet ۱ فروردین</code>
quiet-too-many-days = I keep no more days off than these. First clear the days off in /quiet.
quiet-dates-title = 📅 <b>Your days off</b>
    Press one to take it away. Feasts that follow the moon move every year: write those yourself.
quiet-talks-title = 🔕 <b>Talks that you have muted</b>
    Press one to hear of it again.
quiet-no-talks = No talk is muted any more.
button-quiet-iran = 📅 Iran's public holidays
button-quiet-days = 📅 See and remove
button-quiet-talks = 🔕 Muted talks
button-quiet-back = ← Back
button-quiet-none = No hours
button-quiet-ten = 22 to 8
button-quiet-eleven = 23 to 7
button-quiet-dates = Clear other days off
button-quiet-hour = 🔕 One hour
button-quiet-tomorrow = 🔕 Until tomorrow
button-quiet-mute = 🔕 Until I say so
button-quiet-sound = 🔔 Turn the sound on
