## The people of a shop: invited, joining, seen, changed, leaving, and audited.

command-team = The shop's team
command-leave = Leave the shop
command-shop = In which shop do I work?
command-audit = Who did what

role-owner = owner
role-manager = manager
role-seller = seller

## An invitation's link was opened.

invitation-forged = This invitation link is not right; perhaps it was not copied whole. Ask whoever sent it for a new one.
invitation-expired = This invitation's time is over. Ask whoever sent it for a new one.
invitation-used = Somebody else has come with this invitation; each is for one person. Ask whoever sent it for one of your own.
invitation-revoked = This invitation has been taken back. If you think that is a mistake, ask whoever sent it.
invitation-already = You belong to this shop's team already, and this invitation gives you no other role. /team shows the team.

team-welcome-seller = Hello, welcome to the team of { $shop } 🌿
    I am <b>Aram</b>. I sit beside your chats with customers, and when someone grows angry, I quietly tell you alone what the next step is. Customers never see me.

    <b>Next:</b> connect your chats. In Telegram:
    Settings → Business → Chatbots, and type this bot's name.
    { note-without-premium }

    /team shows your colleagues; /language changes the language.
team-welcome-manager = Hello, from now on you are a manager of { $shop } 🌿
    I am <b>Aram</b>. I sit beside the sellers' chats with customers and quietly tell them the next step. When a seller calls you, the brief of the chat comes here.

    <b>Next:</b> look at the playbooks, where steps and words come from; they are in your hands: /playbooks
    Invite sellers with /team. If you talk with customers yourself, connect me in Settings → Business → Chatbots.
    /help says the rest; /language changes the language.
team-welcome-owner = Hello, from now on { $shop } is yours 🌿
    I am <b>Aram</b>. I sit beside the sellers' chats with customers, and when someone grows angry, I quietly tell the seller alone what the next step is. Customers never see me.

    { note-owner-steps }
team-joined-seller = 🌿 { $name } has accepted your invitation and is a seller of { $shop } from now on.
team-joined-manager = 🌿 { $name } has accepted your invitation and is a manager of { $shop } from now on.
team-became-manager = From now on you are a manager of { $shop }. /playbooks shows the playbooks, /team the team.
team-became-seller = From now on you are a seller of { $shop }.
team-removed = You no longer belong to the team of { $shop }, and Aram does not read your chats for it. If you think that is a mistake, ask the shop's manager.
team-left = { $name } has left { $shop }.

## /team

team-headline = 👥 <b>The team of { $shop }</b> ({ $count ->
    [one] one person
   *[other] { $count } people
})
team-shop-unnamed = the shop
team-ownerless = This shop has no owner yet: aram run shows the owner's link in the terminal.
team-member = { $mark } <b>{ $name }</b>, { $role }, since { $since }
team-member-self = { $mark } <b>{ $name }</b> (you), { $role }, since { $since }
team-nameless = number { $id }
team-somebody = a colleague who has left
team-state-not-started = 💤 has not opened the chat with Aram yet
team-state-not-connected = ▫️ has opened Aram, but not connected any chats
team-state-connected = ✅ chats are connected
team-invitations = ✉️ <b>Open invitations</b>
team-invitation = { $number }. { $role }, from { $name }, until { $until }
team-moment = { $day }, { $hour }
team-button-invite-seller = ➕ Invite a seller
team-button-invite-manager = ➕ Invite a manager
team-button-ticket-show = ✉️ Link { $number }
team-button-ticket-revoke = ✖️ Take back { $number }
team-button-before = ← Before
team-button-after = After →
team-button-back = Back to the team
team-button-manager = ⭐️ Make a manager
team-button-seller = 👤 Make a seller
team-button-remove = ✖️ Remove from the team
team-button-sure-manager = Yes, a manager
team-button-sure-seller = Yes, a seller
team-button-sure-remove = Yes, remove
team-button-no = No
team-sure-manager = Make { $name } a manager? Managers change playbooks, see everybody's work, and invite or remove sellers.
team-sure-seller = Shall { $name } be a seller from now on, and no manager? Open invitations that they made are taken back, too.
team-sure-remove = Remove { $name } from the team? Aram will read their chats no more and send them no cards. You can invite them again.
team-done = Done.
team-revoked = The invitation has been taken back.
team-send-it-on = Forward the message below to your colleague.

