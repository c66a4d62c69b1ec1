## The managers' page: playbooks in a form.

panel-playbooks = Playbooks
panel-playbook = Playbook
panel-playbooks-none = Nothing found with these words.
panel-search = Search the playbooks
panel-shop = The shop's values
panel-all-history = All changes
panel-history = Earlier changes
panel-history-of = Changes of { $file }
panel-history-empty = Nothing has been published yet.
panel-loading = Checking…
panel-offline = Aram could not be reached. What you wrote is still here; try again in a moment.
panel-back = Back
panel-cancel = Cancel
panel-close = Close
panel-go = Go on
panel-open = See it
panel-more = More
panel-delete = Delete
panel-remove-line = Take this away
panel-move-up = Move up
panel-move-down = Move down
panel-on = on
panel-off = off
panel-nobody = Aram
panel-language-fa = Persian
panel-language-en = English
panel-files = Files of this playbook
panel-sample-customer = Sara

## The list.

panel-not-used = Not needed in the last 30 days
panel-shown = { $n }× in 30 days
panel-worked = worked { $n }×
panel-calmed = calmed { $n }×
panel-sent = sent { $n }×
panel-dismissed = “not a problem” { $n }×
panel-turn-off-sure = Shall this playbook say nothing any more?
panel-turn-on-sure = Shall this playbook speak again?
panel-turned-off = Turned off; no card comes from it any more.
panel-turned-on = Turned on.
panel-new-playbook = New playbook
panel-new-playbook-hint = A short name of small letters, digits and _; the file is called so, too.
panel-new-playbook-id = Name

## The form.

panel-when = Name and time
panel-title = Title
panel-title-hint = What sellers and managers call it.
panel-situations = What does the customer do?
panel-situations-any = anything
panel-own = the shop’s own situation
panel-own-hint = “The shop’s own situation” is wherever the phrases or examples of this form are found.
panel-tension = How heated, from and to?
panel-tension-from = from
panel-tension-to = to
panel-moment = At which moment?
panel-moment-trouble = while there is trouble
panel-moment-calmed = once the customer has calmed down
panel-priority = Priority
panel-priority-hint = 0 to 100; of several that fit, the highest speaks.
panel-follow-up = Follow-up
panel-follow-up-hint = When to look back: 30m, 2h or 2d
panel-steps = Steps
panel-steps-hint = Steps are offered in this order; the seller sees one at a time.
panel-step = Step { $n }
panel-step-kind = Kind of step
panel-advice = What we tell the seller
panel-drafts = Drafts for the customer
panel-draft = Draft { $n }
panel-add-draft = Another draft
panel-add-step = New step
panel-friendly = The same with «تو»
panel-friendly-hint = Used where the shop’s tone is friendly.
panel-add-friendly = Write it with «تو», too
panel-needs-manager = A manager must agree before it is sent
panel-brackets-hint = A place that is filled with a real value
panel-name-customer = customer’s name
panel-name-seller = seller’s name
panel-name-shop = shop’s name
panel-name-product = product
panel-name-return-policy = return policy
panel-name-alternatives = alternatives
panel-name-other-shops = other shops
panel-name-working-hours = working hours
panel-name-refund-limit = refund limit
panel-avoid = Do not write
panel-avoid-write = Do not write this
panel-avoid-why = Because
panel-add-line = Another one
panel-phrases = Phrases
panel-phrases-hint = Words that customers type. * at a word’s end is any ending; … is up to five words between.
panel-hints = Hints
panel-hints-hint = Not enough alone; counted when something else agrees.
panel-unless = Unless
panel-unless-hint = With these words phrases and hints are passed over.
panel-add-phrase = New phrase
panel-add-words = New entry
panel-change-text = Change the text
panel-examples = Examples
panel-examples-hint = Aram is tried with these messages, and says here where it goes wrong.
panel-fires = Must lead here
panel-quiet = Looks like it, but must not
panel-add-example = New example
panel-placing = Where this step goes
panel-placing-end = at the end
panel-placing-replace = instead of step
panel-placing-before = before step
panel-placing-after = after step
panel-placing-remove = take away step
panel-placing-of = Which step
panel-overlay-hint = This file is for { $kind } shops alone: each step changes one of the base playbook, or stands beside it.
panel-idle = In your shop the text of { $file } takes this place.

