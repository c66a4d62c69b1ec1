## The digest: a manager's day in three lines, and /digest, where they say when it comes.

command-digest = My daily digest

digest-title = 🌙 <b>{ $day }</b>
digest-day-hard = <b>{ $count } of { $talks } conversations grew tense</b> ({ $abouts }); { $calmed ->
        [0] none has calmed down yet.
       *[other] { $calmed } calmed down.
    }
digest-day-calm = { $talks ->
        [one] One conversation, and it stayed calm.
       *[other] { $talks } conversations, and <b>none grew tense</b>.
    } Thanks to everybody.
digest-day-calm-but = { $talks ->
        [one] One conversation, and it did not grow tense.
       *[other] { $talks } conversations, and <b>none of them newly grew tense</b>.
    }
digest-day-empty = There were no conversations.
digest-better = 🌱 Better than last { $day }, when { $before } grew tense.
digest-worse = 🌧 Harder than last { $day }, when { $before ->
        [0] none grew tense.
        [one] one grew tense.
       *[other] { $before } grew tense.
    }
digest-alike = ➖ Much like last { $day }, when { $before ->
        [0] none grew tense.
        [one] one grew tense.
       *[other] { $before } grew tense.
    }
digest-calm = ➖ Last { $day } was calm, too.
digest-first = ➖ There were no conversations last { $day } to compare with.
digest-helped = 💡 What helped: “{ $step }”, sent { $sent ->
        [one] once
       *[other] { $sent } times
    }; afterwards the customer calmed down { $calmed ->
        [one] once.
       *[other] { $calmed } times.
    }
digest-helped-faster = 💡 What helped: you answered sooner, usually { $now }; on the same day last week { $before }.
digest-slower = 💡 What would help: sooner answers. Customers usually waited { $now }; on the same day last week { $before }.
digest-helped-none = 💡 No step has been followed by calm yet.
digest-finding-helps = 📖 A step that helps: “{ $step }” ({ $playbook }). In the last 90 days { $share }% of customers calmed down after it, { $others }% after the other steps.
digest-finding-not = 📖 A step that helps less: “{ $step }” ({ $playbook }). In the last 90 days { $share }% of customers calmed down after it, { $others }% after the other steps. Its words may want changing.
digest-waiting = 🙋 <b>{ $count ->
        [one] One customer still waits for you
       *[other] { $count } customers still wait for you
    }</b>
digest-waiting-one = • { $name } ({ $about }): { $state }
digest-waiting-of = • { $name } ({ $about }): { $state }, with { $seller }
digest-waiting-more = • and { $count } more

button-digest-waiting = 🙋 Who is waiting?
button-digest-deeper = 📊 This day in detail
button-digest-open = ⏰ When it comes

digest-unsure = 🌙 Today’s digest may not have reached you: the line to Telegram broke just then. If it is missing, see it here.

digest-settings-title = 🌙 <b>Your daily digest</b>
digest-settings-on = On: { $days }, at { $hour }.
digest-settings-next = Next: { $day } at { $hour }.
digest-settings-off = Off. Turn it on whenever you like.
digest-settings-day = It tells of that day, until that hour.
digest-settings-morning = As it comes in the morning, it tells of the day before.
digest-settings-empty = Of a day without conversations I send nothing.
digest-settings-on-empty = I send it after a day without conversations, too.
digest-settings-how = Another hour? Write: <code>/digest 20:30</code>
    In your quiet hours (/quiet) it comes without a sound. This setting is yours alone.
digest-every-day = every day
digest-every-day-but = every day but { $days }
digest-today = today
digest-tomorrow = tomorrow
digest-answer = Done.
digest-managers-only = The daily digest is only for the shop's managers. See your own work with /stats.
digest-not-understood = I do not understand that hour. Write, for example: <code>/digest 20:30</code>
button-digest-off = 🔕 Off
button-digest-on = 🔔 On
button-digest-dark = 🌙 Dark pictures
button-digest-empty = Empty days, too
button-digest-now = 👀 Show me now
