"""What is to be written, and the writing of it: the same for the chat and for the terminal."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bot.core.days import Span, zone_of
from bot.core.letters import Form
from bot.export.csv_files import write_csv
from bot.export.source import Reads, Source
from bot.export.tables import Tells, latin, sheets
from bot.export.workbook import write_xlsx
from bot.language.calendar import jalali_numeric


@dataclass(frozen=True, slots=True)
class Order:
    """The figures of some days in one form; `with_words` where the owner allows it."""

    form: Form
    span: Span
    with_words: bool = False

    def name(self, language: str) -> str:
        """What the file is called, by the reader's calendar, in letters every system takes."""
        first, last = (_dashed(day, language) for day in (self.span.first, self.span.last))
        return f"aram-{first if first == last else f'{first}_{last}'}.{self.form}"


def fulfil(order: Order, path: Path, read: Reads, voice: Tells, timezone: str) -> tuple[Path, ...]:
    """Write an order's files; takes its time, so it is no work for an event loop's thread."""
    source = Source(read, order.span, with_words=order.with_words)
    told = sheets(source, voice, zone_of(timezone))
    if order.form is Form.CSV:
        return write_csv(path, told)
    return write_xlsx(path, told, right_to_left=voice.is_persian)


def _dashed(day: date, language: str) -> str:
    if language != "fa":
        return day.isoformat()
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return latin(jalali_numeric(noon, UTC)).replace("/", "-")
