"""The models in which aiogram reads Telegram's answers to our calls."""

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageText,
    GetUpdates,
    Response,
    SendMessage,
)

CALLS = (AnswerCallbackQuery, DeleteMessage, EditMessageText, GetUpdates, SendMessage)


def answer_models() -> tuple[type, ...]:
    """Models to hold on to, for aiogram asks pydantic at each call, and pydantic forgets the rest.

    Building one anew takes longer than reading the answer.
    """
    return tuple(Response.__class_getitem__(call.__returning__) for call in CALLS)
