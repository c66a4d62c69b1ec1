"""banChatMember and its like: putting people and channels out of a group, and letting them back.

The refusals are those of Telegram's own library (tdlib) in the words that bots read.
"""

from bot.sandbox.chats import Dialog, Member, Room
from bot.sandbox.membership import set_member
from bot.sandbox.methods.call import Call
from bot.sandbox.methods.targets import chat_target
from bot.sandbox.refusals import bad_request

_NO_RIGHT = "not enough rights to restrict/unrestrict chat member"


def ban_chat_member(call: Call) -> bool:
    """BanChatMember: the sandbox bans for good, whatever until_date says."""
    room, member = _room(call), _member(call)
    if member.user_id == call.bot.id:
        raise bad_request("can't restrict self")
    _check_right(call, room)
    if member.status == "creator":
        raise bad_request("can't remove chat owner")
    if member.is_admin:
        raise bad_request("user is an administrator of the chat")
    if member.status != "kicked":
        set_member(call.state, room, Member(member.user_id, "kicked"), by=call.bot.id)
    return True


def unban_chat_member(call: Call) -> bool:
    """UnbanChatMember: they may come back; without only_if_banned, a member is put out instead."""
    room, member = _room(call), _member(call)
    _check_wide(room)
    if call.flag("only_if_banned") and member.status != "kicked":
        return True
    _check_right(call, room)
    if member.is_admin:
        raise bad_request("user is an administrator of the chat")
    if member.status != "left":
        set_member(call.state, room, Member(member.user_id, "left"), by=call.bot.id)
    return True


def ban_chat_sender_chat(call: Call) -> bool:
    """BanChatSenderChat: nobody writes in the name of that channel any more."""
    room, channel_id = _room(call), _sender_chat(call)
    _check_wide(room)
    _check_right(call, room)
    room.silenced.add(channel_id)
    return True


def unban_chat_sender_chat(call: Call) -> bool:
    """UnbanChatSenderChat."""
    room, channel_id = _room(call), _sender_chat(call)
    _check_wide(room)
    _check_right(call, room)
    room.silenced.discard(channel_id)
    return True


def _room(call: Call) -> Room:
    chat = chat_target(call).chat
    if isinstance(chat, Dialog):
        raise bad_request("chat member status can't be changed in private chats")
    return chat


def _member(call: Call) -> Member:
    user_id = call.integer("user_id")
    if user_id not in call.state.users:
        raise bad_request("invalid user_id specified")
    return _room(call).member(user_id)


def _sender_chat(call: Call) -> int:
    chat_id = call.integer("sender_chat_id")
    if chat_id >= 0:
        raise bad_request("invalid sender_chat_id specified")
    return chat_id


def _check_wide(room: Room) -> None:
    if room.kind == "group":
        raise bad_request("method is available for supergroup and channel chats only")


def _check_right(call: Call, room: Room) -> None:
    if not room.member(call.bot.id).may("can_restrict_members"):
        raise bad_request(_NO_RIGHT)
