"""From folders to libraries: what is usable is used, and everything wrong is said."""

import shutil
from pathlib import Path

import pytest

from bot.content.check import check
from bot.content.files import read_folder
from bot.content.load import Loaded
from bot.content.load import load as load_texts
from bot.content.problems import Severity
from bot.core.assessment import Situation, Tension
from bot.core.playbook import Avoidance, Examples, Moment, Phrases, Playbook, Step, StepKind
from bot.errors import ContentError
from tests.content.messages import LANGUAGES, ROOT, variables

FILES = Path(__file__).parent / "files"
FULL = """\
id: full
title: همه چیز
when:
  situations: [complaint, leaving]
  tension: uneasy..heated
priority: ۴۰
signals:
  phrases: [کو پس]
  hints: [پول* … بده]
  unless: [ممنون]
steps:
  - kind: offer_refund
    advice: پول را برگردانید.
    needs: manager
    drafts:
      - " [{customer} جان، ]چشم. "
      - on
avoid:
  - write: نه
    why: در را می‌بندد.
follow_up: ۲d
examples:
  fires: [پولم کو]
  quiet: [سلام]
"""


def load(folder: Path, *, fallback: str = "fa") -> Loaded:
    return load_texts(read_folder(folder), fallback=fallback, called=str(folder))


