"""The models in which aiogram reads Telegram's answers to our calls."""

from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageText,
    GetUpdates,
    Response,
    SendMessage,
)

CALLS = (AnswerCallbackQuery, DeleteMessage, EditMessageText, GetUpdates, SendMessage)


def answer_models() -> tuple[object, ...]:
    """Models to hold on to, for aiogram asks pydantic at each call, and pydantic forgets the rest.

    Building one anew takes longer than reading the answer.
    """
    model: Any = Response
    return tuple(model[call.__returning__] for call in CALLS)
