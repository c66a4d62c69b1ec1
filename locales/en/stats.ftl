## /stats: what a manager reads in twenty seconds, and a seller's own page.

command-stats = How did the day go?

stats-title = 📊 <b>{ $span }</b>
stats-title-part = 📊 <b>{ $part }</b>
    { $span }
stats-attention = 🙋 <b>{ $count ->
        [one] One conversation needs
       *[other] { $count } conversations need
    }</b> a person now: { $names }
stats-attention-none = ✅ No hard conversation is left open.
stats-attention-one = { $name } ({ $state })
stats-attention-more = { $names } and more
stats-unanswered = unanswered for { $time }
stats-no-outcome = nothing settled yet
stats-hard = 🌡 Of { $talks } conversations <b>{ $count } grew tense</b>
stats-hard-all = 🌡 <b>All { $count } conversations grew tense</b>
stats-hard-only = 🌡 <b>{ $count ->
        [one] One conversation
       *[other] { $count } conversations
    } grew tense</b>
stats-hard-about = { $hard }: { $abouts }
stats-quiet = 🌿 Of { $talks } conversations none grew tense.
stats-quiet-only = 🌿 No conversation grew tense.
stats-empty = 🌿 There were no conversations.
stats-about-one = { $name }{ $count ->
        [one] {""}
       *[other] {" "}{ $count }
    }
stats-about-none = tone alone
stats-fewer = 📉 Fewer than { $when } ({ $before })
stats-more = 📈 More than { $when } ({ $before ->
        [0] there was none
       *[other] { $before }
    })
stats-same = ➖ As many as { $when }
stats-calmed = 🕊 { $count } calmed down, usually after { $turns ->
        [one] one message
       *[other] { $turns } messages
    }
stats-calmed-at-once = 🕊 { $count } calmed down, usually with the very next message
stats-calmed-none = 🕊 None has calmed down yet.
stats-wait = ⏱ Wait for the first answer: half up to { $median }, nine in ten up to { $most }
stats-wait-one = ⏱ Wait for the first answer: { $median }
stats-wait-before = { $wait } (was { $before })
stats-effort = ⏳ { $name } took { $time } and { $messages } messages: { $share }% of the team’s time
stats-refunds = 💸 Refunds: offered { $offered ->
        [one] once
       *[other] { $offered } times
    }, allowed by a manager { $allowed ->
        [one] once
       *[other] { $allowed } times
    }
stats-refunds-offered = 💸 Refunds: offered { $offered ->
        [one] once
       *[other] { $offered } times
    }
stats-refunds-allowed = 💸 Refunds: allowed by a manager { $allowed ->
        [one] once
       *[other] { $allowed } times
    }
stats-false-alarms = 🙈 { $count ->
        [one] One card was
       *[other] { $count } cards were
    } a false alarm (“not a problem”)
stats-steps = 📖 Steps: shown { $shown }, sent { $sent }, after which { $calmed ->
        [0] nobody has calmed down yet
       *[other] { $calmed } { $calmed ->
            [one] conversation
           *[other] conversations
        } calmed down
    }{ $helped ->
        [0] {""}
       *[other] {"; "}“it worked” { $helped }
    }
stats-steps-unsent = 📖 Steps: shown { $shown }, no draft of them sent{ $helped ->
        [0] {""}
       *[other] {"; "}“it worked” { $helped }
    }
stats-help = 🤝 A heavy day for { $names }: ask how they are.
stats-help-one = { $name } ({ $count } tense conversations)

stats-own-title = 🌿 <b>Your work</b>
    { $span }
stats-own-well = <b>What went well</b>
stats-own-try = <b>One thing to try</b>
stats-own-hard = 🌡 You had { $count ->
        [one] one tense conversation
       *[other] { $count } tense conversations
    }: { $abouts }
praise-calmed = • { $count ->
        [one] One upset customer
       *[other] { $count } upset customers
    } calmed down with you.
