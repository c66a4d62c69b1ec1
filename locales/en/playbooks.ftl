## Playbooks in the managers' chat: the list.

command-playbooks = the shop's playbooks (for managers)

note-help-manager = <b>📘 You are a manager of the shop</b>
    { note-help-lead }
    /team your colleagues; invite sellers, or remove them

    { note-help-heart }

    { note-help-own }
    /leave leave the shop

    { note-number }
note-help-owner = <b>👑 You own the shop</b>
    { note-help-lead }
    /team your colleagues; invite managers and sellers, change their roles, or remove them
    /audit who did what

    { note-help-heart }

    { note-help-own }

    { note-number }
note-help-lead = • When a seller presses “Call the manager”, the brief of the chat comes here: take it over, give advice, or allow what they ask for, or not.
    /playbooks where steps and words come from: read them, change any text by replying to it, turn them off and on, and take any change back.
    /try what I would do with a message; no card is sent
    /digest when, and on which days, your daily digest comes
    /shop the shop's name, language, clock and refund limit

playbooks-managers-only = Only managers of the shop see and change playbooks; the owner can make you one with /team.
playbooks-gone = This is not there any more. Send /playbooks and open it anew.
playbooks-changed-meanwhile = This file has changed meanwhile; here is what it is now.

playbooks-headline = 📘 <b>Playbooks</b>
playbooks-headline-page = 📘 <b>Playbooks</b>, page { $page } of { $pages }
playbooks-legend = In the last { $days } days: cards, ✅ worked or the customer calmed down, 👌 "not a problem"
playbooks-no-cards = no cards
playbooks-figures = { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
} · ✅ { $good } · 👌 { $dismissed }
playbooks-entry = { $mark } <b>{ $title }</b>
playbooks-is-off = {" "}(off)
playbooks-usage = In the last { $days } days: { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}; it worked or the customer calmed down: { $good }; "not a problem": { $dismissed }
playbooks-unused = Not used in the last { $days } days.
playbooks-upload-remark = You may also send a changed YAML file right here.
playbooks-button-shop = 🏠 Shop
playbooks-button-history = 🕘 History
playbooks-button-panel = 🖥 Managers' page
playbooks-button-before = ‹ Back
playbooks-button-after = More ›
playbooks-button-list = ‹ All playbooks

## One playbook.

playbooks-speaks = <b>When it speaks:</b> { $when }
playbooks-any-tension = at any tension
playbooks-from-to = from { $calmest } to { $hottest }
playbooks-once-calmed = once the customer has calmed down
playbooks-own-situation = a situation of the shop's own
playbooks-any-situation = any situation
playbooks-priority = priority { $priority }
playbooks-heard = <b>What it is known by:</b> phrases: { $phrases }, hints: { $hints }, examples: { $examples }
playbooks-steps = <b>Steps:</b>
playbooks-step-line = { $number }. { $kind } ({ $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
})
playbooks-follow-up = <b>Looks back:</b> after { $span }
playbooks-in-the-file = Each text is changed behind its step's button. For phrases, examples, or to add and move steps, press “📄 File”.
playbooks-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
playbooks-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
playbooks-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
playbooks-file-line = { $mark } { $file } · version { $number } · { $who } · { $when }
playbooks-avoid = <b>Do not write:</b>
playbooks-friendly-draft = <b>{ $number }</b> (familiar). { $text }
playbooks-more-drafts = … and { $count } more; the file has them all.
playbooks-sample-customer = Mary
playbooks-sample-quote = What is this supposed to be?
playbooks-button-step = Step { $number }
playbooks-button-step-before = ‹ Step { $number }
playbooks-button-step-after = Step { $number } ›
playbooks-button-avoid = 🚫 Do not write
playbooks-button-overview = ‹ First page
playbooks-button-files = 📄 File
playbooks-button-language = { $language ->
    [fa] 🌐 فارسی
    [en] 🌐 English
   *[other] 🌐 { $language }
}
playbooks-button-turn-off = ⚪️ Turn off
playbooks-button-turn-on = 🟢 Turn on
playbooks-button-open = 📘 Playbook

## One text, edited by a reply.

playbooks-text-advice = advice
playbooks-text-draft = draft { $number }
playbooks-text-friendly = familiar { $number }
playbooks-text-title = title
playbooks-text-write = not to write { $number }
playbooks-text-why = why { $number }
playbooks-button-edit = ✏️ { $text }
playbooks-button-add-draft = ➕ draft
playbooks-button-remove = 🗑 Remove
playbooks-button-copy = 📋 Copy
playbooks-button-back = ‹ Back
playbooks-text-headline = ✏️ <b>{ $text }</b>
playbooks-step = step { $number }
playbooks-in-file = { $file }
playbooks-reply-to-edit = To change it, <b>reply to this message</b> with the new words. The present ones (a tap copies them):
playbooks-new-draft = ➕ <b>A new draft for step { $number }</b>
playbooks-reply-to-add = <b>Reply to this message</b> with its words.
playbooks-placeholders = Names that are filled in, always inside square brackets with the words that belong to them:
playbooks-placeholder = { $name } { $of ->
    [customer] the customer's first name
    [seller] the seller's name
    [shop] the shop's name
    [product] the thing they talk about
    [return_policy] the return policy
    [alternatives] what you have instead
    [other_shops] shops that you name when parting
    [working_hours] the working hours
    [refund_limit] what may be refunded without asking
   *[other] { "" }
}
playbooks-text-too-long = This text is too long to be changed in the chat; take the file out, change it and send it.
playbooks-words-only = Write the new text in words; pictures, voices and stickers are not read.

