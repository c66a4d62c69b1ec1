## The card on the seller's screen.

card-customer = The customer
card-headline = <b>{ $name }</b> · { $tension }
card-why = <b>Why:</b> { $reasons }
card-reason = { $label } ({ $words })
card-step = <b>Step { $number } of { $of }: { $kind }</b>
card-draft = <b>{ $number }.</b> { $text }
card-confirm = Send this to the customer as you?
card-quiet = 🔈 A complaint that everybody reads: no alarm, but a good answer is seen.
card-needs-manager = 🔑 A manager must agree to this promise; call them before you send it.
card-needs-your-leave = 🔑 This promise needs a manager, and that is you: allow it if it is right.
card-awaits-manager = 🔑 This promise waits for the manager; do not send it before the answer.
card-manager-called = ☎️ The manager has been told and has the brief.
card-sending = ⏳ On its way… if you do not see it in the chat, send it yourself.
card-sent = ✅ Sent as you: { $text }
card-calmed = 🕊 They have calmed down. Well done; a warm sentence is a good end.
card-worked = ✅ It worked. Good to see it end well.
card-dismissed = 👌 Not a problem, then. We stay quiet about this chat unless it grows hotter.
card-learned = 🌱 And we have learned from it. If you change your mind: /lessons
card-muted = 🔕 This chat is muted. Bring the sound back whenever you like.

quoted = “{ $words }”
list-comma = {", "}

button-copy = 📋 Copy { $number }
button-ask = ✈️ As me { $number }
button-send = Yes, send it
button-back = Back
button-next = Next step ›
button-words = Other words
button-worked = ✅ It worked
button-fine = Not a problem
button-mute = 🔕 Mute
button-unmute = 🔔 Unmute
button-allow = 🔓 I allow it myself
button-call = ☎️ Call the manager

## What the seller is told right after a press.

answer-done = Done.
answer-gone = This card is no longer in use.
answer-not-yours = This card is for another seller.
answer-closed = This card is closed.
answer-worked = Good! Well done.
answer-dismissed = All right. We stay quiet unless it grows hotter.
answer-learned = Thank you for saying so; Aram has learned this from you. We stay quiet unless it grows hotter.
answer-muted = This chat is muted.
answer-unmuted = We will tell you again from now on.
answer-manager-called = The manager has been told.
answer-no-manager = There is no manager yet who could be asked. The owner can invite one with /team.
answer-decide-yourself = There is no other manager: the decision is yours. Where a step needs leave, press “I allow it myself” on the card.
answer-allowed = Allowed; now you can send this step.
answer-fill-blank = This message has a blank “…”. Copy it, fill it in, and send it yourself.
answer-may-not-send = Aram may not write as you. In Telegram: Settings → Business → Chatbots, allow “Reply to messages”; until then, copy.
answer-needs-manager = This step needs a manager's consent. Call the manager first.
answer-window-closed = The customer last wrote over 24 hours ago, so Telegram does not let Aram write. Copy it and send it yourself.
answer-not-connected = Your connection to Aram was removed or replaced. In Telegram: Settings → Business → Chatbots, connect Aram again; until then, copy.
answer-try-again = Telegram is busy now and the message did not go; press again in a minute.
answer-changed = The card has changed; choose again.
answer-sending = Sent.
answer-unsure = It is not clear whether the message arrived. Look at the chat and send it yourself if it is not there.

## Tension.

tension-calm = calm
tension-uneasy = uneasy
tension-heated = heated
tension-abusive = abusive

## Steps.

step-acknowledge-feelings = acknowledge the feeling
step-share-experience = share a similar experience
step-offer-alternative = offer an alternative
step-offer-refund = offer a refund, with good grace
step-part-ways = part ways politely
step-answer-briefly = answer briefly
step-set-boundary = set a boundary
step-explain-honestly = explain honestly
step-clarify = make it clear
step-ask-need = ask what they need
step-verify-reviewer = see whether it is a real customer
step-move-to-private = move it to a private chat
step-follow-up = the two-minute check
step-hand-over = hand it over
step-take-care = take care of yourself

## Situations.

situation-complaint = a complaint
situation-refund-demand = wants the money back
situation-trivial-fault = a tiny fault, a big claim
situation-discount-pressure = pressing for a discount
situation-free-extra = wants something extra for nothing
situation-scope-creep = keeps changing what was agreed
situation-endless-questions = endless questions
situation-nagging = message upon message
situation-accusation = an accusation
situation-public-threat = threatens to go public or to the law
situation-insult = an insult
situation-misunderstanding = a misunderstanding
situation-leaving = is leaving the shop
situation-suspect-review = a suspicious review
