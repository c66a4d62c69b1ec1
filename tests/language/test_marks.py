"""What a text shows besides its words."""

from bot.language import Reader


def test_questions_and_exclamations_of_every_script_count(reader: Reader) -> None:
    marks = reader.read("چی شد؟؟ why? نه！!").marks
    assert (marks.questions, marks.exclamations) == (3, 2)


def test_stretched_runs_count_letters_only(reader: Reader) -> None:
    assert reader.read("سلاااام خوووبی 1000000 !!!!").marks.stretched == 2


def test_emoji_and_smiles_are_listed_in_order(reader: Reader) -> None:
    assert reader.read("خوب 👍🏽 نه :( 😂😂").marks.emoji == ("👍", ":(", "😂", "😂")


def test_capitals_shout_but_brands_do_not(reader: Reader) -> None:
    assert reader.read("CHERA JAVAB NEMIDI").marks.shouting
    assert not reader.read("گوشی LG یا SONY").marks.shouting
    assert not reader.read("Where is my Order").marks.shouting


def test_length_and_lines(reader: Reader) -> None:
    marks = reader.read("سلام\nخوبی؟").marks
    assert (marks.length, marks.lines) == (10, 2)
