"""The bot's own words: the same in every language, complete, and never a crash."""

import ast as python
import logging
import re
from pathlib import Path

import pytest
from fluent.syntax import ast

from bot.errors import AramError, ContentError
from bot.locale import LONGEST_ARGUMENT, Locales, bare_sentence
from tests.content.messages import LANGUAGES, LOCALES, ROOT, entries, variables

FSI, PDI = "\u2068", "\u2069"
FILES = sorted(LOCALES.glob("*/*.ftl"))
SMALL = """\
hello = سلام { $name }
order = سفارش { $number }
price = { NUMBER($sum) } تومان
line = خط { NUMBER($line, useGrouping: 0) }
left = { $count ->
    [0] هیچ
    [one] یکی
   *[other] { $count } تا
}
only = فقط فارسی
"""
SMALL_EN = "hello = Hello { $name }\norder = Order { $number }\nextra = English only\n"


@pytest.fixture
def locales(tmp_path: Path) -> Locales:
    return Locales.load(put(tmp_path, fa=SMALL, en=SMALL_EN))


def put(folder: Path, **languages: str) -> Path:
    for language, text in languages.items():
        (folder / language).mkdir()
        (folder / language / "words.ftl").write_text(text, encoding="utf-8")
    return folder


# What is shipped

UNTIDY = {
    "space at the end": r"\s$",
    "two spaces": r"\S {2,}\S",
    "space before a mark": r" [،؛:!؟.,](?:\s|$)",
    "Arabic letter": "\u064a(?! or \u0643)|(?<!\u064a or )\u0643",
    "half-space beside a space": "\u200c[\\s\u200c]|\\s\u200c",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_are_fluent_and_tidy(path: Path) -> None:
    found = [each for each in entries(path) if not isinstance(each, ast.BaseComment)]
    assert [each.content for each in found if isinstance(each, ast.Junk)] == []
    names = [each.id.name for each in found if isinstance(each, ast.Message | ast.Term)]
    assert len(names) == len(set(names))
    untidy = [
        (number, fault)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for fault, pattern in UNTIDY.items()
        if re.search(pattern, line)
    ]
    assert untidy == []


def test_every_language_has_the_same_files_messages_and_variables() -> None:
    files = [{path.name for path in (LOCALES / language).iterdir()} for language in LANGUAGES]
    assert files[0] == files[1]
    assert variables("fa") == variables("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_in_two_files(language: str) -> None:
    names = [
        entry.id.name
        for path in FILES
        if path.parent.name == language
        for entry in entries(path)
        if isinstance(entry, ast.Message)
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_is_written_into_a_placeable(language: str) -> None:
    """Fluent would show `{ 5 }` in Latin digits whatever the language."""
    for path in FILES:
        assert not re.search(r"\{\s*\d", path.read_text(encoding="utf-8"))


# Errors


def raised() -> list[tuple[str, str, set[str | None]]]:
    """Every `…Error("error-…", name=…)` in the code: where, which, and what it passes."""
    calls = []
    for folder in ("bot", "handlers"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case python.Call(args=[python.Constant(value=str(name)), *_], keywords=given):
                        if name.startswith("error-"):
                            where = f"{path.relative_to(ROOT)}:{node.lineno}"
                            calls.append((where, name, {each.arg for each in given}))
    return calls


ERRORS = {name: {str(each) for each in given} for _, name, given in raised()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message_id", ERRORS)
def test_every_error_has_its_sentence(language: str, message_id: str) -> None:
    assert variables(language)[message_id] == ERRORS[message_id]


def test_what_the_code_raises_is_what_the_sentences_take() -> None:
    said = variables("fa")
    wrong = [call for call in raised() if said.get(call[1]) != call[2]]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message_id", ERRORS)
def test_an_error_becomes_one_sentence_that_names_its_arguments(
    language: str, message_id: str
) -> None:
    numbers = {"line": 3, "turn": 4, "count": 2, "port": 8080, "number": 5}
    args = {name: numbers.get(name, f"<{name}>") for name in ERRORS[message_id]}
    said = Locales.load(LOCALES).get(language).plain.error_sentence(AramError(message_id, **args))
    assert all(value in said for value in args.values() if isinstance(value, str))
    assert said.endswith((".", "۔"))
    assert "\n" not in said


def test_many_errors_are_counted_in_persian_digits() -> None:
    error = ContentError("error-playbooks-unusable", count=1234, first="fa/a.yaml:3")
    said = Locales.load(LOCALES).get("fa").plain.error_sentence(error)
    assert "۱٬۲۳۴ خطا" in said
    assert "fa/a.yaml:3" in said


# Saying


def test_values_stand_isolated(locales: Locales) -> None:
    assert locales.get("fa").say("hello", name="Ali") == f"سلام {FSI}Ali{PDI}"


def test_a_plain_voice_has_no_marks(locales: Locales) -> None:
    assert locales.get("fa").plain.say("hello", name="Ali") == "سلام Ali"
    assert locales.get("fa").plain.plain.language == "fa"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\u2069b", "ab"),  # closes what it did not open
        ("a\u2067b", "a\u2067b\u2069"),  # opens and leaves open
        ("\u2068a\u2069", "\u2068a\u2069"),  # a sentence inside a sentence stays
        ("\u2069\u2066\u2066\u2069", "\u2066\u2066\u2069\u2069"),
    ],
)
def test_a_value_cannot_break_out_of_its_isolation(name: str, shown: str, locales: Locales) -> None:
    assert locales.get("en").say("hello", name=name) == f"Hello {FSI}{shown}{PDI}"


@pytest.mark.parametrize(
    ("number", "persian", "english"),
    [
        (12, "۱۲", "12"),
        (1_250_000, "۱٬۲۵۰٬۰۰۰", "1,250,000"),  # grouped as people write
        (0, "۰", "0"),
        (-5, "−۵", "-5"),
        (2.5, "۲٫۵", "2.5"),
    ],
)
def test_numbers_in_the_digits_of_the_language(
    number: int, persian: str, english: str, locales: Locales
) -> None:
    assert locales.get("fa").plain.say("order", number=number) == f"سفارش {persian}"
    assert locales.get("en").plain.say("order", number=number) == f"Order {english}"


def test_texts_keep_their_digits(locales: Locales) -> None:
    assert locales.get("fa").plain.say("order", number="A-12") == "سفارش A-12"


def test_formatted_numbers_are_persian_too(locales: Locales) -> None:
    assert locales.get("fa").plain.say("price", sum=45_000) == "۴۵٬۰۰۰ تومان"
    assert locales.get("fa").plain.say("line", line=1234) == "خط ۱۲۳۴"


@pytest.mark.parametrize(("count", "said"), [(0, "هیچ"), (1, "یکی"), (12, "۱۲ تا")])
def test_plurals_choose_by_number(count: int, said: str, locales: Locales) -> None:
    assert locales.get("fa").plain.say("left", count=count) == said


def test_a_missing_message_comes_from_the_other_language(locales: Locales) -> None:
    assert locales.get("en").say("only") == "فقط فارسی"
    assert locales.get("fa").say("extra") == "English only"


def test_a_message_that_no_language_has_is_its_id_and_logged_once(
    locales: Locales, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        voice = locales.get("fa")
        assert [voice.say("nobody-wrote-this", n=1) for _ in range(3)] == ["nobody-wrote-this"] * 3
    assert len(caplog.records) == 1


def test_a_missing_argument_is_logged_once_and_does_not_crash(
    locales: Locales, caplog: pytest.LogCaptureFixture
) -> None:
    assert "سلام" in locales.get("fa").say("hello")
    assert locales.get("fa").say("price", sum="many")
    assert {record.levelname for record in caplog.records} == {"WARNING"}


def test_a_very_long_value_is_shortened_not_lost(locales: Locales) -> None:
    said = locales.get("fa").plain.say("hello", name="ن" * 10_000)
    assert said == "سلام " + "ن" * (LONGEST_ARGUMENT - 1) + "…"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("fa", "fa"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fa_IR", "fa"),
        ("EN", "en"),
        ("de", "fa"),
        (None, "fa"),
        ("", "fa"),
    ],
)
def test_the_voice_for_a_language_code(code: str | None, language: str, locales: Locales) -> None:
    assert locales.get(code).language == language


# Loading


def test_a_third_language_is_a_folder_away(tmp_path: Path) -> None:
    locales = Locales.load(put(tmp_path, fa=SMALL, en=SMALL_EN, ckb="hello = سڵاو { $name }\n"))
    assert locales.languages == ("ckb", "en", "fa")
    assert locales.get("ckb").plain.say("hello", name="x") == "سڵاو x"
    assert locales.get("ckb").say("only") == "فقط فارسی"


def test_a_broken_message_is_passed_over_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    locales = Locales.load(put(tmp_path, fa="ok = خوب\nbroken { = x\n"))
    assert locales.get("fa").say("ok") == "خوب"
    assert "words.ftl:2" in caplog.text


@pytest.mark.parametrize("languages", [{}, {"en": SMALL_EN}])
def test_no_persian_is_an_error(languages: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        Locales.load(put(tmp_path, **languages))
    assert caught.value.message_id == "error-locales-missing"
    assert str(tmp_path) in bare_sentence(caught.value)


def test_unreadable_files_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "fa").mkdir()
    (tmp_path / "fa" / "x.ftl").write_bytes("ok = خوب".encode("cp1256"))
    with pytest.raises(ContentError):
        Locales.load(tmp_path)


def test_a_bare_sentence_for_any_other_error_is_its_log_line() -> None:
    assert bare_sentence(AramError("error-file-missing", file="x")) == "error-file-missing(file=x)"
