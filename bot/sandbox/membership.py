"""Who is in: joining, leaving, being promoted, blocking a bot; and the updates that tell of it."""

from collections.abc import Collection

from bot.sandbox.chats import Dialog, Member, Room
from bot.sandbox.messages import Draft
from bot.sandbox.people import Bot
from bot.sandbox.state import State
from bot.sandbox.talking import deliver
from bot.sandbox.wire import Json


def set_member(state: State, room: Room, member: Member, *, by: int) -> None:
    """Change someone's standing in a room and tell the bots that may know."""
    before = room.member(member.user_id)
    room.members[member.user_id] = member
    subject = state.users[member.user_id].card()
    content = {
        "chat": room.card(),
        "from": state.users[by].card(),
        "date": state.now(),
        "old_chat_member": before.card(subject, room.kind),
        "new_chat_member": member.card(subject, room.kind),
    }
    _tell_changed(state, room, member.user_id, content)
    if room.kind != "channel":
        _tell_service(state, room, before, member, by)
    state.changed({*room.audience(), member.user_id})


def _tell_changed(state: State, room: Room, user_id: int, content: Json) -> None:
    for bot in state.bots.values():
        if bot.id == user_id:
            bot.queue.offer("my_chat_member", content, room.id)
        elif room.member(bot.id).is_admin:
            bot.queue.offer("chat_member", content, room.id)


def _tell_service(state: State, room: Room, before: Member, after: Member, by: int) -> None:
    subject = state.users[after.user_id].card()
    if after.present and not before.present:
        service: Json = {"new_chat_members": [subject]}
    elif before.present and not after.present:
        service = {"left_chat_member": subject}
    else:
        return
    deliver(state, room, Draft(by, service=service))


def set_blocked(state: State, bot: Bot, user_id: int, *, blocked: bool) -> None:
    """Let a user block or unblock a bot, which hears of it."""
    if blocked == (user_id in bot.blocked_by):
        return
    change = bot.blocked_by.add if blocked else bot.blocked_by.discard
    change(user_id)
    user = state.users[user_id]
    kicked = {"status": "kicked", "user": bot.user.card(), "until_date": 0}
    member = {"status": "member", "user": bot.user.card()}
    content = {
        "chat": user.chat_card(),
        "from": user.card(),
        "date": state.now(),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }
    bot.queue.offer("my_chat_member", content, user_id)
    state.changed({user_id})


def status_in_dialog(dialog: Dialog, user_id: int) -> str:
    """Return the status that getChatMember answers for a private chat."""
    return "member" if user_id in dialog.audience() else "left"


def rights_set(rights: Collection[str]) -> frozenset[str]:
    """Return an administrator's rights; any of them implies can_manage_chat."""
    return frozenset(rights) | {"can_manage_chat"}