def put(folder: Path, **files: str) -> Path:
    """Files by name, `fa__full` for fa/full.yaml."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_everything_that_is_written_arrives_typed(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, fa__full=FULL))
    assert loaded.problems == ()
    assert loaded.library.find("full", "fa") == Playbook(
        id="full",
        title="همه چیز",
        situations=frozenset({Situation.COMPLAINT, Situation.LEAVING}),
        steps=(
            Step(
                StepKind.OFFER_REFUND,
                "پول را برگردانید.",
                ("[{customer} جان، ]چشم.", "on"),
                needs_manager=True,
            ),
        ),
        priority=40,
        calmest=Tension.UNEASY,
        hottest=Tension.HEATED,
        phrases=Phrases(sure=("کو پس",), hints=("پول* … بده",), unless=("ممنون",)),
        avoid=(Avoidance("نه", "در را می‌بندد."),),
        follow_up_seconds=2 * 24 * 60 * 60,
        examples=Examples(fires=("پولم کو",), quiet=("سلام",)),
    )


def test_what_is_left_out_has_its_usual_value() -> None:
    library = load(FILES / "unknown-moment" / "clean").library
    book = library.find("sample", "fa")
    assert book is not None
    assert book.moment is Moment.CALMED
    assert (book.calmest, book.hottest) == (Tension.CALM, Tension.ABUSIVE)
    assert (book.priority, book.follow_up_seconds, book.situations) == (0, None, frozenset())


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("30m", 1_800), ("2h", 7_200), ("۱۲h", 43_200), ("99d", 8_553_600)],
)
def test_time_spans(written: str, seconds: int, tmp_path: Path) -> None:
    text = FULL.replace("follow_up: ۲d", f"follow_up: {written}")
    book = load(put(tmp_path, fa__full=text)).library.find("full", "fa")
    assert book is not None
    assert book.follow_up_seconds == seconds


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("calm", (Tension.CALM, Tension.CALM)),
        ("heated", (Tension.HEATED, Tension.HEATED)),
        ("calm..abusive", (Tension.CALM, Tension.ABUSIVE)),
    ],
)
def test_tension_ranges(written: str, ends: tuple[Tension, Tension], tmp_path: Path) -> None:
    text = FULL.replace("uneasy..heated", written)
    book = load(put(tmp_path, fa__full=text)).library.find("full", "fa")
    assert book is not None
    assert (book.calmest, book.hottest) == ends


def test_a_broken_playbook_is_left_out_and_every_mistake_is_told(tmp_path: Path) -> None:
    broken = FULL.replace("id: full", "id: bad").replace("uneasy..heated", "hot")
    broken = broken.replace("follow_up: ۲d", "follow_up: soon").replace("title:", "titel:")
    loaded = load(put(tmp_path, fa__full=FULL, fa__bad=broken, fa__worse='a: "'))
    assert list(loaded.library.by_locale["fa"]) == ["full"]
    told = [(each.file, each.line, each.message_id) for each in loaded.errors]
    assert told == [
        ("fa/bad.yaml", 1, "rule-missing-key"),
        ("fa/bad.yaml", 2, "rule-unknown-key"),
        ("fa/bad.yaml", 5, "rule-bad-tension-range"),
        ("fa/bad.yaml", 21, "rule-bad-duration"),
        ("fa/worse.yaml", 1, "source-unclosed-quote"),
    ]
    assert loaded.issues == ()


def test_a_playbook_with_issues_is_used() -> None:
    loaded = load(FILES / "arabic-letters" / "broken")
    assert [problem.severity for problem in loaded.problems] == [Severity.ISSUE]
    assert loaded.library.find("sample", "fa")


def test_a_broken_translation_falls_back_to_the_original(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, fa__full=FULL, en__full=FULL.replace("title", "tilte")))
    assert loaded.library.by_locale["en"] == {}
    assert loaded.library.find("full", "en") == loaded.library.find("full", "fa")
    assert "rule-missing-translation" not in {each.message_id for each in loaded.problems}


def test_the_same_files_give_the_same_result(tmp_path: Path) -> None:
    put(tmp_path, fa__b=FULL.replace("full", "b"), fa__a=FULL.replace("full", "a"), en__a="a: [")
    assert load(tmp_path) == load(tmp_path)


def test_other_things_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path, fa__full=FULL, draft="names: x", notes__x="a: [", fa__sub__deep="a: [")
    (tmp_path / "fa/.hidden.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "fa/README.md").write_text("a: [", encoding="utf-8")
    assert load(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("name", "text", "message_id"),
    [
        ("fa/x.yml", FULL, "source-wrong-ending"),  # would be passed over in silence
        ("fa/x.yaml", "", "source-no-playbook"),
        ("fa/x.yaml", "# later\n", "source-no-playbook"),
        ("fa/x.yaml", "- a\n- b\n", "source-no-playbook"),
        ("fa/x.yaml", "{}", "source-no-playbook"),
    ],
)
def test_files_that_are_no_playbooks(name: str, text: str, message_id: str, tmp_path: Path) -> None:
    put(tmp_path, fa__full=FULL)
    (tmp_path / name).write_text(text, encoding="utf-8")
    (problem,) = load(tmp_path).problems
    assert (problem.message_id, problem.file, problem.line) == (message_id, name, 1)
    for language in LANGUAGES:
        assert variables(language)[message_id] == set(problem.args)


@pytest.mark.parametrize(
    ("files", "message_id"),
    [
        ({}, "error-playbooks-missing"),  # an empty folder
        ({"en__full": FULL}, "error-playbooks-missing"),  # not in the fallback language
        ({"fa__x": "a: 1"}, "error-playbooks-unusable"),
        ({"fa__x": "a: 1", "en__full": FULL}, "error-playbooks-unusable"),
    ],
)
def test_nothing_usable_is_an_error(files: dict[str, str], message_id: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(put(tmp_path, **files))
    assert caught.value.message_id == message_id


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(tmp_path / "absent")
    assert caught.value.args_for_message == {"folder": str(tmp_path / "absent")}


def test_the_first_mistake_is_named_where_nothing_is_usable(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(put(tmp_path, fa__x='id: x\ntitle: "'))
    assert caught.value.args_for_message == {"count": 1, "first": "fa/x.yaml:2"}


def test_another_fallback_language(tmp_path: Path) -> None:
    library = load(put(tmp_path, en__full=FULL), fallback="en").library
    assert library.find("full", "fa") == library.find("full", "en")


def test_an_error_hides_no_other_mistake(tmp_path: Path) -> None:
    long = "خیلی بلند " * 40
    broken = FULL.replace("priority: ۴۰", "priorty: ۴۰").replace("      - on", f"      - {long}")
    twin = FULL.replace("id: full", "id: twin").replace("[complaint, leaving]", "[insult]")
    folder = put(tmp_path, fa__full=broken, fa__twin=twin)
    overlay = "id: full\nsteps:\n  - remove: offer_refund\n"
    put(folder, kinds__food__fa__full=overlay)
    told = {(each.file, each.message_id) for each in load(folder).problems}
    assert told == {
        ("fa/full.yaml", "rule-unknown-key"),
        ("fa/full.yaml", "rule-draft-too-long"),
        ("fa/twin.yaml", "rule-phrase-of-two"),
        ("kinds/food/fa/full.yaml", "rule-no-step-left"),
    }


def test_a_misspelt_id_is_not_told_of_the_overlays_that_name_it_rightly(tmp_path: Path) -> None:
    folder = put(tmp_path, fa__full=FULL.replace("id: full", "id: fulll"))
    put(folder, kinds__food__fa__full="id: full\nfollow_up: 3d\n")
    told = [(each.file, each.message_id) for each in check(read_folder(folder)).problems]
    assert told == [("fa/full.yaml", "rule-id-differs-from-file-name")]


def test_a_misspelt_step_is_not_told_of_the_overlays_that_name_it_rightly(tmp_path: Path) -> None:
    two = FULL.replace(
        "avoid:", "  - kind: part_way\n    advice: خوش باشید.\n    drafts: [خوش]\navoid:"
    )
    overlay = "id: full\nsteps: [{remove: part_ways}]\n"
    folder = put(tmp_path, fa__full=two, kinds__food__fa__full=overlay)
    told = [(each.file, each.message_id) for each in check(read_folder(folder)).problems]
    assert told == [("fa/full.yaml", "rule-unknown-step-kind")]


def test_two_hundred_playbooks_load() -> None:
    shipped = read_folder(ROOT / "playbooks")
    texts: dict[str, bytes] = {}
    for number in range(200):
        file = sorted(each for each in shipped if each.startswith("fa/"))[number % 16]
        stem = file.removeprefix("fa/").removesuffix(".yaml")
        content = shipped[file].replace(f"id: {stem}\n".encode(), f"id: book_{number}\n".encode())
        texts[f"fa/book_{number}.yaml"] = content
    loaded = load_texts(texts)
    assert len(loaded.library.by_locale["fa"]) == 200


def test_shipped_playbooks_have_no_problem() -> None:
    loaded = load(ROOT / "playbooks")
    assert [(p.file, p.line, p.message_id, p.args) for p in loaded.problems] == []
    assert set(loaded.library.by_locale) == set(LANGUAGES)
    covered = {each for book in loaded.library.by_locale["fa"].values() for each in book.situations}
    assert covered == set(Situation)
    assert loaded.library.for_moment(Moment.CALMED)


def test_shipped_playbooks_have_a_twin_in_each_language() -> None:
    names = [{path.name for path in (ROOT / "playbooks" / each).iterdir()} for each in LANGUAGES]
    assert names[0] == names[1]


def test_a_copy_elsewhere_loads_the_same(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "playbooks", tmp_path / "copy")
    assert load(tmp_path / "copy").library == load(ROOT / "playbooks").library
