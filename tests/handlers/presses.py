"""Presses that no screen offers."""

from typing import Any

from handlers.rate import Rate
from tests.stage import Stage


def pressed(acting: Stage, person: int, update_id: int, data: str) -> dict[str, Any]:
    """A press as a client may make it up, or as Telegram delivers it a second time."""
    users = acting.world.users
    message = {
        "message_id": acting.screens(person)[-1].id,
        "date": 1,
        "chat": {"id": person, "type": "private"},
        "from": users[acting.bot_id].card(),
        "text": "…",
    }
    query = {"id": "7", "chat_instance": "1", "data": data, "from": users[person].card()}
    return {"update_id": update_id, "callback_query": query | {"message": message}}


def without_limits(acting: Stage) -> None:
    """From now on people may press and write as often as they like, as only tests do."""
    before = acting.app.dispatcher.update.outer_middleware
    for each in tuple(before):
        if isinstance(each, Rate):
            before.unregister(each)
