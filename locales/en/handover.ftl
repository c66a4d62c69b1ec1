## The hand-over: the manager's brief.

handover-asks-refund = 🔑 Asks leave to refund: { $amount } toman.
handover-asks-refund-unnamed = 🔑 Asks leave to refund; no sum has been named yet.
handover-refund-about = 💳 It is about { $amount } toman; leave to refund goes up to this sum.
handover-asks-step = 🔑 Asks your consent to this step: { $kind }
handover-waiting-minutes = ⏳ We wait for you for { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, then we ask the next manager.
handover-waiting = To advise, reply to this message.
handover-taken = 🙋 It is with you. If the customer grows heated again, you will hear of it here.
handover-advised = 💬 Your advice has reached the seller. You can still decide right here.
handover-settled-taken = ✔️ Done.
handover-settled-advised = 💬 Your advice has reached the seller.
handover-settled-allowed = ✅ You allowed it; the seller has been told.
handover-settled-refused = 🚫 You did not allow it; the seller has been told.
handover-settled-done = ✔️ You have finished with it.
handover-settled-unanswered = This request is closed.
handover-lapsed = 🕊 This request is closed; nothing is left to do.
handover-with-other = ⏭ Passed on to { $who }.
handover-no-manager = This request is not with you any more.
handover-prompt = 💬 Write your advice in reply to this message; we pass it to the seller as it is.
handover-somebody = a manager

button-handover-take = 🙋 I'll take it
button-handover-advise = 💬 Advise the seller
button-handover-advise-more = 💬 More advice
button-handover-allow = ✅ Agree to this step
button-handover-allow-refund = ✅ Allow the refund
button-handover-refuse = 🚫 Do not allow it
button-handover-not-now = ⏭ I can't now
button-handover-done = ✔️ Done
button-handover-cancel = Not now

## What the manager is told right after a press or a reply.

handover-told-taken = It is with you; the seller knows.
handover-told-advised = ✅ Your advice has reached the seller.
handover-told-allowed = Allowed; the seller has been told.
handover-told-refused = Not allowed; the seller has been told.
handover-told-passed = All right; we ask the next manager.
handover-told-last = There is nobody else to ask. The seller knows that there is no answer for now; these buttons work whenever you can.
handover-told-done = Well done; the seller has been told.
handover-told-write = Write your advice.
handover-told-not-manager = This is for the shop's managers, and you are none at present.
handover-told-not-yours = This button is no longer in use.
handover-told-with-other = The time for this request is over; it is with { $who } now.
handover-told-taken-by-other = { $who } answered it before you.
handover-told-settled = You have answered this request. If there is more to say, press “More advice”.
handover-told-lapsed = This request is closed; nothing is left to do.
handover-told-nothing-to-allow = What the seller asks for has changed. See the newer brief.
handover-told-too-long = The advice is too long. There is room for { $most } letters; shorten it and send it again.
handover-words-only = We can pass on text alone. Write your advice as text.

## What came of it, on the seller's card.

answer-managers-away = No manager can be reached now: they have not started Aram yet, or have blocked it. Tell them yourself, and ask them to press Start in Aram.
card-ruling-taken = 🙋 { $who } is taking care of it.
card-ruling-advised = 💬 { $who } has advised you; see the message here.
card-ruling-allowed = ✅ { $who } allowed it.
card-ruling-refused = 🚫 { $who } did not allow it.
card-ruling-done = ✔️ { $who } has finished with it.
card-ruling-unanswered = ⏳ No manager has answered yet.
card-allowed-by = 🔓 { $who } allowed this step.

## What the seller is told beside the card.

ruling-taken = 🙋 <b>{ $who }</b> is taking care of the chat with <b>{ $customer }</b>. Tell the customer that the manager knows and will be in touch soon.
ruling-advised = 💬 Advice from <b>{ $who }</b> for the chat with <b>{ $customer }</b>:
ruling-allowed = ✅ <b>{ $who }</b> allowed this step for <b>{ $customer }</b>: “{ $kind }”. You can now send this step's message from the card; where the card shows another step, press “Next step”.
ruling-refused = 🚫 <b>{ $who }</b> did not allow this step for <b>{ $customer }</b>: “{ $kind }”. Do not promise it; offer something else, or say a short and kind no.
ruling-done = ✔️ <b>{ $who }</b> has finished with the chat with <b>{ $customer }</b>.
ruling-unanswered = ⏳ No manager has answered about <b>{ $customer }</b> yet. For now, tell the customer that you are on it and when you will be back; promise nothing that needs a manager. You will hear if somebody answers, and you may call the manager again.
