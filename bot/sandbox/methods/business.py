"""getBusinessConnection, readBusinessMessage, deleteBusinessMessages."""

from bot.sandbox.chats import Dialog
from bot.sandbox.delivery import announce_deletion
from bot.sandbox.messages import Message
from bot.sandbox.methods.call import Call
from bot.sandbox.methods.editing import numbers_of
from bot.sandbox.methods.targets import (
    business_target,
    connection_of,
    enabled_connection,
    found,
)
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json


def get_business_connection(call: Call) -> Json:
    """GetBusinessConnection."""
    connection = connection_of(call)
    return connection.card(call.state.users[connection.user_id].card())


def read_business_message(call: Call) -> bool:
    """ReadBusinessMessage: the seller's phone shows the chat as read."""
    target = business_target(call, "can_read_messages")
    found(target, call.integer("message_id"), bad_request("MESSAGE_ID_INVALID"))
    customer = target.chat.id_for(target.viewer)
    if call.state.unread.pop((target.viewer, customer), 0):
        call.state.changed({target.viewer})
    return True


def delete_business_messages(call: Call) -> bool:
    """DeleteBusinessMessages: the bot's own with one right, any with the other."""
    numbers = numbers_of(call)
    connection = enabled_connection(call, "can_delete_sent_messages", "can_delete_all_messages")
    placed = [_placed(call, connection.user_id, number) for number in numbers]
    known = [place for place in placed if place is not None]
    if len({chat.key for chat, _ in known}) > 1:
        raise bad_request("all messages must be from the same chat")
    if not known:
        raise bad_request("message to delete not found")
    messages = [message for _, message in known]
    foreign = any(message.business_bot != call.bot.id for message in messages)
    if foreign and "can_delete_all_messages" not in connection.rights:
        raise bad_request("BOT_ACCESS_FORBIDDEN")
    chat = known[0][0]
    for message in messages:
        chat.remove(message)
    announce_deletion(call.state, chat, messages)
    return True


def _placed(call: Call, owner: int, number: int) -> tuple[Dialog, Message] | None:
    for dialog in call.state.dialogs_of(owner):
        message = dialog.find(number, owner)
        if message is not None and dialog.id_for(owner) not in call.state.bots:
            return dialog, message
    return None
