"""The JSON Schema and the rules say the same about the same files."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.files import SHOP_FILE
from bot.content.formats import FORMATS, PLAYBOOK, Format
from bot.content.nodes import TextNode
from bot.content.problems import Mark
from bot.content.rules import PLACE_RULES
from bot.content.rules.rule import Place
from bot.content.schema import schema
from bot.content.shape import Field, LanguageShape, ListShape, Role, Shape, TableShape, TextShape
from bot.content.source import read
from bot.content.tree import plain
from tests.content.json_schema import satisfies
from tests.content.messages import ROOT

FILES = Path(__file__).parent / "files"
SEEN_BY_SCHEMA = [
    "wrong-type",
    "empty-value",
    "unknown-key",
    "missing-key",
    "unknown-situation",
    "unknown-step-kind",
    "unknown-moment",
    "unknown-need",
    "bad-id",
    "bad-tension-range",
    "bad-duration",
    "bad-priority",
    "unbalanced-brackets",
    "unknown-placeholder",
    "bare-placeholder",
    "empty-phrase",
    "bad-phrase",
    "unknown-tone",
    "bad-amount",
]
PIECES = st.sampled_from([*"[]{}*…. a؟سل", "{customer}", "{custmer}", "..."])
WRITTEN = st.lists(PIECES, max_size=12).map("".join)


def instance(path: Path) -> object:
    root = read(path.read_bytes(), path.name).root
    assert root is not None
    return plain(root)


def form_of(path: Path) -> Format:
    """What a file of a playbooks folder is, by its place and its content."""
    if path.name == SHOP_FILE:
        return Format.SHOP
    is_overlay = "kinds" in path.parts and "title:" not in path.read_text(encoding="utf-8")
    return Format.OVERLAY if is_overlay else Format.PLAYBOOK


@pytest.mark.parametrize(
    "path", sorted((ROOT / "playbooks").rglob("*.yaml")), ids=lambda p: "/".join(p.parts[-3:])
)
def test_shipped_playbooks_satisfy_the_schema(path: Path) -> None:
    assert satisfies(instance(path), schema(form_of(path)))


@pytest.mark.parametrize(
    "path", sorted(FILES.glob("*/clean/**/*.yaml")), ids=lambda p: "/".join(p.parts[-4:])
)
def test_clean_files_satisfy_the_schema(path: Path) -> None:
    assert satisfies(instance(path), schema(form_of(path)))


@pytest.mark.parametrize("name", SEEN_BY_SCHEMA)
def test_broken_files_do_not(name: str) -> None:
    paths = sorted((FILES / name / "broken").rglob("*.yaml"))
    assert not all(satisfies(instance(path), schema(form_of(path))) for path in paths)


def test_a_number_may_be_a_number() -> None:
    priority = schema()["properties"]["priority"]  # type: ignore[index,call-overload]
    accepted = [number for number in range(-5, 300) if satisfies(number, priority)]
    assert accepted == list(range(101))
    assert [number for number in range(-5, 300) if satisfies(str(number), priority)] == accepted


def test_a_step_of_an_overlay_is_whole_or_takes_one_away() -> None:
    whole = {"kind": "clarify", "advice": "a", "drafts": ["b"]}
    overlay = schema(Format.OVERLAY)
    for step in (whole, whole | {"after": "clarify"}, {"remove": "clarify"}):
        assert satisfies({"id": "x", "steps": [step]}, overlay)
    for step in ({"after": "clarify"}, {"remove": "clarfy"}, {"remove": "clarify", "kind": "x"}):
        assert not satisfies({"id": "x", "steps": [step]}, overlay)


def test_it_is_json_and_explains_every_key() -> None:
    for form in Format:
        assert json.loads(json.dumps(schema(form))) == schema(form)
        assert all(field.meaning.endswith(".") for field in fields_of(FORMATS[form]))


def fields_of(shape: Shape) -> list[Field]:
    match shape:
        case TableShape(fields=fields):
            return [*fields, *(each for field in fields for each in fields_of(field.shape))]
        case ListShape(item=item):
            return fields_of(item)
        case TextShape() | LanguageShape():
            return []


def shape_of(role: Role) -> TextShape:
    for field in fields_of(PLAYBOOK):
        shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        if isinstance(shape, TextShape) and shape.role is role:
            return shape
    raise LookupError(role)


def found_in(text: str, role: Role) -> set[str]:
    place = Place(TextNode(text, Mark("x")), shape_of(role), "x", "fa")
    rules = (rule for rule in PLACE_RULES if rule.roles is None or role in rule.roles)
    return {problem.message_id for rule in rules for problem in rule.find(place)}


@given(WRITTEN)
def test_the_pattern_of_drafts_refuses_what_the_rules_refuse(draft: str) -> None:
    syntax = {"rule-unbalanced-brackets", "rule-unknown-placeholder", "rule-bare-placeholder"}
    if draft.strip():
        assert bool(found_in(draft, Role.DRAFT) & syntax) != shape_of(Role.DRAFT).allows(draft)


@given(WRITTEN)
def test_a_phrase_that_no_rule_minds_follows_the_pattern(phrase: str) -> None:
    if not found_in(phrase, Role.PHRASE):
        assert shape_of(Role.PHRASE).allows(phrase)
