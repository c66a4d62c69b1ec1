"""What playbooks/README.md shows managers works as it stands there."""

import re

from bot.content.check import check
from bot.content.files import read_folder
from bot.content.formats import PLAYBOOK, SHOP
from bot.content.load import load
from bot.core.house import Tone
from bot.core.wording import PLACEHOLDERS
from tests.content.messages import ROOT

README = (ROOT / "playbooks/README.md").read_text(encoding="utf-8")
SHOP_FILE, OVERLAY, OWN = (each.encode() for each in re.findall(r"```yaml\n(.*?)```", README, re.S))


def shown() -> dict[str, bytes]:
    return read_folder(ROOT / "playbooks") | {
        "shop.yaml": SHOP_FILE,
        "kinds/cosmetics/fa/complaint.yaml": OVERLAY,
        "fa/lost_gift_card.yaml": OWN,
    }


def test_the_examples_have_no_error() -> None:
    assert [each for each in check(shown()).problems if each.is_error] == []


def test_the_examples_do_what_they_say() -> None:
    loaded = load(shown())
    assert loaded.house.tone is Tone.FRIENDLY
    assert loaded.house.refund_limit == 500_000
    complaint = loaded.library.find("complaint", "fa")
    card = loaded.library.find("lost_gift_card", "fa")
    assert complaint
    assert card
    assert card.is_own
    kinds = [step.kind.value for step in complaint.steps]
    assert kinds[:2] == ["acknowledge_feelings", "clarify"]
    assert "share_experience" not in kinds


def test_every_key_and_placeholder_is_explained_in_both_languages() -> None:
    wanted = [*PLAYBOOK.names, *SHOP.names, *(f"{{{name}}}" for name in PLACEHOLDERS)]
    persian, english = README.split("A playbook says what")
    missing = [name for name in wanted if name not in persian or name not in english]
    assert missing == []