praise-faster = • You answered sooner: usually within { $now }; { $when } it was { $before }.
praise-quick = • An upset customer did not wait long: usually { $now }.
praise-all-answered = • Nobody was left without an answer.
praise-helped = • { $count ->
        [one] One step
       *[other] { $count } steps
    } that you took worked.
praise-sent = • You sent { $count ->
        [one] one ready draft
       *[other] { $count } ready drafts
    } at the right moment.
praise-quiet = • All was calm; no conversation grew tense.
praise-stayed = • You had a hard conversation and stayed with it. That is no small thing.
try-answer = { $name } is still waiting for you. One short sentence will do: “I have seen it and am looking into it.”
try-rest = It was a heavy day. Take a few minutes before the next conversation; “Call the manager” is on the card if you want it.
try-faster = Until the full answer is ready, write one sentence at once: “I have seen it and am looking into it.” Silence heats people up.
try-drafts = Next time send one of the card’s drafts and see whether the customer calms down sooner.
try-ask-after = In a day or two, ask a customer who calmed down whether all is well; it takes two minutes.
try-steps = Keep the answer short: first that you understand, then one concrete act.
try-on = Keep going like this.

stats-list-a = 🗂 <b>What was it about?</b>
    { $span }
stats-list-p = 📍 <b>Where was it?</b>
    { $span }
stats-list-b = 📖 <b>What did the playbooks do?</b>
    { $span }
stats-list-s = 👥 <b>Sellers</b>
    { $span }
stats-list-s-remark = In the order of names. It shows which customers came to whom, not who is better.
stats-list-page = Page { $page } of { $pages }
stats-list-none = There is nothing in these days.
stats-row = <b>{ $name }</b>: { $count ->
        [0] none grew tense
       *[other] { $count } tense, { $calmed ->
            [0] none calmed down yet
           *[other] { $calmed } calmed down
        }
    }
stats-row-help = { $row } · 🤝 may need help
stats-row-false = { $row }; { $count ->
        [one] one false alarm
       *[other] { $count } false alarms
    }
stats-step-row = <b>{ $name }</b>: shown { $shown }, sent { $sent }{ $helped ->
        [0] {""}
       *[other] {", "}“it worked” { $helped }
    }{ $dismissed ->
        [0] {""}
       *[other] {", "}“not a problem” { $dismissed }
    }
stats-list-h = ⏳ <b>The hardest customers</b>
    { $span }
stats-hard-row = <b>{ $name }</b>: { $time } and { $messages } messages, { $share }% of the team’s time; outcome: { $outcome }
stats-list-w = 🙋 <b>Who needs a person?</b>
    Newest first
stats-waiting-row = <b>{ $name }</b> · { $about }
    { $state } · { $seller }
stats-waiting-own = <b>{ $name }</b> · { $about }
    { $state }
stats-waiting-none = ✅ No hard conversation is left open.

stats-place-chat = Private chats
stats-place-comment = Comments below posts
stats-place-email = E-mails
stats-place-group = Groups
stats-place-unknown = Another group
stats-no-playbook = without a playbook
stats-nameless = a customer
stats-gone = These are to be found no more; send /stats again.
stats-managers-only = Only managers see who had which day.

stats-when-today = Today, { $day }
stats-when-yesterday = Yesterday, { $day }
stats-when-week = This week, from { $first }
stats-when-past-week = The week of { $first } to { $last }
stats-when-month = { $month }, until today
stats-when-past-month = { $month }
stats-when-days = { $first } to { $last }
stats-when-days-so-far = { $first } to { $last } (until today)
stats-before-today = yesterday by this hour
stats-before-day = the day before
stats-before-week = last week by this day
stats-before-past-week = the week before
stats-before-month = last month by this day
stats-before-past-month = the month before
stats-before-days = the { $days } days before by this point
stats-before-past-days = the { $days } days before
stats-less-than-a-minute = less than a minute
stats-minutes = { $minutes } min
stats-hours = { $hours } h
stats-hours-minutes = { $hours } h { $minutes } min
stats-days = { $days ->
        [one] one day
       *[other] { $days } days
    }

