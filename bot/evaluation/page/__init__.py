"""The evaluation as one HTML page: no network, no script, every text escaped."""

from base64 import b64encode
from pathlib import Path
from typing import Final

from bot.evaluation.examples import choose_examples
from bot.evaluation.figures import Figures
from bot.evaluation.headline import headlines
from bot.evaluation.page.bars import register_bars_card, situation_bars_card
from bot.evaluation.page.calibration import calibration_card
from bot.evaluation.page.curves import curve_card
from bot.evaluation.page.glance import glance
from bot.evaluation.page.heat import situation_card, tension_card
from bot.evaluation.page.lead import lead_card
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.page.price import price_card
from bot.evaluation.page.talks import talks
from bot.evaluation.page.tiles import tiles
from bot.evaluation.words import Words, quote
from bot.locale import Locale

_HERE: Final = Path(__file__).parent
_SANDBOX: Final = _HERE.parents[1] / "sandbox" / "page"
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


def build_page(figures: Figures, locale: Locale) -> str:
    """The whole page, in the locale's language and direction."""
    words = Words(locale.plain)
    page = tag(
        "html",
        _head(words),
        tag("body", _header(figures, words), _main(figures, words), _footer(words)),
        lang=locale.language,
        dir="rtl" if words.is_persian else "ltr",
    )
    return f"<!doctype html>\n{page}\n"


def _head(words: Words) -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", words.say("title")),
        tag("style", _font(), *(_read(_HERE / name) for name in ("page.css", "drawings.css"))),
    )


def _font() -> Markup:
    """Vazirmatn inside the page, so that Persian looks the same everywhere."""
    letters = b64encode((_SANDBOX / "fonts" / "vazirmatn.woff2").read_bytes()).decode()
    return Markup(
        "@font-face{font-family:Vazirmatn;font-weight:100 900;"
        f'src:url("data:font/woff2;base64,{letters}") format("woff2")}}\n'
    )


def _read(file: Path) -> Markup:
    """A file of ours as it is."""
    return Markup(file.read_text(encoding="utf-8"))


def _header(figures: Figures, words: Words) -> Markup:
    files = words.locale.say("list-comma").join(quote(name, 40) for name in figures.files)
    counts = words.say("counts", conversations=len(figures.conversations), turns=len(figures.turns))
    return tag(
        "header",
        _read(_SANDBOX / "mark.svg"),
        tag("div", tag("h1", words.say("title")), tag("p", tag("bdi", files), f" · {counts}")),
        cls="top",
    )


def _main(figures: Figures, words: Words) -> Markup:
    threshold = figures.curve.chosen.threshold
    return tag(
        "main",
        glance(figures, words),
        tiles(headlines(figures), words),
        _pair(curve_card(figures.curve, words), calibration_card(figures.tenths, words)),
        _pair(lead_card(figures, words), price_card(figures.courses, words)),
        talks(choose_examples(figures), threshold=threshold, words=words),
        situation_card(figures.situations, words),
        _pair(
            situation_bars_card(figures.scores, words),
            tag(
                "div",
                register_bars_card(figures.scores, words),
                tension_card(figures.tensions, words),
                cls="stack",
            ),
        ),
    )


def _pair(first: Markup, second: Markup) -> Markup:
    return tag("div", first, second, cls="pair")


def _footer(words: Words) -> Markup:
    names = ("either", "playbook", "talks", "aims")
    return tag("footer", tag("ul", *(tag("li", words.say(f"note-{name}")) for name in names)))
