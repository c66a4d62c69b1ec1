## What sellers hand over: forwarded messages, copied chats, e-mails.

pasted-subject = 📧 Subject: { $subject }
pasted-counts = 📨 { $customer ->
    [one] one message
   *[other] { $customer } messages
} from the customer, { $seller } from you
pasted-count = 📨 { $customer ->
    [one] one message
   *[other] { $customer } messages
} from the customer
pasted-point = <b>The point, in its own words:</b>
pasted-sentence = • { $words }
pasted-calm = I would have stayed silent here: I saw nothing that calls for help.
pasted-close = 🕊 It was heated, but they have calmed down. One warm sentence would end it well.
pasted-no-playbook = I would have worried, but no playbook is written for this mood.
pasted-guess = ℹ️ I took “{ $customer }” for the customer and “{ $seller }” for you. If it is the other way round, press 🔄.
pasted-taken-for-customers = ℹ️ I took this text for a customer's words. If you wanted something of me: /help
pasted-untold = ⚠️ { $more ->
    [0] { $names } were upset there too; to see an answer, send me their words on their own.
   *[other] { $names } and { $more } more were upset there too; to see an answer, send me their words on their own.
}
pasted-others = ℹ️ { $more ->
    [0] { $names } also wrote there and were calm.
   *[other] { $names } and { $more } more also wrote there and were calm.
}
pasted-unread = ℹ️ { $count ->
    [one] One message had no words (a picture, a voice note or the like), and I did not read it.
   *[other] { $count } messages had no words (pictures, voice notes or the like), and I did not read them.
}
pasted-left-out = ℹ️ { $count ->
    [one] I left one older message out and read the newer ones.
   *[other] I left { $count } older messages out and read the newer ones.
}
pasted-cut = ℹ️ It was too long to read in full; I read { NUMBER($count) } letters of it.

button-swap = 🔄 Other way round

note-pasted-no-words = I cannot read pictures, voice notes and videos, only text. Forward me the customer's messages, or copy their text and paste it here.
note-file-archive = I do not open archives. If it is a WhatsApp chat, export it “without media” or send the .txt file inside; if it is an e-mail, send the .eml file.
note-file-program = This file is a program, and I do not open programs. Paste the chat's text here, or send a .txt or .eml file.
note-file-unknown = I do not read this kind of file. Send a .txt file (such as a WhatsApp chat) or an .eml file (an e-mail), or paste the text here.
note-file-too-large = This file is larger than 10 megabytes. Copy the last part of the chat and paste it here.
note-file-failed = Telegram did not hand me this file. Send it again, or paste the text here.
note-file-not-text = This file is no text; perhaps only its name ends in .txt. Copy the chat and paste it here.
note-file-empty = This file is empty.
note-mail-broken = This e-mail is broken, and I could not open it. Copy its text and paste it here.
