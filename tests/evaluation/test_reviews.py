"""Reviews with stars: the area under the curve, doubles, files that are none."""

from pathlib import Path

import pytest

from bot.app import build_coach
from bot.errors import ConversationFileError
from bot.evaluation.reviews import area_under, hear
from bot.settings import Settings


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    assert area_under([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert area_under([0.1], [0.9]) == 0.0
    assert area_under([0.5, 0.9], [0.5, 0.1]) == (0.5 + 1 + 1 + 1) / 4  # a tie counts half


def test_an_area_of_nothing_is_nothing() -> None:
    assert area_under([], [0.5]) == 0.0


def test_angry_ones_are_told_from_thankful_fives(tmp_path: Path) -> None:
    file = tmp_path / "reviews.csv"
    rows = ["comment,rating", "افتضاحه دزدا پولمو خوردین,1", "عالی بود ممنون از شما,5"]
    file.write_text("\n".join([*rows, rows[1], "معمولیه,3"]), encoding="utf-8")
    reviews = hear(build_coach(Settings(_env_file=None)), file)
    assert (len(reviews.lowest), len(reviews.highest)) == (1, 1)  # the double and the 3 left out
    assert reviews.to_json()["tension_auc"] == 1.0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text,stars\nسلام,1\n", "error-reviews-file"),  # other columns
        (None, "error-file-missing"),
    ],
)
def test_a_file_that_is_none_is_named(content: str | None, message: str, tmp_path: Path) -> None:
    file = tmp_path / "reviews.csv"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ConversationFileError) as raised:
        hear(build_coach(Settings(_env_file=None)), file)
    assert raised.value.message_id == message
