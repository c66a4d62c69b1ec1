"""getChat, getChatMember and their like: what a bot may know of a chat."""

from bot.sandbox.chats import Dialog, Member, Room
from bot.sandbox.membership import set_member, status_in_dialog
from bot.sandbox.methods.call import Call
from bot.sandbox.methods.targets import chat_target
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_NOT_FOR_MEMBERS = frozenset({"can_change_info", "can_pin_messages", "can_manage_topics"})


def get_chat(call: Call) -> Json:
    """GetChat: a ChatFullInfo."""
    target = chat_target(call)
    common: Json = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if isinstance(target.chat, Dialog):
        user = call.state.users[target.chat.id_for(target.viewer)]
        names = {"active_usernames": [user.username]} if user.username else {}
        return {**user.chat_card(), **common, **names}
    return {**target.chat.card(), **common, **_room_details(target.chat)}


def _room_details(room: Room) -> Json:
    details: Json = {}
    if room.username:
        details["active_usernames"] = [room.username]
    if room.linked_id is not None:
        details["linked_chat_id"] = room.linked_id
    if room.kind != "channel":
        details["permissions"] = {name: name not in _NOT_FOR_MEMBERS for name in _PERMISSIONS}
    return details


def get_chat_member(call: Call) -> Json:
    """GetChatMember; users the world does not know are refused, others may have left."""
    target = chat_target(call)
    user = call.state.users.get(call.integer("user_id"))
    if user is None:
        raise bad_request("invalid user_id specified")
    if isinstance(target.chat, Dialog):
        return {"status": status_in_dialog(target.chat, user.id), "user": user.card()}
    return target.chat.member(user.id).card(user.card(), target.chat.kind)


def get_chat_administrators(call: Call) -> list[Json]:
    """GetChatAdministrators: bots other than the asking one are left out."""
    room = chat_target(call).chat
    if isinstance(room, Dialog):
        raise bad_request("there are no administrators in the private chat")
    admins = (member for member in room.members.values() if member.is_admin)
    return [
        member.card(call.state.users[member.user_id].card(), room.kind)
        for member in admins
        if member.user_id == call.bot.id or member.user_id not in call.state.bots
    ]


def get_chat_member_count(call: Call) -> int:
    """GetChatMemberCount."""
    return len(chat_target(call).chat.audience())


def leave_chat(call: Call) -> bool:
    """LeaveChat: the bot leaves a group or channel, and hears of it."""
    room = chat_target(call).chat
    if isinstance(room, Dialog):
        raise bad_request("chat member status can't be changed in private chats")
    set_member(call.state, room, Member(call.bot.id, "left"), by=call.bot.id)
    return True