invitation-message-seller = Hello 🌿
    You are invited to sell for { $shop }. Aram, our quiet assistant, sits beside hard chats with customers and tells you alone what the next step is.

    Open this link and press Start:
    { $link }

    It is for one person only and good until { $until } (by the shop's clock).
invitation-message-manager = Hello 🌿
    You are invited to manage { $shop } in Aram. Aram, our quiet assistant, sits beside sellers in hard chats with customers; its playbooks and inviting sellers will be yours.

    Open this link and press Start:
    { $link }

    It is for one person only and good until { $until } (by the shop's clock).

team-refused-may-not = That is not yours to do: managers are named by the owner alone, sellers by managers and the owner.
team-refused-owner-stays = Nobody can remove the owner or change their role.
team-refused-owner-leaves-not = You own the shop and cannot leave: without an owner nobody keeps it. Whoever set Aram up can name another with aram shop owner.
team-refused-no-member = This person no longer belongs to the team.
team-refused-changed = This person's role has changed meanwhile; look at the new list.
team-refused-too-many = Ten invitations are open. Take one back first, or let its time go by.
team-refused-not-open = This invitation is open no more: somebody has come with it, its time is over, or it has been taken back.

## /leave

team-sure-leave = Leave { $shop }? Aram will read your chats no more and send you no cards. To come back, a manager has to invite you again.
team-button-sure-leave = Yes, I leave
team-button-stay = No, I stay
team-stays = Good that you stay 🌿
team-gone = You no longer belong to the team of { $shop }. Thank you for your company 🌿
    To take the connection away: Settings → Business → Chatbots.

## /shop

shop-headline = 🏪 <b>Your shops</b>
shop-only-one = 🏪 You belong to one shop, so there is nothing to choose.
shop-line = • <b>{ $shop }</b>, { $role }
shop-works-here = ← you work here now
shop-chats-here = ← your connected chats
shop-chats-unserved = Your connected chats are read for none of these now.
shop-button-work = Work in { $shop }
shop-button-serve = My chats for { $shop }
shop-chosen = Done.
shop-not-yours = You do not belong to that shop's team.

## /shop: what managers change of the shop.

shop-button-settings = ⚙️ This shop's settings
setting-headline = ⚙️ <b>Settings of { $shop }</b>
setting-line = • { $setting }: <b>{ $value }</b>
setting-recorded = The owner sees each change in the list of deeds.
setting-name = Name
setting-language = Language
setting-zone = Clock
setting-limit = A seller's refund limit
setting-minutes = A manager's time to answer
setting-toman = { $amount } toman
setting-so-many-minutes = { $count } minutes
setting-ask-name = ✏️ The shop is called <b>{ $value }</b>, as drafts may say. Write the new name in reply to this message.
setting-ask-language = ✏️ The shop's language is <b>{ $value }</b>; each colleague has their own by /language. Which shall it be?
setting-ask-zone = ✏️ The shop's clock is <b>{ $value }</b>: all screens and quiet hours go by it. Which shall it be? If it is not here, write its name in reply to this message, such as <code>Asia/Baku</code>
setting-ask-limit = ✏️ A seller refunds up to <b>{ $value }</b> alone. Write the new limit, in toman, in reply to this message; zero means that a manager is always asked.
setting-ask-minutes = ✏️ A manager who is called has <b>{ $value }</b>, then the next one is asked. Write the new number in reply to this message.
setting-back = ← Back
setting-done = Done.
setting-managers-only = The shop's settings are for a manager only.
setting-not-understood = That was not possible; choose again.
setting-name-not-understood = That is no name for a shop. Write one of up to 64 letters.
setting-language-not-understood = Choose one of the languages by its button.
setting-zone-not-understood = No such clock is known. Write its name like this: <code>Asia/Tehran</code> or <code>Europe/Berlin</code>
setting-limit-not-understood = Write a number alone, in toman, such as 500,000
setting-minutes-not-understood = Write a number alone, from 1 to 1440, such as 15

## /audit

audit-headline = 📒 <b>Who did what</b> (page { $page } of { $pages })
audit-line = { $hour } · { $deed }
audit-none = 📒 Nothing has been done yet.
audit-owner-only = Only the shop's owner sees this list.
audit-button-newer = ← Newer
audit-button-older = Older →

deed-by-settings = The settings
deed-appointed = { $who } gave { $person } this role: { $role }.
deed-removed = { $who } removed { $person } from the team.
deed-left = { $who } left the shop.
deed-invited = { $who } invited someone: { $role }.
deed-revoked = { $who } took an invitation back: { $role }.
deed-joined = { $who } came with an invitation: { $role }.
deed-published = { $who } published { $file } (version { NUMBER($number, useGrouping: 0) }).
deed-connected = { $who } connected their chats.
deed-disconnected = { $who } disconnected their chats.
deed-group-added = { $who } added Aram to the group { $group }.
deed-group-left = Aram is no longer in the group { $group } ({ $who }).
deed-deleted = { $who } deleted a message of { $person }.
deed-banned = { $who } banned { $person } from a group.
deed-unbanned = { $who } let { $person } into the group again.
deed-answered = { $who } answered { $person } publicly in the group { $group }.
deed-duty-begun = { $who } came on duty.
deed-duty-ended = { $who } went off duty.
deed-shop-changed = { $who } changed a setting of the shop: { $setting } from “{ $before }” to “{ $after }”.
deed-decided = { $who } decided on the call for help by { $person }: { $decision }.
deed-decision-taken = took the conversation over
deed-decision-advised = gave advice
deed-decision-allowed = allowed the refund
deed-decision-refused = refused the refund
deed-decision-done = it is over
deed-decision-unanswered = nobody answered

## The terminal: how a shop without an owner gets one.

owner-link = “{ $shop }” has no owner yet. Open this link with the owner's Telegram account and press Start:
      { $link }
    It is for one person only and good until { $until } (by the shop's clock); each start of aram run gives a new one.
owner-link-anew = Whoever opens this link and presses Start becomes the owner of “{ $shop }”, and the owner now a manager:
      { $link }
    It is for one person only and good until { $until } (by the shop's clock).
shop-added = Shop { NUMBER($number, useGrouping: 0) } has been added: { $shop }
shop-listed = { NUMBER($number, useGrouping: 0) }. { $shop } ({ $language }), owner: { $owner }, managers: { $managers }, sellers: { $sellers }
shop-listed-briefly = Shop { NUMBER($number, useGrouping: 0) }: { $shop }
shop-no-owner = none
