"""Drafts with names in them, and without the names that are not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.wording import PLACEHOLDERS, Names, fill, has_blank, mark_of

ALL = Names(customer="مریم", seller="نگار", shop="آرامش")
EVERYTHING = Names(*PLACEHOLDERS)
NOBODY = Names()

TABLE = [
    # nothing to fill in
    ("حق دارید.", ALL, "حق دارید."),
    # a known name
    ("{customer} جان، حق دارید.", ALL, "مریم جان، حق دارید."),
    # brackets fall away, the words stay
    ("[{customer} جان، ]حق دارید.", ALL, "مریم جان، حق دارید."),
    # an unknown name takes the brackets' words with it
    ("[{customer} جان، ]حق دارید.", NOBODY, "حق دارید."),
    # an empty name is not known
    ("[{customer} جان، ]حق دارید.", Names(customer=""), "حق دارید."),
    # at the end of a sentence
    ("حق دارید[، {customer} جان].", NOBODY, "حق دارید."),
    # all names of one bracket must be known
    ("[{seller} از {shop}: ]سلام", Names(seller="نگار"), "سلام"),
    ("[{seller} از {shop}: ]سلام", ALL, "نگار از آرامش: سلام"),
    # each bracket for itself
    ("[{customer} جان، ]سلام[، {seller} هستم]", Names(seller="نگار"), "سلام، نگار هستم"),
    # an unknown name outside brackets leaves no hole of two spaces
    ("سلام {customer} عزیز", NOBODY, "سلام عزیز"),
    # a placeholder that does not exist
    ("سلام {color} شما", ALL, "سلام شما"),
    # the shop's own values
    ("[تا {refund_limit} برمی‌گردانیم.]", Names(refund_limit="۵ تومان"), "تا ۵ تومان برمی‌گردانیم."),
    ("بفرمایید[؛ دربارهٔ {product}]", ALL, "بفرمایید"),
    # a bracket without a name stays
    ("سلام[!]", NOBODY, "سلام!"),
    # English begins with a capital again
    ("[{customer}, ]you are right.", NOBODY, "You are right."),
    ("[{customer}, ]you are right.", Names(customer="Sara"), "Sara, you are right."),
    # a customer's name is text, never a pattern
    ("[{customer} جان، ]سلام", Names(customer="{seller} \\1 [x]"), "{seller} \\1 [x] جان، سلام"),
    # nothing at all
    ("", ALL, ""),
    ("[{customer}]", NOBODY, ""),
]


@pytest.mark.parametrize(("draft", "names", "sent"), TABLE)
def test_a_draft_is_filled_in(draft: str, names: Names, sent: str) -> None:
    assert fill(draft, names) == sent


def test_every_name_has_its_placeholder() -> None:
    draft = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    assert fill(draft, EVERYTHING) == "Customer" + " ".join(PLACEHOLDERS)[len("customer") :]


@given(st.text(alphabet="[]{}customershop س،.\n", max_size=60))
def test_a_filled_draft_holds_no_known_placeholder(draft: str) -> None:
    sent = fill(draft, NOBODY)
    assert not any(f"{{{name}}}" in sent for name in PLACEHOLDERS)


BLANKS = [
    # to be filled in by the seller
    ("تا ساعت … می‌فرستم", True),
    ("I'll write by ... today", True),
    # a full stop is none
    ("تا شب می‌فرستم.", False),
    ("", False),
]


@pytest.mark.parametrize(("draft", "blank"), BLANKS)
def test_a_blank_is_seen(draft: str, blank: bool) -> None:
    assert has_blank(draft) is blank


def test_a_draft_is_known_by_its_words_and_not_by_the_space_around_them() -> None:
    assert mark_of("[{customer} جان، ]سلام\n") == mark_of("[{customer} جان، ]سلام")
    assert mark_of("سلام") != mark_of("سلام.")
    assert len(mark_of("")) == 8
