## A seller's own words, before they go to a customer.

command-mine = What Aram thinks of your own reply
command-breath = The word after a heated message

mine-good = ✅ <b>Good, send it.</b>
mine-one = ✏️ <b>Change one thing.</b>
mine-several = ✏️ <b>Change a few things.</b>
mine-breathe = 🌿 <b>Take a breath, and don't send it yet.</b>
mine-for = Your reply to <b>{ $name }</b>:
mine-remark = • <b>{ $finding }</b>: { $mend }
mine-if-upset = If the customer is upset:

mine-insults = This hurts the customer
mine-insults-mend = Even if you are right, this is the line that stays. Take it out and speak of the order only.
mine-mocks = This sounds like mockery
mine-mocks-mend = The customer hears this louder than the rest. Say plainly what you will do.
mine-blames = This puts it on the customer
mine-blames-mend = Instead of "you", speak of what happened and what can be done now.
mine-dismisses = This sounds like brushing them off
mine-dismisses-mend = If you can do nothing yourself, say who will, and by when.
mine-shouts = This reads like shouting
mine-shouts-mend = Leave the marks and capitals out; the same words are stronger when calm.
mine-sharp = The tone is sharp
mine-sharp-mend = Read it once with the customer's eyes. See how they feel first, then say it.
mine-refunds = This promises money back
mine-refunds-mend = A manager has to agree; call them first, or write "I'll check with my manager".
mine-promises = This may be hard to keep
mine-promises-mend = Promise only what is certain, with a day and an hour.
mine-avoided = The shop's playbook says not to write this
mine-avoided-mend = Say it in other words.
mine-argues = This argues
mine-argues-mend = Nobody angry is ever convinced. Say that you understand, then offer a way out.
mine-too-long = This is long ({ $characters } characters, { $sentences } sentences)
mine-too-long-mend = Two or three sentences will do: you see how they feel, what you do, by when.
mine-cold = It says nothing of how they feel
mine-cold-mend = Begin with one line: "You have every right to be upset" or "Sorry you had to wait".
mine-idle = It does not say what you will do
mine-idle-mend = Name one concrete thing, with its time: "I'll tell you by six".

mine-better-words = <b>These are better</b> ({ $kind }):
mine-other-words = <b>Other words, if you like</b> ({ $kind }):
button-mine-send = ✈️ Send this as me

note-mine-usage = ✍️ Shall I look at your own reply before you send it?
    • Reply to the card with the text that you mean to send, or
    • write the text after /mine.

    I say that it is good, or what to change. Nothing goes to the customer.

## The gentle word after a heated message.

breath = 🌿 A breath… your last message to <b>{ $name }</b> came out a little sharp ({ $words }). It happens; this work takes a lot of patience.
breath-next = It can still be calmed. If you like, go on like this:
breath-setting = 🌿 When a message that you sent to a customer is heated, I say one gentle word, to you alone, with a way to go on. Once an hour for a conversation, no more; nobody else sees it.
breath-off = All right, no more of these. Whenever you like: /breath
breath-on = All right, from now on again.
button-breath-off = 🔕 No more of these
button-breath-on = 🔔 Tell me again
