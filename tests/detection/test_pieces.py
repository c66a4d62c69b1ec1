"""Words in pieces: the likeliest path, unknown letters, endless words."""

from bot.detection.pieces import UNKNOWN, Pieces

VOCABULARY = ["<s>", "<pad>", "</s>", "<unk>", "▁کتاب", "▁ک", "تاب", "ها", "ی", "▁"]
SCORES = [0.0, 0.0, 0.0, 0.0, -2.0, -3.0, -3.0, -1.0, -1.0, -4.0]


def test_the_likeliest_path_wins() -> None:
    pieces = Pieces(VOCABULARY, SCORES)
    assert pieces.encode(["کتاب"]) == [(4,)]  # −2 beats −3 − 3
    assert pieces.encode(["کتابهای"]) == [(4, 7, 8)]


def test_each_word_begins_anew() -> None:
    assert Pieces(VOCABULARY, SCORES).encode(["کتاب", "کتابها"]) == [(4,), (4, 7)]


def test_a_letter_that_nobody_knows_is_one_unknown() -> None:
    assert Pieces(VOCABULARY, SCORES).encode(["کتاب☃ها"]) == [(4, UNKNOWN, 7)]


def test_an_endless_word_is_cut() -> None:
    (numbers,) = Pieces(VOCABULARY, SCORES).encode(["ها" * 5_000])
    assert len(numbers) < 300
