## What a seller promised, and looking back at a trouble that ended well.

command-reminders = Your promises and reminders

reminder-promise = ⏰ You promised <b>{ $name }</b> something ({ $when }):
reminder-promise-ahead = ⏰ Your promise to <b>{ $name }</b>, reminder { $when }:
reminder-how = I have not seen it done. If it is, press “Done”; or give me another time: reply to this message with “Thursday evening”.
reminder-how-ahead = If you keep it by then, I'll say nothing. For another time, reply to this message with “Thursday evening”.
reminder-today = today
reminder-tomorrow = tomorrow
reminder-yesterday = yesterday
reminder-group = several customers of a group

reminder-check = 🌿 The trouble with <b>{ $name }</b> ended well ({ $when }). Now is the time for two minutes to ask how things are:
reminder-check-copy = Telegram lets me write as you only for 24 hours after the customer's last message; this time, copy it and write yourself.
reminder-check-ask = Send this to <b>{ $name }</b> as you?

button-card-reminder = ⏰ Reminder: { $when }
button-reminder-done-promise = ✅ Done
button-reminder-hour-promise = ⏰ In an hour
button-reminder-morning-promise = 🌅 Tomorrow morning
button-reminder-drop-promise = Not a promise
button-reminder-done-check = ✅ I asked
button-reminder-hour-check = ⏰ In an hour
button-reminder-morning-check = 🌅 Tomorrow morning
button-reminder-drop-check = Not needed

reminder-done = Well done.
reminder-later = Fine, I'll say so then.
reminder-dropped = Fine, I'll leave it.
reminder-needless = It isn't needed any more.
reminder-gone = This reminder is no longer open.
reminder-start-first = Reminders come in your private chat. First open Aram and press Start.
reminder-not-understood = I did not understand the time. Write, for example, “tomorrow at 10”, “in two hours” or “Thursday evening”.
reminder-over-done = ✅ <b>{ $name }</b>: done.
reminder-over-later = ⏰ <b>{ $name }</b>: reminder { $when }. All of them: /reminders
reminder-over-drop-promise = <b>{ $name }</b>: not a promise; I took the reminder away.
reminder-over-drop-check = <b>{ $name }</b>: not needed; I took the reminder away.
reminder-over-needless = <b>{ $name }</b>: things have changed; there is no need to ask any more.
reminder-over-sent = ✈️ Sent to <b>{ $name }</b> as you.

reminders-due = ⏰ The time of { $count } promises has come, and I have not seen them done:
reminders-title = ⏰ <b>Your reminders</b>
reminders-none = You have no open promise.
reminders-more = And { $count } more.
reminders-how = When you promise a customer something (“I'll send it tomorrow”), I remind you alone when the time has come; and some days after a trouble that ended well, I tell you to ask how things are. If you have done it by then, I say nothing.
reminders-number = { $number }.
reminders-line-promise = { $number } <b>{ $name }</b>, { $when }: { $words }
reminders-line-check = { $number } <b>{ $name }</b>, { $when }: ask how things are
reminders-promises-on = From now on I remind you of what you promise.
reminders-promises-off = Fine, I won't remind you of what you promise.
reminders-checks-on = From now on I remind you to ask how things are.
reminders-checks-off = Fine, I won't remind you to ask how things are.
button-reminders-done = ✅ { $number } done
button-reminders-change = ⏰ { $number } change
button-reminders-list = Back to the list
button-reminders-promises-off = 🔕 Don't remind me of promises
button-reminders-promises-on = 🔔 Remind me of promises
button-reminders-checks-off = 🔕 Don't remind me to ask afterwards
button-reminders-checks-on = 🔔 Remind me to ask afterwards
