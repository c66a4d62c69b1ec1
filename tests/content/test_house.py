"""shop.yaml: every value optional, in one language or in several."""

import pytest

from bot.content.check import check
from bot.core.house import NO_HOUSE, House, Tone

PLAYBOOK = """\
id: sample
title: نمونه
when: {situations: [complaint]}
steps:
  - kind: clarify
    advice: بپرسید.
    drafts: ["کدام؟[ {return_policy}]"]
    friendly: ["کدومش؟"]
"""
SHOP = """\
name: {fa: فروشگاه آرامش}
kind: food
tone: friendly
refund_limit: ۵۰۰٬۰۰۰
return_policy: تا ۷ روز
alternatives: {fa: تعویض}
working_hours: ۹ تا ۵
other_shops: [گلستان, " سروش "]
products: [کفش]
"""
KIND = "kinds/food/fa/sample.yaml"


def house(shop: str) -> House:
    texts = {"fa/sample.yaml": PLAYBOOK, "shop.yaml": shop, KIND: "id: sample\npriority: 1\n"}
    checked = check({file: text.encode() for file, text in texts.items()})
    assert checked.problems == ()
    return checked.house


def test_everything_that_is_written_arrives() -> None:
    assert house(SHOP) == House(
        name={"fa": "فروشگاه آرامش"},
        kind="food",
        tone=Tone.FRIENDLY,
        refund_limit=500_000,
        return_policy={"": "تا ۷ روز"},
        alternatives={"fa": "تعویض"},
        working_hours={"": "۹ تا ۵"},
        other_shops=("گلستان", "سروش"),
        products=("کفش",),
    )


@pytest.mark.parametrize(
    "written",
    ["تا ۷ روز.", '"تا ۷ روز، "', "|\n  تا\n  ۷ روز.\n", "{fa: تا ۷ روز.}"],
)
def test_a_value_stands_inside_a_sentence(written: str) -> None:
    """Drafts end with their own full stop, on the same line."""
    assert house(f"return_policy: {written}\n").names("fa").return_policy == "تا ۷ روز"


@pytest.mark.parametrize(
    ("value", "draft", "named"),
    [
        (f"return_policy: {'ر' * 250}", "قرار ما[: {return_policy}]", "return_policy"),
        (f"products: [{'ک' * 250}]", "سفارش[ {product}] را بفرستید", "none"),
        ("", f"{'ب' * 245}[ {{refund_limit}}]", "none"),  # settings may name a limit
    ],
)
def test_a_draft_that_a_value_makes_too_long_names_the_value(
    value: str, draft: str, named: str
) -> None:
    playbook = PLAYBOOK.replace("کدام؟[ {return_policy}]", draft)
    (problem,) = check({"fa/sample.yaml": playbook.encode(), "shop.yaml": value.encode()}).problems
    assert (problem.message_id, problem.line) == ("rule-draft-too-long", 7)
    assert problem.args["value"] == named


@pytest.mark.parametrize("shop", ["", "# later\n", "{}\n"])
def test_nothing_written_is_nothing_known(shop: str) -> None:
    assert house(shop) == NO_HOUSE


@pytest.mark.parametrize(
    ("written", "amount"),
    [("500000", 500_000), ("500,000", 500_000), ("۱٬۲۰۰٬۰۰۰", 1_200_000), ("0", 0)],
)
def test_sums(written: str, amount: int) -> None:
    assert house(f"refund_limit: {written}\n").refund_limit == amount


@pytest.mark.parametrize(
    ("shop", "message_id", "line"),
    [
        ("tone: formal\nnmae: x\n", "rule-unknown-key", 2),
        ("- name\n", "rule-wrong-type", 1),
        ("name: [a, b]\n", "rule-wrong-type", 1),
        ("name: {fa: [a]}\n", "rule-wrong-type", 1),
        ("other_shops: گلستان\n", "rule-wrong-type", 1),
        ("name: ''\n", "rule-empty-value", 1),
        ("name: {}\n", "rule-empty-value", 1),
        ("name: {fa: }\n", "rule-empty-value", 1),
        ("return_policy: تا [{shop}]\n", "rule-placeholder-outside-draft", 1),
        ("name: آرامشي\n", "rule-arabic-letters", 1),
        ("name: 'x\n", "source-unclosed-quote", 1),
    ],
)
def test_mistakes_are_told(shop: str, message_id: str, line: int) -> None:
    checked = check({"fa/sample.yaml": PLAYBOOK.encode(), "shop.yaml": shop.encode()})
    (problem,) = checked.problems
    assert (problem.file, problem.line, problem.message_id) == ("shop.yaml", line, message_id)
    assert (checked.house == NO_HOUSE) == problem.is_error
    assert checked.usable()


def test_a_shops_words_may_make_a_draft_too_long() -> None:
    texts = {"fa/sample.yaml": PLAYBOOK, "shop.yaml": f"return_policy: {'ن' * 260}\n"}
    (problem,) = check({file: text.encode() for file, text in texts.items()}).problems
    assert (problem.file, problem.line) == ("fa/sample.yaml", 7)
    assert problem.message_id == "rule-draft-too-long"
