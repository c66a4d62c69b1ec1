"""Which messages are talk, whatever they are made of."""

import pytest
from aiogram.enums import ContentType
from aiogram.types import Message

from bot.core.conversation import Channel, Who
from handlers.pasted.arriving import is_unreadable
from handlers.turns import is_talk, turn_of

LARGE = {"file_id": "a", "file_unique_id": "a", "width": 9, "height": 9}
CAPTION = "این چیه برام فرستادین؟"
CLIP = LARGE | {"duration": 1}


def written(**of: object) -> Message:
    chat = {"id": 5, "type": "private", "first_name": "مریم"}
    return Message.model_validate({"message_id": 1, "date": 1, "chat": chat, "from": None, **of})


@pytest.mark.parametrize(
    ("of", "kind"),
    [
        ({"photo": [LARGE], "caption": CAPTION}, ContentType.PHOTO),
        # a live photo comes with the field of a plain one, too
        (
            {"photo": [LARGE], "live_photo": CLIP | {"photo": [LARGE]}, "caption": CAPTION},
            ContentType.LIVE_PHOTO,
        ),
        ({"paid_media": {"star_count": 1, "paid_media": []}, "caption": CAPTION}, "paid_media"),
        ({"video": CLIP, "caption": CAPTION}, ContentType.VIDEO),
    ],
)
async def test_words_below_a_medium_are_heard(of: dict[str, object], kind: str) -> None:
    message = written(**of)
    assert await is_talk(message)
    turn = turn_of(message, Who.CUSTOMER, channel=Channel.CHAT)
    assert (turn.text, turn.media) == (CAPTION, kind)


async def test_a_live_photo_shown_to_aram_is_a_picture() -> None:
    assert await is_unreadable(written(photo=[LARGE], live_photo=CLIP | {"photo": [LARGE]}))


async def test_what_telegram_itself_says_is_no_talk() -> None:
    assert not await is_talk(written(new_chat_title="مشتری‌ها"))
