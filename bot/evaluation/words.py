"""How the table and the page speak: names, numbers and quotes in the reader's language."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.core.assessment import Tension
from bot.evaluation.confusion import Name
from bot.evaluation.headline import Headline, Unit
from bot.language.calendar import persian_digits
from bot.locale import Argument, Locale

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_SPANS: Final = ((_DAY, "days"), (_HOUR, "hours"), (_MINUTE, "minutes"), (1, "seconds"))
_RIGHT_TO_LEFT: Final = "\u200f"
_KEPT_MARKS: Final = "\u200c\u200d"  # half-space and joiner shape Persian words and emoji


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words for figures."""

    locale: Locale

    @property
    def is_persian(self) -> bool:
        """Whether it is read from right to left."""
        return self.locale.language == "fa"

    def say(self, name: str, /, **args: Argument) -> str:
        """A message of evaluate.ftl, by the end of its id."""
        return self.locale.say(f"evaluate-{name.replace('_', '-')}", **args)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with so many decimals: "0.81", «۰٫۸۱»."""
        written = f"{value:,.{digits}f}"
        if not self.is_persian:
            return written.replace("-", "−")
        return persian_digits(written.translate(str.maketrans(",.-", "٬٫−")))

    def percent(self, share: float, digits: int = 0) -> str:
        """A share of 1 in percent: "81%", «۸۱٪», the Persian sign always to the left."""
        return self.number(100 * share, digits) + (f"{_RIGHT_TO_LEFT}٪" if self.is_persian else "%")

    def figure(self, headline: Headline) -> str:
        """A headline's figure; with one decimal more where it would else look like its aim."""
        said = self._in_unit(headline.unit, headline.value)
        if headline.is_met or said != self.aim(headline):
            return said
        return self._in_unit(headline.unit, headline.value, more=1)

    def aim(self, headline: Headline) -> str:
        """A headline's aim."""
        return self._in_unit(headline.unit, headline.aim)

    def _in_unit(self, unit: Unit, value: float, more: int = 0) -> str:
        match unit:
            case Unit.SHARE:
                return self.percent(value, more)
            case Unit.RATIO:
                return self.number(value, 2 + more)
            case Unit.COUNT:
                return self.number(value, more)

    def situation(self, name: Name) -> str:
        """A situation's name; words for none of them."""
        if name is None:
            return self.say("no-situation")
        return self.locale.say(f"situation-{name.replace('_', '-')}")

    def tension(self, tension: Tension) -> str:
        """A level's name."""
        return self.locale.say(f"tension-{tension.name.lower()}")

    def span(self, seconds: float) -> str:
        """A length of time in its largest fitting unit, rounded: "2 hours"."""
        whole, name = next((each for each in _SPANS if seconds >= each[0]), _SPANS[-1])
        return self.say(name, count=round(seconds / whole))


def quote(text: str, longest: int) -> str:
    """A turn's words on one line, shortened at a word; no control or direction marks."""
    kept = (
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace()
        or letter in _KEPT_MARKS
        or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co")
    )
    line = " ".join("".join(kept).split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip("،,.؛;:- ") + "…"
