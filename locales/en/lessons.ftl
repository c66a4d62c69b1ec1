## What Aram makes of a message, when someone of the team asks.

inquiry-there = 📍 <b>There, in its chat:</b> { $decision }
inquiry-alone = 🔎 <b>By itself:</b> { $decision }
inquiry-only = 🔎 <b>What I think:</b> { $decision }
inquiry-mood = <b>The customer is</b> { $tension }
inquiry-situations = <b>What it is about:</b> { $situations }
inquiry-why-silent = <b>Why silent:</b> { $reasons }
inquiry-playbook = from the playbook “{ $title }”

would-anew = I would tell you about this message.
would-calm = I would stay silent; I see nothing in it that calls for help.
would-same = I would think the same.
would-no-playbook = I would worry, but no playbook is written for this.

there-anew = I told you at once, with a card.
there-update = I brought the card up to date with it.
there-close = I saw that the customer had calmed down, and closed the card.
there-note = I showed a card without a sound then; it was no alarm.
there-calm = I stayed silent; I saw nothing in it that called for help.
there-muted = I stayed silent because this chat was muted.
there-dismissed = I stayed silent because you had said it was not a problem.
there-no-playbook = I worried, but no playbook was written for that.

## Every finding, each with its words and its weight.

why-headline = 🔎 <b>Why?</b> { NUMBER($risk) }% likely that help is wanted
why-headline-there = 📍 <b>Why?</b> There, in its chat, { NUMBER($risk) }% likely that help was wanted
why-for = <b>For speaking</b>
why-against = <b>For silence</b>
why-not-found = <b>Looked for and not found, or taken back</b>
why-none = I found no sign of anything; that is a reason for silence, too.
why-plus = +{ NUMBER($weight, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $finding }
why-minus = −{ NUMBER($weight, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $finding }
why-absent = – { $finding }
why-more = … and { $count ->
        [one] { $count } smaller sign
       *[other] { $count } smaller signs
    }

button-why = Why?
button-own-reply = ✍️ It is my own reply
button-missed = You missed this
button-no-problem = Not a problem
button-other = Something else…
button-back-to-answer = ‹ Back
button-take-back = ↩️ Take it back

## What is said once someone has taught Aram something.

taught-missed = 🌱 Thank you! I have learned not to miss such a message.
taught-missed-about = 🌱 Thank you! I have learned not to miss such a message: { $situations }.
taught-no-problem = 🌱 Thank you! I have learned that such a message is not a problem.
taught-which = Which of these was it most?

told-missed = Thank you for saying so; I have learned it.
told-no-problem = Thank you for saying so; I have learned that it is not a problem.
told-named = Noted.
told-withdrawn = All right; I no longer go by it.
told-gone = This is no longer here.
told-not-yours = Somebody else taught this; they or the manager can take it back.
told-says-too-little = This message says little by itself; I spoke because of what came before it, so I do not learn from it.
told-may-not-teach = I learn only from the shop's team. If you belong to it, ask a manager for an invitation.

note-check-usage = 🔎 Would you like to know what I make of a message?
    • Write the words after /check, or
    • forward me the customer's message, or
    • write /check in reply to a message in this chat
    If it is your own reply, write /check and the words in reply to the card, or press “It is my own reply”.
note-check-no-words = There are no words in this message, and I read only what is written.
note-check-own-words = One of the team wrote this message, or a bot did. If they are a customer's words, write /check in reply to it.

## The list of lessons.

lessons-headline = 🌱 <b>What I have learned from you</b>
lessons-headline-page = 🌱 <b>What I have learned from you</b>, page { $page } of { $pages }
lessons-remark = Take back with ↩️ whatever no longer holds.
lessons-none = 🌱 I have not learned anything from you yet.
    When I spoke up for nothing, press “Not a problem” on the card. When I missed a message, forward it to me.
lesson-missed = <b>{ $number }.</b> I had missed it · { $teacher } · { $when }
lesson-missed-about = <b>{ $number }.</b> I had missed it: { $situations } · { $teacher } · { $when }
lesson-no-problem = <b>{ $number }.</b> It was not a problem · { $teacher } · { $when }
lesson-when = { $days ->
    [0] today
    [one] { $days } day ago
   *[other] { $days } days ago
}
lesson-teacher-unknown = a colleague
button-withdraw = ↩️ { $number }
button-newer = ‹ Newer
button-older = Older ›
