"""Persian letters are joined and in order; nobody's name can break a picture."""

from xml.etree.ElementTree import fromstring

from bot.charts.draw import WIDTH, rendered, svg_of
from bot.charts.lettering import clean, directed, fitted, width_of
from bot.charts.spec import Picture, Row, Rows, Theme
from tests.charts.pixels import Pixels, read_png

TITLE_ROWS = (14, 45)


def title(words: str, language: str = "fa") -> Pixels:
    return read_png(rendered(svg_of(Picture(language, words, ""), Theme.LIGHT), WIDTH))


def test_letters_are_joined() -> None:
    joined, apart = title("سلام"), title("س\u200cل\u200cا\u200cم")
    assert joined.blobs(*TITLE_ROWS) == 2  # «سلا» and «م»
    assert apart.blobs(*TITLE_ROWS) == 4


def test_a_half_space_parts_letters_without_a_gap() -> None:
    assert width_of("می‌شود", 12, False) > width_of("میشود", 12, False)
    assert width_of("می‌شود", 12, False) < width_of("می شود", 12, False)


def test_persian_starts_on_the_right_and_runs_left_around_latin() -> None:
    mixed, alone = title("Sara و علی").columns(*TITLE_ROWS), title("Sara").columns(*TITLE_ROWS)
    begin = next(x for x, column in enumerate(alone) if column != alone[0])
    assert begin > len(alone) / 2
    assert mixed[begin:] == alone[begin:]
    assert mixed[:begin] != alone[:begin]


def test_digits_of_a_number_keep_their_order() -> None:
    number, letters = title("۱۲ نفر").columns(*TITLE_ROWS), title("۱۲").columns(*TITLE_ROWS)
    begin = next(x for x, column in enumerate(letters) if column != letters[0])
    assert number[begin:] == letters[begin:]


def test_english_starts_on_the_left() -> None:
    columns = title("Sara", "en").columns(*TITLE_ROWS)
    inked = [x for x, column in enumerate(columns) if column != columns[0]]
    assert max(inked) < len(columns) / 3


def test_markup_in_a_name_is_text() -> None:
    name = '</text><image href="file:///etc/passwd"/>&amp; "سارا"'
    rows = Rows("<b>", (Row(name, 3),))
    svg = fromstring(svg_of(Picture("fa", name, name, panels=(rows,)), Theme.DARK))
    tags = {element.tag.partition("}")[2] for element in svg.iter()}
    assert tags == {"svg", "g", "rect", "text"}


def test_controls_go_and_isolates_are_balanced() -> None:
    assert clean("a\u202eb\u0000\n\tc\ud800\u200f") == "ab c"
    assert clean("\u2069\u2068علی") == "\u2068علی\u2069"
    assert clean("می‌شود") == "می‌شود"
    assert clean("سارا 😀 ") == "سارا"
    assert clean("ا" + "\u064b" * 40) == "ا\u064b\u064b"


def test_long_names_end_with_dots_and_fit() -> None:
    for name in ("خیلی‌دراز " * 12, "Maximiliane " * 12, "\u2068" + "نام " * 40 + "\u2069"):
        cut = fitted(name, 12, False, 100)
        assert "…" in cut
        assert width_of(cut, 12, False) <= 100
        assert cut.count("\u2068") == cut.count("\u2069")
    assert fitted("سارا", 12, False, 100) == "سارا"
    assert fitted("سارا", 12, False, 1) == ""


def test_a_latin_name_keeps_its_punctuation_in_a_persian_picture() -> None:
    assert directed("Sara!", True) == "\u2066Sara!\u2069"
    assert directed("سارا!", True) == "\u2067سارا!\u2069"
    assert directed("۱۲", True) == "\u2067۱۲\u2069"
