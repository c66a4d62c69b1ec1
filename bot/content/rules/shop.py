"""Mistakes in shop.yaml that show beside the other files."""

from collections.abc import Iterator

from bot.content.document import ShopFile
from bot.content.formats import SHOP
from bot.content.nodes import TableNode, TextNode
from bot.content.problems import Problem, shortened
from bot.content.rules.rule import ShopRule, nearest
from bot.content.shape import LanguageShape


class UnknownShopKind(ShopRule):
    """A kind of shop for which there is no folder in kinds/."""

    args = frozenset({"found", "near", "known"})

    def find(self, shop: ShopFile) -> Iterator[Problem]:
        """No overlay would apply."""
        kind = shop.root.get("kind")
        if isinstance(kind, TextNode) and not kind.is_blank and kind.text not in shop.kinds:
            yield self.problem(
                kind.mark,
                found=shortened(kind.text),
                near=nearest(kind.text, shop.kinds),
                known=", ".join(shop.kinds) or "–",
            )


class UnknownLanguage(ShopRule):
    """A text in a language that has no playbooks."""

    args = frozenset({"found", "near", "known"})

    def find(self, shop: ShopFile) -> Iterator[Problem]:
        """The keys of every table of languages."""
        for field in SHOP.fields:
            value = shop.root.get(field.name)
            if isinstance(field.shape, LanguageShape) and isinstance(value, TableNode):
                for key in (entry.key for entry in value.entries):
                    if key.text not in shop.locales:
                        yield self.problem(
                            key.mark,
                            found=shortened(key.text),
                            near=nearest(key.text, shop.locales),
                            known=", ".join(shop.locales),
                        )


SHOP_RULES: tuple[ShopRule, ...] = (UnknownShopKind(), UnknownLanguage())
