"""YAML as managers break it: always a problem at the line where a person would look."""

import pytest
import yaml

from bot.content.files import LARGEST_FILE
from bot.content.nodes import Entry, ListNode, TableNode, TextNode, text_at, texts_at
from bot.content.problems import Mark
from bot.content.source import DEEPEST, Loader, parse, read
from tests.content.messages import LANGUAGES, variables

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]

BROKEN = [
    ("a: 1\n\tb: 2\n", "source-tab", 2),  # tab as indent
    ("a:\n\t- b\n", "source-tab", 2),  # tab before a list
    ('a: 1\nb: "سلام\nc: 2\n', "source-unclosed-quote", 2),  # told where it opens, not at the end
    ("a: 'it's'\n", "source-word-after-quote", 1),  # apostrophe in single quotes
    ('a:\n  - "گفت "باشه" و رفت"\n', "source-word-after-quote", 2),  # quotes in quotes
    ('a: "c:\\qom"\n', "source-unknown-escape", 1),  # backslash in double quotes
    ("a: @myshop\n", "source-unquoted-sign", 1),  # Telegram name
    ("a:\n  - %20 تخفیف\n", "source-unquoted-sign", 2),  # percent
    ("a:\n  - [{customer} جان، ]سلام\n", "source-unquoted-bracket", 2),  # draft without quotes
    ("a:\n  - {customer} جان\n", "source-unquoted-bracket", 2),  # placeholder without quotes
    ("a: [b, c\nd: e\n", "source-unquoted-bracket", 1),  # list not closed
    ("title: توجه: مهم\n", "source-unquoted-colon", 1),  # colon in a text
    ("title: a\n  when: b\n", "source-broken", 2),  # indented too far: no colon to blame
    ("a: 1\nb\n", "source-broken", 2),  # no key, no dash
    ("a:\n  - b\n c: d\n", "source-broken", 3),  # indentation between two levels
    ("- a\nb: c\n", "source-broken", 2),  # list and keys mixed
    ("a: &x 1\nb: *x\n", "source-anchor", 1),  # anchor
    ("a: *x\n", "source-anchor", 1),  # alias of nothing
    ("a: !!python/object:os.system x\n", "source-tag", 1),  # tag
    ("a: !important\n", "source-tag", 1),  # exclamation mark first
    ("a: 1\n---\nb: 2\n", "source-several-documents", 2),  # two documents
    ("a: 1\nb: سلام\x07\n", "source-strange-letter", 2),  # control character
    ('a: "\\0"\n', "source-strange-letter", 1),  # the same by escape
    ("a: 1\nb: 2\na: 3\n", "source-duplicate-key", 3),  # told at the second
    ("? [a]\n: b\n", "source-key-not-text", 1),  # list as key
    ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "source-too-deep", 1),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "message_id", "line"), BROKEN)
def test_broken_yaml_is_told_in_words(
    text: str, message_id: str, line: int, loader: Loader
) -> None:
    problems = parse(text, "fa/x.yaml", loader=loader).problems
    assert [(each.message_id, each.file, each.line) for each in problems] == [
        (message_id, "fa/x.yaml", line)
    ]
    for language in LANGUAGES:
        assert variables(language)[message_id] == set(problems[0].args)


def test_every_scalar_stays_text() -> None:
    root = parse("on: no\nn: 012\nd: 2026-01-01\nz: ~\ne:\n", "x").root
    assert isinstance(root, TableNode)
    pairs = [(entry.key.text, text_at(entry.value)) for entry in root.entries]
    assert pairs == [("on", "no"), ("n", "012"), ("d", "2026-01-01"), ("z", "~"), ("e", "")]


@pytest.mark.parametrize("loader", LOADERS)
def test_nodes_know_their_place_in_characters(loader: Loader) -> None:
    root = parse("a:\n  - سلام: خوبی\n", "fa/x.yaml", loader=loader).root
    inner = Entry(
        TextNode("سلام", Mark("fa/x.yaml", 2, 5)), TextNode("خوبی", Mark("fa/x.yaml", 2, 11))
    )
    table = TableNode((inner,), Mark("fa/x.yaml", 2, 5))
    key = TextNode("a", Mark("fa/x.yaml", 1, 1))
    listing = ListNode((table,), Mark("fa/x.yaml", 2, 3))
    assert root == TableNode((Entry(key, listing),), Mark("fa/x.yaml", 1, 1))


def test_texts_are_found_along_a_path_through_lists() -> None:
    root = parse("steps:\n  - kind: a\n  - advice: b\n  - kind: [c, d]\n", "x").root
    assert [node.text for node in texts_at(root, "steps", "kind")] == ["a", "c", "d"]
    assert list(texts_at(root, "steps", "kind", "deeper")) == []


def test_the_first_of_two_keys_counts() -> None:
    assert text_at(parse("a: 1\na: 2\n", "x").root, "a") == "1"


def test_a_file_may_start_with_a_byte_order_mark() -> None:
    assert text_at(read(b"\xef\xbb\xbfid: a\r\ntitle: b\r\n", "x").root, "title") == "b"


@pytest.mark.parametrize(
    ("raw", "message_id", "line"),
    [
        (b"a: " + b"b" * LARGEST_FILE, "source-too-large", 1),
        (b"a: b\nc: " + "سلام".encode("cp1256"), "source-not-utf8", 2),
    ],
)
def test_files_that_cannot_be_read_are_problems(raw: bytes, message_id: str, line: int) -> None:
    (problem,) = read(raw, "x").problems
    assert (problem.message_id, problem.line) == (message_id, line)
    for language in LANGUAGES:
        assert variables(language)[message_id] == set(problem.args)


def test_yaml_bombs_are_refused_before_they_grow() -> None:
    laughs = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    for bomb in (laughs, "[" * 100_000, "- " * 100_000, "{a: " * 50_000):
        assert parse(bomb, "x").problems
