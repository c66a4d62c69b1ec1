"""A group becomes a supergroup: another chat, with the same people, that counts messages anew."""

from bot.sandbox.chats import Room
from bot.sandbox.messages import Draft
from bot.sandbox.refusals import Impossible
from bot.sandbox.state import State
from bot.sandbox.talking import deliver

_SUPERGROUP = -1_000_000_000_000


def upgrade(state: State, room: Room) -> Room:
    """Make a supergroup of a group; bots are told in both, and may use the old one no more."""
    if room.kind != "group":
        raise Impossible("only groups become supergroups")
    owner = next(each.user_id for each in room.members.values() if each.status == "creator")
    grown = Room(_SUPERGROUP + room.id, "supergroup", room.title, members=dict(room.members))
    state.rooms[grown.id] = grown
    deliver(state, room, Draft(owner, service={"migrate_to_chat_id": grown.id}))
    room.upgraded_to = grown.id
    room.members.clear()
    deliver(state, grown, Draft(owner, service={"migrate_from_chat_id": room.id}))
    return grown
