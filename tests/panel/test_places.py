"""A problem's line and column lead to the field that it belongs to."""

import pytest

from bot.content.source import read
from bot.content.tree import Path
from handlers.panel.places import path_at

TEXT = """\
id: late
title: "دیر رسید"
when:
  situations: [complaint, nagging]
steps:
  - kind: clarify
    advice: "بپرسید"
    drafts:
      - "یک"
      - "دو"
  - kind: part_ways
    advice: ""
avoid:
  - write: "نه"
    why: "چون"
"""


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (1, 1, ("id",)),  # a key
        (2, 8, ("title",)),  # a value
        (4, 16, ("when", "situations", 0)),  # the list begins one column before its first item
        (4, 27, ("when", "situations", 1)),
        (6, 5, ("steps", 0)),  # a table, not its first key
        (9, 9, ("steps", 0, "drafts", 0)),
        (10, 9, ("steps", 0, "drafts", 1)),
        (11, 5, ("steps", 1)),
        (12, 13, ("steps", 1, "advice")),
        (10, 11, ("steps", 0, "drafts", 1)),  # inside a text
        (99, 1, ("avoid", 0, "why")),  # after the end
    ],
)
def test_the_path_at_a_place(line: int, column: int, path: Path) -> None:
    root = read(TEXT.encode(), "fa/late.yaml").root
    assert root is not None
    assert path_at(root, line, column) == path
