"""Presses that no screen offers."""

from typing import Any

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
