"""Makes the shop's values of a shop.yaml that passed every rule."""

from bot.content.nodes import Node, TableNode, TextNode, text_at, texts_at
from bot.core.house import House, InLanguages, Tone

_STOPS = " .،؛,;"


def build_house(root: TableNode) -> House:
    """The house of a shop.yaml without errors."""
    return House(
        name=_in_languages(root.get("name")),
        kind=_text(root, "kind"),
        tone=Tone(_text(root, "tone") or Tone.FORMAL),
        refund_limit=_amount(_text(root, "refund_limit")),
        return_policy=_in_languages(root.get("return_policy")),
        alternatives=_in_languages(root.get("alternatives")),
        working_hours=_in_languages(root.get("working_hours")),
        other_shops=_texts(root, "other_shops"),
        products=_texts(root, "products"),
    )


def _text(root: TableNode, key: str) -> str | None:
    return (text_at(root, key) or "").strip() or None


def _texts(root: TableNode, key: str) -> tuple[str, ...]:
    return tuple(found.text.strip() for found in texts_at(root, key))


def _in_languages(node: Node | None) -> InLanguages:
    match node:
        case TextNode():
            return {"": _for_a_sentence(node.text)}
        case TableNode():
            pairs = ((entry.key.text, text_at(entry.value)) for entry in node.entries)
            return {locale: _for_a_sentence(text) for locale, text in pairs if text}
        case _:
            return {}


def _for_a_sentence(text: str) -> str:
    """A text on one line without a full stop at its end: drafts have their own."""
    return " ".join(text.split()).rstrip(_STOPS)


def _amount(written: str | None) -> int | None:
    """Digits, Persian ones too, with whatever groups them left out."""
    return int("".join(filter(str.isdecimal, written))) if written else None
