## What is kept of people's words, and what their owner decides about it.

card-erased = Everything Aram kept of this customer has been erased.

error-words-key-missing = The words in this database are encrypted, and WORDS_KEYS is empty. Write the key that they were encrypted with into WORDS_KEYS in .env. Without it nobody can read them, Aram neither.
error-words-key-wrong = None of the keys in WORDS_KEYS opens the words in this database. Add the key that they were encrypted with, after a comma, behind the new one; aram privacy rotate then brings everything under the first.

## /privacy

command-privacy = What is kept, and for how long

privacy-headline = 🔒 <b>What Aram keeps of customers' words</b>
privacy-what = <b>What:</b> the messages of connected chats and of the shop's groups, the customer's name, what Aram found in them, cards, reminders, and what was forwarded to Aram.
privacy-how-long = <b>How long:</b> words and names for <b>{ $days ->
        [one] { $days } day
       *[other] { $days } days
    }</b>; then they are erased by themselves, from the database's file, too. Figures stay, without name or words: who (a number only), when, how many messages, how heated, and how it ended.
privacy-lessons = <b>Lessons:</b> a sentence that you taught Aram something by stays until you take it back in /lessons; then it goes like the rest.
privacy-where = <b>Where:</b> only on the machine that Aram runs on, not encrypted. Telegram itself aside, it is sent nowhere.
privacy-where-sealed = <b>Where:</b> only on the machine that Aram runs on, encrypted with a key that is not in the database. Telegram itself aside, it is sent nowhere.
privacy-masked = <b>Numbers and addresses:</b> kept out of sight. Phone, card and account numbers, e-mail and postal addresses are neither stored nor shown on cards.
privacy-not-masked = <b>Numbers and addresses:</b> kept as they were written.
privacy-telegram = What Aram has sent in Telegram stays in Telegram; everybody can delete it there.
privacy-ask-owner = The shop's owner decides how long, and whether numbers are masked. If a customer wants their words erased, or to know what is kept of them, tell the owner.
privacy-owner = <b>For one customer:</b> write their number or username after the command (<code>/privacy @name</code>), or forward a message of theirs here and write /privacy in reply to it, or in reply to their card. You can take out all that is kept of them as a file, or erase it everywhere.
privacy-owner-only = Only the shop's owner can do this.
privacy-done = Done.
privacy-button-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
privacy-button-days-now = ✓ { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
privacy-button-mask = 🙈 Mask numbers and addresses
privacy-button-unmask = 👁 Mask them no more
privacy-button-customer = 🔒 This customer's data

privacy-customer = 🔒 <b>{ $name }</b>
    Telegram number: <code>{ $id }</code>
    { $talks ->
        [one] { $talks } conversation
       *[other] { $talks } conversations
    }, { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } of the customer's, the last one: { $day }

    The file gives you all that is kept of this customer. Erasing takes all of it away, from the database and from the sellers' cards.
privacy-button-export = 📄 A file of all data
privacy-button-erase = 🗑 Erase everything
privacy-erase-question = Erase all messages, the name, cards, reminders and lessons kept of <b>{ $name }</b>? Figures stay, and nobody can tell whose they are.
privacy-erase-again = Once more: what is erased of <b>{ $name }</b> does not come back. Backups that you made before are not touched.
privacy-button-erase-yes = Yes, erase it
privacy-button-erase-sure = Yes, erase it for good
privacy-button-no = No, keep it
privacy-erased = 🗑 Erased. Aram keeps nothing of this customer any more, and nothing is left on cards. If they write again, they are a new customer to Aram.
privacy-unknown = Nothing is kept of such a customer, or several have written the same. A Telegram number, a username, or a reply to a card find them, too.
privacy-file = 📄 All that Aram keeps of this customer.

deed-words-kept = { $who } had words kept for { $number ->
        [one] { $number } day
       *[other] { $number } days
    }.
deed-masking-on = { $who } had numbers and addresses masked.
deed-masking-off = { $who } had numbers and addresses masked no more.
deed-customer-erased = { $who } erased a customer's data.
deed-customer-exported = { $who } took out a customer's data as a file.

## The file of one customer: what its parts are called.

dossier-number = Telegram number
dossier-talks = conversations
dossier-lessons = lessons from their words
dossier-asked = what the team asked about their words
dossier-comments = when they wrote negative comments in groups
dossier-name = name
dossier-where = where
dossier-chat = number of the chat
dossier-seller = seller
dossier-last = last message
dossier-messages = messages
dossier-cards = cards
dossier-promises = promises and reminders
dossier-answers = public answers
dossier-when = when
dossier-due = due
dossier-who = from
dossier-text = text
dossier-media = attachment
dossier-edited = edited
dossier-deleted = deleted at
dossier-tension = tension
dossier-situations = situations
dossier-state = state
dossier-playbook = playbook
dossier-quote = quotation
dossier-yes = yes
dossier-who-customer = customer
dossier-who-seller = the shop
dossier-in-chat = private chat
dossier-in-group = group
dossier-in-comment = comment below a post
dossier-in-email = e-mail

## The terminal: aram privacy

privacy-terminal-sure = Erase everything kept of customer { $id } ({ $count ->
        [one] { $count } message
       *[other] { $count } messages
    } of theirs)?
privacy-terminal-again = It does not come back. Really erase everything of { $id } for good?
privacy-terminal-erased = Erased. The figures stay, without the customer. Earlier backups are not touched.
privacy-terminal-unknown = Nothing is kept of such a customer. Give their Telegram number or username, such as @name.
privacy-terminal-rotated = { $count ->
        [one] { $count } row is
       *[other] { $count } rows are
    } under the first of WORDS_KEYS now. The old keys may be taken away.
privacy-terminal-days = From now on words are kept for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