## The shop's values.

panel-whole-shop = Shop
panel-shop-hint = Drafts are filled with these values. What is left empty falls away together with the words around it.
panel-shop-name = Name of the shop
panel-shop-kind = Kind of shop
panel-shop-kind-none = any
panel-shop-tone = Tone towards customers
panel-shop-limit = What a seller may refund (toman)
panel-shop-limit-hint = Up to this sum the seller refunds alone; above it, a manager.
panel-shop-texts = The shop’s texts
panel-shop-policy = Return policy
panel-shop-alternatives = Alternatives
panel-shop-hours = Working hours
panel-shop-names = Names
panel-shop-others = Other shops
panel-shop-others-hint = They are named when parting.
panel-shop-products = Products
panel-shop-products-hint = Words that show which thing a message is about.
panel-tone-formal = formal (شما)
panel-tone-friendly = friendly (تو)
panel-kind-cosmetics = cosmetics
panel-kind-clothing = clothing
panel-kind-food = food
panel-kind-services = services
panel-kind-electronics = electronics

## The card.

panel-preview = Preview
panel-preview-title = The card as the seller sees it
panel-preview-step = Step { $n } of { $of }
panel-preview-old = Until the errors are mended you see the earlier card.
panel-no-preview = Once the errors are mended the card comes here.

## Checking and publishing.

panel-errors = Errors to mend: { $n }
panel-issues = Warnings: { $n }
panel-ready = Ready to publish
panel-no-changes = Nothing has changed
panel-publish = Publish
panel-publish-sure = Publish this change?
panel-published = Published (version { $n }). The next card uses it.
panel-what-changes = What changes
panel-discard = Discard
panel-discard-sure = Discard what is not published?
panel-kept-draft = What you had not published is back.
panel-conflict-title = A colleague was first
panel-conflict = { $name } published this file on { $when }, after you had opened it. Green is your text, red the new one:
panel-conflict-mine = My text
panel-conflict-theirs = The new text
panel-their-text = The published text
panel-my-text = My text
panel-version = version { $n }
panel-in-force = in force
panel-roll-back = Go back to this version
panel-roll-back-sure = Go back to version { $n }?
panel-rolled-back = Gone back (version { $n }).
panel-deed-edit = Edited
panel-deed-add = Added
panel-deed-remove = Removed
panel-deed-turn-on = Turned on
panel-deed-turn-off = Turned off
panel-deed-roll-back = Rolled back
panel-way-folder = from the folder
panel-way-chat = in the chat
panel-way-page = on this page
panel-way-terminal = in the terminal

## Who is turned away.

panel-turned-unsigned = This page opens inside Telegram. Send /playbooks in the chat with Aram and press the page’s button.
panel-turned-forged = The sign-in did not come from Telegram, or was tampered with. Close the page and open it again with Aram’s button.
panel-turned-expired = It is long since this page was opened. Close it and open it again with Aram’s button.
panel-turned-not-manager = This page is for the shop’s managers alone. The owner can make you one with /team.
panel-refused-failed = It did not work, through no fault of yours. Try again in a moment; if it fails again, tell whoever runs Aram.
panel-refused-malformed = This request could not be read. Close the page and open it again.
panel-refused-too-large = The text is too large. Divide it among several playbooks.
panel-refused-too-often = That was too often. Wait a few seconds and try again.
panel-declined-conflict = A colleague has published this file before you. Open it anew.
panel-declined-broken = This change has errors and was not published. Mend them first.
panel-declined-unchanged = Nothing would change; it is so already.
panel-declined-gone = This file or version is not there any more. Open the list again.
panel-declined-not-open = This change was published or dropped before.
panel-declined-not-manager = You are no manager of this shop any more.
