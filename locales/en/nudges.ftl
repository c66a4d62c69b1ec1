## A tense customer waits: to the seller, then to a manager, and before the chat closes.

nudge-minutes = { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
nudge-hours = { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
nudge-hours-minutes = { $hours } h { $minutes } min
nudge-seller = ⏳ <b>{ $name }</b> has been waiting for your answer for { $time }.
nudge-shared = ⏳ <b>{ $name }</b> has been waiting in the group { $group } for { $time }, and nobody has taken the card yet.
nudge-draft = If your hands are full, these few words are enough to show that they aren't forgotten:
nudge-on-card = The card is right here. If your hands are full, one short line is enough: you have seen it, and when you will answer.
nudge-needs-manager = The step on the card needs a manager's leave. Until then, write that you are on it and at what time you will be back.
nudge-closing = ⌛️ <b>{ $name }</b> is still waiting, and I can send as you for { $left } more. Telegram closes this door 24 hours after the customer's last message; after that you have to write in the chat yourself.
nudge-day = ⌛️ <b>{ $name }</b> has been waiting for { $time }; a whole day is almost over. It isn't too late yet.
nudge-manager = ⏳ <b>{ $name }</b> has been waiting for an answer from { $seller } for { $time }. Their hands may be full and some help welcome.
nudge-manager-away = ⏳ <b>{ $name }</b> has been waiting for { $time }, and { $seller } is resting now. This talk needs somebody.
nudge-manager-shared = ⏳ <b>{ $name }</b> has been waiting for { $time }, and no colleague has taken the card yet.
nudge-closing-manager = ⌛️ <b>{ $name }</b> has been waiting for { $time }, and { $seller } is resting now. For { $left } more an answer can be sent from the card; after that Telegram does not allow it.

button-nudge-copy = 📋 Copy
button-nudge-on = 🙋 I'm on it
button-nudge-later = ⏰ In 15 minutes
button-nudge-send = ✈️ Send as me
button-nudge-brief = 📋 Show me the brief
nudge-on-it = Thank you. I won't tell a manager for now, so that you can answer.
nudge-later = All right. If nothing has been answered in 15 minutes, I'll remind you again.
nudge-brief = The brief of this talk is coming, right here.
nudge-brief-other = One of the managers has the brief of this talk.
nudge-over = Good news: this customer isn't waiting any more.

## After how many minutes.

patience-title = ⏳ <b>When an upset customer gets no answer</b>
patience-seller = The seller is reminded after { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
patience-seller-never = The seller is not reminded.
patience-manager = A manager is told if { $minutes ->
        [one] { $minutes } minute more goes by
       *[other] { $minutes } minutes more go by
    }.
patience-manager-never = Managers are not told.
patience-how = The first row is for the seller, the second for the manager. Each silence is told once. Whoever has quiet hours is not reminded; where the seller rests, a manager who is awake is told at once.
patience-answer = Done.
patience-not-manager = The shop's managers set these times.
button-patience = ⏳ Reminders of waiting customers
button-patience-seller-never = No reminder
button-patience-manager-never = Not to managers
button-patience-seller = { $minutes } min
button-patience-manager = +{ $minutes } min

## A kind word to the seller alone.

command-care = A kind word after hard talks

care-abuse = 🌿 That was hard. Nobody deserves to be told what <b>{ $name }</b> wrote.
care-many = 🌿 That was a lot: { $count } heated talks within an hour. Anybody would be tired by now.
care-rest = If you can, put the phone down for a few minutes and have a tea. A good answer is still good a few minutes later.
care-offer = If you'd rather not go on with this talk yourself, the button below hands it to a manager.
care-alone = Only you see this. Managers hear nothing of it unless you say so.
care-setting = 🌿 When a customer is abusive, or you have several heated talks within an hour, I say a kind word to you alone, and hand the talk to a manager if you wish. Once in four hours, no more.
care-note = 🌿 <b>{ $seller }</b> has had a hard talk today and wanted you to know. Nothing is urgent; a short "how are you?" would help.
care-told = I've told a manager that today is hard, without a sound and without the customer's words.
care-told-already = The manager knows.
care-no-manager = There is no manager I can reach now.
care-gone = This message is from hours ago. Talk to your manager yourself whenever you like.
care-off = All right, no more of it. Whenever you like: /care
care-on = All right, I will from now on.
button-care-hand = 🤝 Hand it to a manager
button-care-tell = 💬 Tell a manager it's a hard day
button-care-off = 🔕 No more of this
button-care-on = 🔔 Again, please
