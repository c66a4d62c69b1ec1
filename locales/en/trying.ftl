## /try: what a message would bring, shown to a manager and sent to nobody.

command-try = Try a message without sending a card

trying-headline = 🧪 <b>A trial</b>; no card goes to anyone.
trying-now = <b>With what is in force:</b>
trying-then = <b>With your change of { $file }:</b>
trying-same = Your change makes no difference here.
trying-silent = silence
trying-step = “{ $title }”, step { $number } of { $of }
trying-farewell = “{ $title }”, once they have calmed down
trying-usage = 🧪 Would you like to see what I do with a message?
    • Write the words after /try, or
    • write /try in reply to a message in this chat
    I show the card to you alone and send it to nobody.
trying-usage-with-change = Your change of { $file } is not published yet; I show both side by side: what is in force, and with your change.
trying-no-words = There are no words in this message, and I read only what is written.
trying-gone = This change is no longer waiting.

## The replay of the shop's last days with a change.

replay-button = 🔁 The last days with this change
replay-try-button = 🧪 Try a message
replay-looking = ⏳ Looking at the last { $days ->
        [one] day
       *[other] { $days } days
    } with your change of { $file }…
replay-busy = The last look back is still going on; press again in a while.
replay-failed = The look back broke off. Press again; nothing has changed.
replay-headline = 🔁 <b>The last { $days ->
        [one] day
       *[other] { $days } days
    } with your change of { $file }</b>
replay-scope = { $talks }, { $turns }
replay-scope-cut = { $talks }, { $turns }; there were more, and these are the newest.
replay-talks = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}
replay-turns = { $count ->
    [one] { $count } customer message
   *[other] { $count } customer messages
}
replay-nothing-said = No customer has written anything in these days; with /try you can try a message.
replay-no-difference = No card would change.
replay-appears = ➕ { $count ->
        [one] { $count } card
       *[other] { $count } cards
    } would appear
replay-vanishes = ➖ { $count ->
        [one] { $count } card
       *[other] { $count } cards
    } would vanish
replay-differs = ✏️ { $count ->
        [one] { $count } card
       *[other] { $count } cards
    } would differ
replay-same = { $count ->
    [0] There were no other cards.
    [one] ✔️ { $count } card would stay the same
   *[other] ✔️ { $count } cards would stay the same
}
replay-title-appears = ➕ <b>New cards</b>
replay-title-vanishes = ➖ <b>Cards that would not come</b>
replay-title-differs = ✏️ <b>Cards that would differ</b>
replay-now = Now: { $step }
replay-then = With the change: { $step }
replay-words = New words: “{ $words }”
replay-more = … and { $count ->
        [one] { $count } more card
       *[other] { $count } more cards
    }
replay-closing = Nothing was sent to the sellers, and nothing was kept.

## The terminal.

trial-in-force = in force
trial-changed = with the change
trial-turn = turn
trial-change = change
trial-customer = customer
trial-message = message
trial-when = when
trial-from-database = In force: version { $number } of the database.
trial-from-folder = The database has no version yet; in force: the folder { $folder }.
trial-against = With the changes of { $folder }.
trial-unchanged = The folder { $folder } is what is in force.
