"""Pasted text made plain: marks that steer its direction go, digits and spaces become one kind."""

_GONE = dict.fromkeys(
    [0x200E, 0x200F, 0x061C, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_SPACES = dict.fromkeys([0x00A0, 0x202F, 0x2007, 0x2009, 0x0009], " ")
_DIGITS = {
    ord(digit): str(number)
    for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
    for number, digit in enumerate(digits)
}
_LETTERS = str.maketrans("يىكة", "ییکه")
_UNKEEPABLE = dict.fromkeys([0, *range(0xD800, 0xE000)])


def lines_of(text: str) -> list[str]:
    """The lines of a text, without marks of direction, with one kind of space."""
    unmarked = text.translate(_GONE | _SPACES | _UNKEEPABLE)
    return unmarked.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def with_latin_digits(text: str) -> str:
    """The same text, letter by letter, with digits that Python's patterns read."""
    return text.translate(_DIGITS)


def same_name(name: str) -> str:
    """A name as it is compared: letters and digits alone, Arabic letters as Persian ones."""
    letters = (letter if letter.isalnum() else " " for letter in name.translate(_LETTERS))
    return " ".join("".join(letters).casefold().split())
