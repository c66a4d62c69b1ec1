"""A pressed button: the callback query that reaches the bot behind the message."""

from bot.sandbox.chats import Dialog
from bot.sandbox.messages import Message
from bot.sandbox.people import Bot
from bot.sandbox.refusals import Impossible
from bot.sandbox.render import message_json
from bot.sandbox.state import Posted, State
from bot.sandbox.wire import Json


def open_query(state: State, posted: Posted, user_id: int, data: str) -> str:
    """Send the callback_query update and return its id, to wait for the answer."""
    bot = _bot_behind(state, posted.message)
    query_id = state.queries.open(bot.id, user_id=user_id, message_key=posted.message.key)
    content: Json = {
        "id": query_id,
        "from": state.users[user_id].card(),
        "message": _message(state, posted, bot),
        "chat_instance": str(abs(hash(posted.chat.key))),
        "data": data,
    }
    if bot.queue.wants("callback_query"):
        bot.queue.put("callback_query", content, lane=user_id)
    return query_id


def _bot_behind(state: State, message: Message) -> Bot:
    bot = state.bots.get(message.business_bot or message.sender_id)
    if bot is None:
        raise Impossible("no bot sent that message")
    return bot


def _message(state: State, posted: Posted, bot: Bot) -> Json:
    chat, message = posted.chat, posted.message
    if message.business_bot is None or not isinstance(chat, Dialog):
        return message_json(state, chat, message, viewer=bot.id)
    connection = state.connection_of(message.sender_id)
    return message_json(
        state,
        chat,
        message,
        viewer=message.sender_id,
        connection_id=connection.id if connection else None,
    )
