"""A difference says what comes and what goes, with lines around it, and nothing where none is."""

from bot.content.difference import Line, difference

OLD = "a\nb\nc\nd\ne\nf\ng\nh\n"


def test_a_changed_line_goes_and_comes_between_its_neighbours() -> None:
    assert difference(OLD, OLD.replace("d", "D")) == (
        Line("@", "-2,5 +2,5"),
        Line(" ", "b"),
        Line(" ", "c"),
        Line("-", "d"),
        Line("+", "D"),
        Line(" ", "e"),
        Line(" ", "f"),
    )


def test_distant_changes_are_parts_of_their_own() -> None:
    lines = difference(OLD, "A" + OLD[1:-2] + "H\n", context=0)
    assert [line.text for line in lines if line.sign == "@"] == ["-1 +1", "-8 +8"]


def test_a_new_file_comes_and_a_removed_one_goes() -> None:
    assert difference(None, "a\n")[1:] == (Line("+", "a"),)
    assert difference("a\n", None)[1:] == (Line("-", "a"),)


def test_texts_that_look_like_signs_are_texts() -> None:
    assert difference("-- x\n", "++ @@ y\n")[1:] == (Line("-", "-- x"), Line("+", "++ @@ y"))


def test_nothing_changed_is_no_difference() -> None:
    assert difference(OLD, OLD) == ()
