"""Whether the step on a card waits for a manager, by the sum that is spoken of now.

A card is not drawn anew at every turn: a calm word, or the seller's own, can name a larger sum.
"""

from dataclasses import replace

from bot.core.card import Face
from bot.core.coach import Coach
from bot.core.course import Showing
from bot.core.shelf import Conversation, Shelf


def as_of_now(shelf: Shelf, coach: Coach, conversation: Conversation, face: Face) -> Face:
    """A face with its drafts as drawn, and needing leave as the sum spoken of now demands."""
    drawn, memory = face.advice, conversation.memory
    if drawn is None:
        return face
    showing = Showing(drawn.playbook, drawn.step - 1, drawn.kind, face.tension)
    fresh = coach.advise(showing, shelf.audience(conversation), memory)
    if fresh is None or fresh.kind is not drawn.kind:
        return face
    return replace(
        face,
        advice=replace(drawn, needs_manager=fresh.needs_manager),
        allowed_by=conversation.course.allowed_by(drawn.kind, memory.amount),
    )
