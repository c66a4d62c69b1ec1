"""What the buttons of a card carry."""

from typing import Self

from aiogram.filters.callback_data import CallbackData

from bot.core.playbook import StepKind
from bot.core.press import Action
from handlers.numbers import PageNumber, RowNumber


class CardButton(CallbackData, prefix="card"):
    """What a button of a card says when pressed.

    `draft` counts from 0; `kind` is the step that an ALLOW gives leave for.
    """

    card: RowNumber
    action: Action
    draft: PageNumber = 0
    kind: StepKind | None = None

    @classmethod
    def unpack(cls, value: str) -> Self:
        """Read a button; those of older cards say nothing of a step."""
        is_older = value.count(cls.__separator__) < len(cls.model_fields)
        return super().unpack(value + cls.__separator__ if is_older else value)
