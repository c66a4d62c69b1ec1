"""HTML as Telegram reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.formatting import find_entities, parse, parse_html
from bot.sandbox.refusals import Refusal
from bot.sandbox.wire import Json, utf16_length


def entity(kind: str, offset: int, length: int, **extra: str) -> Json:
    return {"type": kind, "offset": offset, "length": length, **extra}


@pytest.mark.parametrize(
    ("source", "shown", "entities"),
    [
        ("سلام", "سلام", []),
        ("<b>سلام</b>", "سلام", [entity("bold", 0, 4)]),
        ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><s>b</s>", "ab", [entity("underline", 0, 1), entity("strikethrough", 1, 1)]),
        ("😀<i>a</i>", "😀a", [entity("italic", 2, 1)]),  # one emoji is two UTF-16 units
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<B>a</B>", "a", [entity("bold", 0, 1)]),
        ("a &lt;b&gt; &amp; &quot;&#1570;&#x622;", 'a <b> & "آآ', []),
        ("a & b &nbsp;", "a & b &nbsp;", []),  # only four names are known
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
        (
            '<pre><code class="language-python">a</code></pre>',
            "a",
            [entity("pre", 0, 1, language="python")],
        ),
        (
            "<a href='https://example.org/x'>a</a>",
            "a",
            [entity("text_link", 0, 1, url="https://example.org/x")],
        ),
        ('<a href="tg://user?id=1">a</a>', "a", [entity("text_link", 0, 1, url="tg://user?id=1")]),
        ("<a>nothing</a>", "nothing", []),
        ("<b></b>a", "a", []),
    ],
)
def test_reads(source: str, shown: str, entities: list[Json]) -> None:
    assert parse_html(source) == (shown, entities)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>آ</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("آ<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_refuses(source: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"


def test_ends_are_stripped_and_entities_move_along() -> None:
    assert parse("  <b> سلام </b> ", "HTML", None) == ("سلام", [entity("bold", 0, 4)])


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start fa", [entity("bot_command", 0, 6)]),
        ("از /help@aram_bot", [entity("bot_command", 3, 14)]),
        ("1/2 و a/b", []),
        ("@maryam", [entity("mention", 0, 7)]),
        ("a@b.ir", [entity("email", 0, 6)]),
        ("#حراج_تابستان!", [entity("hashtag", 0, 13)]),
        ("ببین https://example.org/x?y=1", [entity("url", 5, 25)]),
        ("shop.ir", [entity("url", 0, 7)]),
        ("سلام. خوبی؟", []),
    ],
)
def test_finds_what_bots_route_by(text: str, entities: list[Json]) -> None:
    assert find_entities(text) == entities


def test_nothing_is_found_inside_code_or_links() -> None:
    _, entities = parse("<code>/start</code> /help", "HTML", None)
    assert [e["type"] for e in entities] == ["code", "bot_command"]


@given(st.text())
def test_any_text_is_either_read_or_refused_and_entities_lie_inside(text: str) -> None:
    for mode in ("", "HTML"):
        try:
            shown, entities = parse(text, mode, None)
        except Refusal:
            continue
        size = utf16_length(shown)
        assert all(0 <= e["offset"] < e["offset"] + e["length"] <= size for e in entities)
