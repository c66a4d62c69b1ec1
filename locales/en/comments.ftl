## Signs beside a negative comment: whether it comes from a customer. They never accuse.

review-doubtful = <b>🔎 Perhaps not a real customer;</b> judge for yourself before you answer:
review-unknown = <b>🔎 Not yet clear whether this is a customer;</b> perhaps a new one:
review-mixed = <b>🔎 The signs point both ways;</b> judge for yourself:
review-real = <b>🙋 More like a real customer:</b>

sign-line = • { $text }
sign-same-words =
    { $accounts ->
        [one] One other account has written nearly the same below your posts or in your group.
       *[other] { $accounts } other accounts have written nearly the same below your posts or in your groups.
    }
sign-rival = Names another shop: { $words }
sign-address = Gives an address that we do not know as yours: { $words }
sign-elsewhere = Sends readers elsewhere: { $words }
sign-burst =
    { $accounts } accounts have written negative comments within an hour, { $usual ->
        [0] which is unusual here
       *[other] far more than the { $usual } of a usual day
    }. Perhaps somebody arranged it, perhaps several customers have a real trouble.
sign-no-detail = Judges harshly, but names no order, product, date or size.
sign-never-spoke =
    { $days ->
        [one] In the day that Aram has been listening here, this account has said nothing.
       *[other] In the { $days } days that Aram has been listening here, this account has said nothing.
    }
sign-spoke-before =
    { $messages ->
        [one] Wrote one message in your group before, { $days } { $days ->
            [one] day
           *[other] days
        } ago.
       *[other] Wrote { $messages } messages in your groups before; the first { $days } { $days ->
            [one] day
           *[other] days
        } ago.
    }
sign-in-private =
    { $amount ->
        [0] Has talked to the shop in private: { $messages } { $messages ->
            [one] message
           *[other] messages
        }.
       *[other] Has talked to the shop in private: { $messages } { $messages ->
            [one] message
           *[other] messages
        }, and { $amount } toman were spoken of.
    }
sign-told-detail = Tells of a purchase: { $words }

review-deleted = 🗑 This comment has been deleted from the group.
review-banned = ⛔ The author of this comment is banned.
review-asked = 🔑 The manager has been asked to decide about this comment.

## Removing a comment: the managers' buttons, asked twice.

button-comment-delete = 🗑 Delete comment
button-comment-ban = ⛔ Ban the author
button-comment-unban = ↩️ Lift the ban
button-comment-ask = 🔑 Delete or ban: ask the manager
button-comment-yes = Yes, go on
button-comment-delete-now = Delete for good
button-comment-ban-now = Ban
button-comment-no = No, leave it

moderation-request = <b>🔑 { $seller }</b> asks you to look at this comment. <b>{ $customer }</b> wrote:
moderation-delete-first = <b>🗑 Delete this comment from the group?</b> <b>{ $customer }</b> wrote:
moderation-delete-second = <b>🗑 Deleting is final:</b> the comment goes for everybody, and nobody can bring it back. If it was true, it may come back louder. Delete it?
moderation-ban-first = <b>⛔ Ban the author of this comment?</b> <b>{ $customer }</b> wrote:
moderation-ban-second = <b>⛔ { $customer }</b> will be put out of the group and cannot write there any more. Their comments stay. You can lift the ban with one button whenever you like. Ban them?
moderation-left = 👌 Nothing was done; the comment and its author stay.
moderation-deleted = 🗑 The comment of <b>{ $customer }</b> is deleted, and that is on record.
moderation-banned = ⛔ <b>{ $customer }</b> is banned, and that is on record.
moderation-unbanned = ↩️ <b>{ $customer }</b> is not banned any more and may come back.

## Told right after a press, in at most 200 letters.

moderation-ask-manager = Deleting and banning is for managers. Ask the manager.
moderation-asked = The manager has been asked to look at this comment.
moderation-no-manager = The shop has no manager yet whom we could ask.
moderation-lifted = The ban is lifted, and that is on record.
moderation-gone = This comment is not in the group any more.
moderation-not-ours = This button is out of use.
moderation-already-deleted = This comment has been deleted already.
moderation-already-banned = The author has been banned already.
moderation-not-banned = The author is not banned.
moderation-start-first = First press Start in a private chat with Aram, so that it can ask you there.
moderation-no-right-delete = Aram may not delete messages in this group. In the group's settings → Administrators → Aram, switch on "Delete messages", then press again.
moderation-no-right-ban = Aram may not ban people in this group. In the group's settings → Administrators → Aram, switch on "Ban users", then press again.
moderation-is-admin = The author is an administrator of the group, whom Telegram lets no bot touch. Take their role away first.
moderation-too-old = Telegram will not let this message be deleted by a bot. Delete it in the group yourself.
moderation-small-group = This is still a basic group, where Telegram knows no lifting of bans; invite them again yourself whenever you like.
moderation-not-there = Aram is not in that group any more. Add it again and make it an administrator.
moderation-try-again = Telegram is busy and nothing was done. Press again in a minute.
moderation-refused = Telegram refused and nothing was done. Do it in the group yourself.
