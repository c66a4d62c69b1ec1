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
    { note-without-premium }
note-without-premium = That needs Telegram Premium; without it, forward me customers' messages. /help tells everything.
note-welcome-owner = Hello and welcome 🌿
    I am <b>Aram</b>. I sit beside your shop's chats with customers, and when someone grows angry, I quietly tell the seller alone what the next step is, with words ready to send. Customers never see me.

    { note-owner-steps }
note-owner-steps = <b>Where to begin?</b>
    1. Invite your colleagues: /team
    2. If you talk with customers yourself, connect me: Settings → Business → Chatbots, and type this bot's name.
    3. For the shop's group, add me to it.
    4. Try me right now: forward me an angry customer's message, or write one after /check.

    /playbooks where steps and words come from; /help everything else.
note-welcome-ownerless = { note-welcome }

    This shop has no owner yet. <code>aram run</code> shows the owner's link in the terminal each time it starts; or write the owner's number into OWNER_ID. Your number: { $id }
note-number = Your number: { $id }
note-help = { note-help-heart }

    { note-help-own }
    /team your colleagues
    /leave leave the shop

    { note-number }
note-help-heart = <b>What does Aram do?</b>
    • I read your chats with customers. Customers' words go nowhere but Telegram and this system, and customers never see me.
    • When a customer grows uneasy or heated, I send a card here: what happened, why, the next step, and ready words.
    • “Copy” takes the words; “As me” sends them once you confirm.
    • “Not a problem” means I was wrong, and I learn from it; “Mute” means say nothing about this chat.
    • “Call the manager” brings a manager the brief of the chat.

    <b>Ask me</b>
    /check what I make of a message: write the words after it, or forward me the customer's messages. I also read copied chats (from WhatsApp, too) and .txt or .eml files.
    /mine what I make of your own reply, before you send it; or write it in reply to the card.
    /lessons what I have learned
note-help-own = <b>Your work</b>
    /stats how the day, week and month went
    /duty whether you are on duty, and where cards of groups come
    /quiet hours in which I make no sound
    /breath a gentle word after a heated message of yours
    /care a kind word after hard talks
    /reminders what you have promised customers
    /language my language
    /privacy what is kept of customers, and for how long
note-connected = ✅ Connected. I follow your chats from now on, and tell you here only when it is needed.
note-connected-reading-only = ✅ Connected, but I may only read. For the “As me” button, allow “Reply to messages” in Settings → Business → Chatbots.
note-disconnected = The connection has been removed. I no longer read your chats. Connect me again in Settings → Business whenever you like.
note-stranger = This bot serves the team of a shop. If you belong to it, ask the shop's manager for an invitation link, or give this number to the owner: { $id }
note-stranger-ownerless = This bot serves the team of a shop that has no owner yet. If you are the owner, open the link that aram run shows in the terminal, or write this number into OWNER_ID: { $id }
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
