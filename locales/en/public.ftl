## An answer in a group for all to see: the one thing that Aram writes there, if a manager says so.

button-public = 📢 Answer publicly { $number }
button-public-post = 📢 Yes, write this
button-public-leave = No, do not

public-question = 📢 <b>A public answer</b> in the group <b>{ $group }</b>, below these words of <b>{ $customer }</b>:
public-text = Aram writes this under its own name, word for word:
public-seen-by-all = Everybody in the group sees it, customers too. Write it?
public-sent = ✅ Written in the group <b>{ $group }</b>. The owner sees this in the list of deeds.
public-left = 👌 Nothing was written.

public-managers-only = Only a manager answers publicly. Ask a manager to.
public-gone = This button is of no use any more.
public-changed = The card has changed; press again on the new one.
public-done = This answer has been written.
public-message-gone = That message is not in the group any more, so it cannot be answered there.
public-no-right = Aram may not write in this group. Allow it in the group's settings, then press again on the card.
public-not-there = Aram is not in that group any more.
public-try-again = Telegram is busy and nothing was written; press again on the card in a minute.
public-refused = Telegram refused and nothing was written. Write in the group yourself.
note-public-unsure = 📢 It is not known whether this public answer was written in the group <b>{ $group }</b>: “{ $text }” Look at the group; if it is not there, write it yourself.
public-unsure = It is not known whether it was written. Look at the group; if it is not there, write it yourself.
