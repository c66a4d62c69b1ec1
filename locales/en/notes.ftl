## Aram's own sentences in the private chat.

language-name = English

command-start = Start
command-help = What does Aram do?
command-check = What Aram makes of a message
command-lessons = What Aram has learned
command-language = Language

note-welcome = Hello and welcome 🌿
    I am <b>Aram</b>. I sit beside your chats with customers, and when someone grows angry or asks for what is not reasonable, I quietly tell you alone what the next step is, with words ready to send. Customers never see me.

    To connect me, in Telegram:
    Settings → Business → Chatbots, and type this bot's name.
note-welcome-ownerless = { note-welcome }

    { note-number }
note-number = Your number: { $id } (for OWNER_ID or SELLER_IDS)
note-help = <b>What does Aram do?</b>
    • It reads your chats with customers, on this system only.
    • When a customer grows heated, a card arrives here: what happened, why, the next step, and ready words.
    • “Copy” takes the words; “As me” sends them once you confirm.
    • “Not a problem” means I was wrong, and I learn from it; “Mute” means say nothing about this chat.

    /check tells you what I make of a message: write the words after it, or forward me the customer's message.
    /lessons shows what I have learned from you.
    /language changes the language.
    { note-number }
note-connected = ✅ Connected. I follow your chats from now on, and tell you here only when it is needed.
note-connected-reading-only = ✅ Connected, but I may only read. For the “As me” button, allow “Reply to messages” in Settings → Business → Chatbots.
note-disconnected = The connection has been removed. I no longer read your chats. Connect me again in Settings → Business whenever you like.
note-stranger = This bot serves the team of a shop. If you belong to it, give this number to the shop's owner: { $id }
note-dead-button = This button no longer works.
note-choose-language = Which language shall I speak with you?
note-language-chosen = English from now on.

## The brief for a manager.

brief-headline = ☎️ <b>{ $seller }</b> asks for help with <b>{ $customer }</b>.
brief-tension = The customer is { $tension } { $course }
brief-why = What it is about: { $reasons }
brief-steps = Steps taken: { $steps }
brief-last-words = The customer's last words:
brief-unknown = unknown