button-stats-today = Today
button-stats-yesterday = Yesterday
button-stats-week = This week
button-stats-month = This month
button-stats-earlier = ‹ Earlier
button-stats-later = Later ›
button-stats-about = 🗂 Topics
button-stats-places = 📍 Places
button-stats-playbooks = 📖 Playbooks
button-stats-sellers = 👥 Sellers
button-stats-waiting = 🙋 Need a person
button-stats-hardest = ⏳ Most work
button-stats-own = 🌿 My own work
button-stats-terms = ❓ What is this?
button-stats-back = ‹ Back
button-stats-dark = 🌙 Dark pictures
button-stats-light = ☀️ Light pictures
button-stats-before = ‹ Before
button-stats-next = Next ›

stats-theme-dark = From now on pictures are dark.
stats-theme-light = From now on pictures are light.

stats-unread-unknown = I did not understand “{ $words }”.
stats-unread-no-such-day = There is no such day as “{ $words }”.
stats-unread-backwards = “{ $words }” ends before it begins.
stats-unread-future = “{ $words }” is yet to come.
stats-unread-too-long = “{ $words }” is more than three years; make it shorter.
stats-unread-example = Write for example:
    <code>/stats week</code>
    <code>/stats { $day }</code>
    <code>/stats { $range }</code>

## What each figure means; docs/figures.md says it at length.

stats-terms-title = ❓ <b>What is this?</b>
figure-attention = <b>Needs a person</b>: a tense conversation of the last three days that has come to nothing yet; “unanswered”: the customer had the last word.
figure-conversations = <b>Conversations</b>: each customer with each seller, if anything was said in these days.
figure-hard = <b>Grew tense</b>: Aram gave a card and nobody said “not a problem”. It counts on the day it began.
figure-about = <b>About</b>: the first reason that the card gave.
figure-calmed = <b>Calmed down</b>: after the card the customer calmed down and stayed calm, or the seller pressed “It worked”. False alarms are not counted here.
figure-calm-turns = <b>After how many messages</b>: the customer’s, from the card to the calm, on average.
figure-wait = <b>Wait</b>: from the message that brought the card to the seller’s first answer; what was never answered, or a false alarm, is not in it.
figure-steps = <b>Steps</b>: how often one was shown on a card, its words went to the customer, “It worked” was pressed, and the customer calmed down after it went.
figure-refunds = <b>Refunds</b>: conversations in which one was offered, and those in which a manager allowed it.
figure-false-alarms = <b>False alarm</b>: a card on which “Not a problem” was pressed, or whose ending somebody set to “Not a problem”.
figure-effort = <b>Time</b>: from the message before to each of the seller’s, five minutes at most each time; the share is of the whole team’s.
figure-compared = <b>Compared</b>: a day that goes on with the day before by the same hour; a week or month that goes on with as much of the one before.
figure-help = <b>Heavy day</b>: four tense conversations, or two with abuse, in one day.
figure-outcomes = <b>Outcome</b>: calmed, refunded, parted, left, handed over, a false alarm, or open.

## The picture.

chart-hard = grew tense
chart-calmed = calmed down
chart-tense = grew tense
chart-wait = wait for an answer
chart-talks-days = Day by day
chart-talks-weeks = Week by week
chart-talks-months = Month by month
chart-talks-calm = calm
chart-talks-tense = still tense
chart-talks-calmed = calmed down
chart-outcomes = How tense conversations ended
chart-outcome-open = open
chart-outcome-calmed = calmed
chart-outcome-refunded = refunded
chart-outcome-parted = parted
chart-outcome-left = left
chart-outcome-handed-over = handed over
chart-abouts = What it was about
chart-steps = Steps
chart-shown = shown
chart-sent = sent
chart-customers = Minutes of the team’s time
chart-waits = Wait for the first answer
chart-median = half up to here
chart-nine = nine in ten
chart-seconds = s
chart-minutes = min
chart-hours = h
chart-days = d
chart-list-a = What was it about?
chart-list-p = Where was it?
chart-list-b = Which playbook was it?
