"""HTML that nothing put into it can break."""

import pytest

from bot.evaluation.page.markup import Markup, join, tag


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>", "&lt;b&gt;"),
        ("\"'&", "&quot;&#x27;&amp;"),
        ("</p><script>", "&lt;/p&gt;&lt;script&gt;"),
        ("\ud800", "?"),  # half a letter, which JSON may hold and UTF-8 may not
    ],
)
def test_texts_are_escaped_inside_and_in_attributes(text: str, written: str) -> None:
    assert tag("p", text) == f"<p>{written}</p>"
    assert tag("p", title=text) == f'<p title="{written}"></p>'
    assert join(text) == written


def test_markup_goes_in_as_it_is() -> None:
    assert tag("p", tag("b", "<"), " & ", None) == "<p><b>&lt;</b> &amp; </p>"


def test_what_is_made_of_markup_by_adding_a_text_is_a_text_again() -> None:
    assert tag("p", Markup("<b>") + "<i>") == "<p>&lt;b&gt;&lt;i&gt;</p>"


def test_attributes_by_their_names() -> None:
    assert tag("i", cls="a", aria_label="b", tabindex=0, style=None) == (
        '<i class="a" aria-label="b" tabindex="0"></i>'
    )
    assert tag("meta", charset="utf-8") == '<meta charset="utf-8">'
