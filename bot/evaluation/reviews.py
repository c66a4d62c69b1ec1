"""Reviews that nobody wrote for Aram: does tension tell one star from five?

A CSV file with the columns `comment` and `rating` (1 to 5). A review is heard as a first comment;
the stars are a rough label: people who give five complain too, and one comes with thanks.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bot.core.assessment import Assessment, Tension
from bot.core.coach import Coach
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course
from bot.errors import ConversationFileError

LOWEST, HIGHEST = "1", "5"


@dataclass(frozen=True, slots=True)
class Heard:
    """One review as heard, with its stars."""

    text: str
    stars: str
    assessment: Assessment
    alert: bool


@dataclass(frozen=True, slots=True)
class Reviews:
    """How well reviews of one star and of five are told apart."""

    lowest: tuple[Heard, ...]
    highest: tuple[Heard, ...]

    @property
    def area(self) -> float:
        """The chance that a review of one star is heard as more tense than one of five (AUC)."""
        ones = [each.assessment.heat for each in self.lowest]
        fives = [each.assessment.heat for each in self.highest]
        return area_under(ones, fives)

    def to_json(self) -> dict[str, float]:
        """The figures by name; shares of 0 to 1."""
        return {
            "reviews_one_star": len(self.lowest),
            "reviews_five_stars": len(self.highest),
            "tension_auc": round(self.area, 4),
            "tense_one_star": round(_share(each.assessment.tension for each in self.lowest), 4),
            "tense_five_stars": round(_share(each.assessment.tension for each in self.highest), 4),
            "alarms_one_star": round(_share(each.alert for each in self.lowest), 4),
            "alarms_five_stars": round(_share(each.alert for each in self.highest), 4),
        }


def hear(coach: Coach, file: Path) -> Reviews:
    """Every different review of one star and of five; ConversationFileError where unreadable."""
    heard = [_hear(coach, text, stars) for text, stars in _read(file)]
    return Reviews(
        lowest=tuple(each for each in heard if each.stars == LOWEST),
        highest=tuple(each for each in heard if each.stars == HIGHEST),
    )


def area_under(high: Sequence[float], low: Sequence[float]) -> float:
    """The share of pairs in which the first is greater, ties counting half: Mann and Whitney."""
    marked = sorted([(value, True) for value in high] + [(value, False) for value in low])
    rank_sum, before = 0.0, 0
    for _, equals in groupby(marked, key=lambda pair: pair[0]):
        of_equals = [is_high for _, is_high in equals]
        rank_sum += sum(of_equals) * (before + (len(of_equals) + 1) / 2)
        before += len(of_equals)
    pairs = len(high) * len(low)
    return (rank_sum - len(high) * (len(high) + 1) / 2) / pairs if pairs else 0.0


def _hear(coach: Coach, text: str, stars: str) -> Heard:
    turn = Turn(Who.CUSTOMER, text, at=0.0, channel=Channel.COMMENT)
    heard = coach.hear(Memory(), Course(), turn)
    return Heard(text, stars, heard.assessment, heard.alert)


def _read(file: Path) -> Iterator[tuple[str, str]]:
    csv.field_size_limit(sys.maxsize)
    seen: set[str] = set()
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                text, stars = row["comment"].strip(), row["rating"].strip()
                if text and stars in (LOWEST, HIGHEST) and text not in seen:
                    seen.add(text)
                    yield text, stars
    except OSError as error:
        raise ConversationFileError("error-file-missing", file=str(file)) from error
    except (KeyError, AttributeError, UnicodeDecodeError, csv.Error) as error:
        raise ConversationFileError("error-reviews-file", file=str(file)) from error


def _share(values: Iterator[Tension | bool]) -> float:
    found = [bool(value) for value in values]
    return sum(found) / len(found) if found else 0.0
