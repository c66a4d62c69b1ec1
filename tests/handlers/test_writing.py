"""Text for Telegram in a right-to-left language: what stands where, and what can be copied."""

import pytest

from handlers.writing import one_direction
from tests.stage import workshop

RLM, LRM = "\u200f", "\u200e"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("سلام\n\nخوبی", f"{RLM}سلام\n\n{RLM}خوبی"),  # a mark for each line that says something
        ("<blockquote>متن", f"<blockquote>{RLM}متن"),  # a quotation must begin its line
        ("با /help ببینید", f"{RLM}با {LRM}/help ببینید"),  # the stroke on the command's left
        (
            "بنویسید <code>/quiet ۱ فروردین</code> یا هیچ",  # no mark inside: it is to be copied
            f"{RLM}بنویسید {LRM}<code>/quiet ۱ فروردین</code> یا هیچ",
        ),
    ],
)
def test_persian_lines_read_from_the_right(text: str, written: str) -> None:
    assert one_direction(text, workshop().locales.get("fa")) == written


def test_english_is_left_as_it_is() -> None:
    text = "write <code>/quiet 21 to 9</code>, or /help"
    assert one_direction(text, workshop().locales.get("en")) == text