## A proposed change.

playbooks-proposed-edit = ✏️ <b>Proposed change</b> in { $file }
playbooks-proposed-add = 🆕 <b>New file:</b> { $file }
playbooks-proposed-remove = 🗑 <b>Removing</b> { $file }
playbooks-proposed-turn-on = 🟢 <b>Turning on</b> { $file }: this playbook speaks again.
playbooks-proposed-turn-off = ⚪️ <b>Turning off</b> { $file }: until you turn it on, this playbook speaks in no language.
playbooks-proposed-roll-back = ↩️ <b>Rolling back</b> { $file }
playbooks-from-line = line { NUMBER($line, useGrouping: 0) }
playbooks-whole-below = The difference is longer than a message; the file below has all of it.
playbooks-issues = ⚠️ <b>It can be published, but look:</b>
playbooks-ask = Nothing has changed yet. Publish it?
playbooks-button-publish = ✅ Publish
playbooks-button-drop = ✖️ No
playbooks-button-again = ➕ Mine on top of it
playbooks-button-try = 🎭 See the card
playbooks-published-edit = ✅ <b>Published:</b> version { $number } of { $file }. It is in force from now on.
playbooks-published-add = ✅ <b>Added:</b> { $file }, version { $number }. It is in force from now on.
playbooks-published-remove = 🗑 <b>Removed:</b> { $file }, version { $number }. It is out of use from now on.
playbooks-published-turn-on = 🟢 <b>Turned on:</b> { $file }, version { $number }. It speaks again from now on.
playbooks-published-turn-off = ⚪️ <b>Turned off:</b> { $file }, version { $number }. It is silent until you turn it on.
playbooks-published-roll-back = ↩️ <b>Rolled back:</b> { $file }, version { $number }. It is in force from now on.
playbooks-told-published = Done.
playbooks-told-published-before = This was done before.
playbooks-told-dropped = Dropped.
playbooks-told-refused = Not published; the message says why.
playbooks-dropped = ✖️ Dropped; nothing has changed in { $file }.
playbooks-sample = 🎭 <b>With this change the seller's card would look like this</b> (a sample; nobody got it):
playbooks-sample-silent = 🎭 With this change this playbook sends no card.

## Why a change was not made.

playbooks-refused-broken = ⛔️ <b>This cannot be published</b>, and everything is as before. Mend these and send it again:
playbooks-refused-words = ⛔️ <b>Not published</b>, and everything is as before. Please mend this and send the new text in reply to the same message once more:
playbooks-refused-yours = <b>What you wrote</b> (copied with one tap):
playbooks-refused-conflict = ⛔️ <b>{ $who } was quicker:</b> version { $number } of { $file }, { $when }. Your change was not published, and nothing of theirs was overwritten. To go on, open the playbook anew; or take the new file out and send your change in reply to it.
playbooks-meanwhile-changed = <b>What has changed:</b>
playbooks-refused-unchanged = It is just so already; there was nothing to change.
playbooks-refused-gone = This is not there any more. Send /playbooks and open it anew.
playbooks-refused-not-open = This change was published or dropped before.
playbooks-refused-not-manager = Only managers of the shop change playbooks.
playbooks-more-problems = … and { $count } more.

## Files.

playbooks-files = 📄 <b>The files of this playbook</b>
playbooks-shop-file = 🏠 <b>The shop's values</b>: name, refund limit, return policy, working hours and the like.
playbooks-no-shop-file = There is no shop.yaml yet; the guide in the playbooks folder shows one.
playbooks-upload-how = Take a file out, change it in any editor and send it right here, best in reply to that file. Nothing changes before you confirm.
playbooks-downloaded = Version { $number } of { $file }. Send the changed file in reply to this message.
playbooks-button-download = ⬇️ File
playbooks-upload-failed = Telegram did not give the file; send it again.
playbooks-upload-unnamed = It is not clear which file this is. Name it like complaint.fa.yaml or shop.yaml, or write its place into the caption: kinds/cosmetics/fa/

## History.

playbooks-history = 🕘 <b>History of</b> { $file }
playbooks-history-of-all = 🕘 <b>History of all files</b>
playbooks-history-empty = Nothing has been published yet.
playbooks-version = <b>Version { $number }</b> · { $who } · { $when }
playbooks-deed-in = { $deed } { $file } ({ $way })
playbooks-deed-edit = edited
playbooks-deed-add = added
playbooks-deed-remove = removed
playbooks-deed-turn-on = turned on
playbooks-deed-turn-off = turned off
playbooks-deed-roll-back = rolled back
playbooks-way-folder = the folder
playbooks-way-chat = the chat
playbooks-way-page = the managers' page
playbooks-way-terminal = the terminal
playbooks-who = { $name }
playbooks-when = { $day }, { $hour } ({ $ago })
playbooks-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
playbooks-hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
playbooks-minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
playbooks-just-now = just now
playbooks-same-text = The text is unchanged.
playbooks-new-file = A new file of { $lines } lines; take it out with the button below.
playbooks-button-version = Version { $number }
playbooks-button-newer = ‹ Newer
playbooks-button-older = Older ›
playbooks-button-whole = 📄 Whole difference
playbooks-button-roll-back = ↩️ Back to version { $number }
playbooks-button-to-history = ‹ History
