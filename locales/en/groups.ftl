## Groups: whose they are, who is on duty, and the cards of customers in them.

command-duty = Being on duty, or not

room-added = 👥 From now on I read the group <b>{ $group }</b> for { $shop }. I write nothing there, but for an answer that a manager has read and confirmed; the cards come to you.
    The shop's team are sellers, and everyone else is a customer.
room-whose = 👥 You added me to the group <b>{ $group }</b>. Which of your shops is it of? Until you say so, I read nothing there.
room-shop-nameless = your shop
room-shop-number = Shop { $number }
room-gone = This group no longer waits for your answer. If Aram should still be there, remove it once and add it again.
note-room-left = 👥 Aram is no longer in the group <b>{ $group }</b> and reads nothing there. If it should, add it to the group again.

copy-where = 👥 { $group }
copy-offered = 🤚 This card is nobody's yet. Whoever takes it first, or answers the customer in the group, has it.
copy-taken = 🤝 <b>{ $name }</b> took <b>{ $customer }</b>.
copy-colleague = A colleague
button-take = 🤚 I take it
take-yours = It is yours. Thank you.
take-late = { $name } took it first.

duty-is-on = ☀️ <b>You are on duty</b>, since { $hours }. The cards of customers in groups come to you, unless a colleague has answered them before.
duty-is-off = 🌙 <b>You are not on duty.</b> While nobody is, the cards of customers in groups come to all sellers, and whoever takes one first has it.
duty-ways-private = The cards of groups come here. They can come in the group itself, where only you see them.
duty-ways-room = The cards of groups come in the group itself, and only you see them. What goes unanswered for two minutes I send here.
duty-who = <b>On duty:</b>
duty-line = • { $name }, since { $hours }
duty-nobody = Nobody is on duty now.
duty-just-now = just now
duty-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
duty-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
button-duty-on = ☀️ I am on duty
button-duty-off = 🌙 My shift is over
button-duty-room = 👥 Show cards in the group
button-duty-private = 👤 Send cards here
duty-answer-on = Welcome. You are on duty from now on.
duty-answer-off = Well done. Your shift is over.
duty-answer-room = From now on I show you the cards of groups in the group itself, to you alone.
duty-answer-private = From now on I send the cards of groups here.
