"""Exports on the stage: a manager gets documents, a seller none, and the owner has a switch."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from sqlalchemy import text as sql

from bot.core.people import Role
from bot.sandbox.files import StoredFile
from tests.handlers.crew import dismiss, hire
from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


def files_of(acting: Stage, person: int) -> list[StoredFile]:
    """What Aram has sent someone as documents, oldest first."""
    messages = acting.world.chat(person, acting.bot_id).messages.values()
    sent = (each.media for each in messages if each.sender_id == acting.bot_id)
    return [media.file for media in sent if media is not None and media.kind == "document"]


async def opens_export(acting: Stage, person: int) -> None:
    await acting.tells_bot(person, "/stats")
    await acting.presses(person, "خروجی")


def sheets_in(file: StoredFile) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(file.content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


async def deeds(acting: Stage) -> list[str]:
    return await acting.app.ledger.read(
        lambda session: [
            row[0] for row in session.execute(sql("select kind from deed order by id"))
        ]
    )


async def test_a_manager_gets_a_workbook_without_customers_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        await opens_export(acting, acting.manager)
        assert "مشتری‌ها در آن نیست" in acting.screens(acting.manager)[-1].text
        await acting.presses(acting.manager, "اکسل")
        (file,) = files_of(acting, acting.manager)
        assert file.name.startswith("aram-14")
        sheets = sheets_in(file)
        assert list(sheets) == ["گفت‌وگوهای سخت", "روزها", "گام‌ها"]
        head, row = sheets["گفت‌وگوهای سخت"]
        told = dict(zip(head, row, strict=True))
        assert told["کجا"] == "گفت‌وگوهای خصوصی"
        assert told["پیام‌های مشتری"] == 1
        assert told["سرانجام"] == "هنوز باز است"
        assert sheets["روزها"][1][3] == 1
        assert "کلاهبردار" not in str(sheets)
        assert "مریم" not in str(sheets)
        assert (await deeds(acting))[-1] == "exported"
        await acting.tells_bot(acting.manager, "/audit")
        assert "خروجی" in acting.screens(acting.manager)[-1].text
        assert acting.written_to_customers() == []


async def test_a_false_alarm_is_set_by_the_seller_who_said_so(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        await acting.presses(acting.seller, "مشکلی نیست")
        await opens_export(acting, acting.manager)
        await acting.presses(acting.manager, "اکسل")
        sheets = sheets_in(files_of(acting, acting.manager)[-1])
        head, row = sheets["گفت‌وگوهای سخت"]
        told = dict(zip(head, row, strict=True))
        assert told["سرانجام"] == "مشکلی نبود"
        assert told["سرانجام به گفتهٔ"] == told["فروشنده"] != "آرام"


async def test_csv_comes_as_a_file_for_each_sheet(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        await opens_export(acting, acting.manager)
        await acting.presses(acting.manager, "CSV")
        files = files_of(acting, acting.manager)
        assert [file.name.rpartition("-")[2] for file in files][1:] == ["days.csv", "steps.csv"]
        assert all(file.content.startswith(b"\xef\xbb\xbf") for file in files)
        rows = list(csv.reader(StringIO(files[0].content.decode("utf-8-sig"))))
        assert len(rows) == 2
        assert rows[0][0] == "تاریخ"


async def test_sellers_get_nothing_and_former_managers_no_more(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.seller, "/stats")
        assert not acting.screens(acting.seller)[-1].has_button("خروجی")
        second = await hire(acting, "نرگس", Role.MANAGER)
        await opens_export(acting, second)
        assert not acting.screens(second)[-1].has_button("حرف‌های مشتری‌ها")
        await dismiss(acting, second)
        await acting.presses(second, "اکسل")
        assert files_of(acting, second) == []


async def test_the_owner_lets_words_out_only_when_asked_twice(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(HEATED)
        await opens_export(acting, acting.manager)
        await acting.presses(acting.manager, "بیاید…")
        assert "export-words-on" not in await deeds(acting)
        await acting.presses(acting.manager, "نه، همین خوب است")
        assert "export-words-on" not in await deeds(acting)
        await acting.presses(acting.manager, "بیاید…")
        await acting.presses(acting.manager, "بله، بیاید")
        assert (await deeds(acting))[-1] == "export-words-on"
        await acting.presses(acting.manager, "اکسل")
        head, row = sheets_in(files_of(acting, acting.manager)[-1])["گفت‌وگوهای سخت"]
        told = dict(zip(head, row, strict=True))
        assert told["مشتری"] == "مریم"
        assert told["حرف‌های مشتری"] == HEATED
        await acting.presses(acting.manager, "حرف‌های مشتری‌ها نیاید")
        await acting.presses(acting.manager, "اکسل")
        assert "کلاهبردار" not in str(sheets_in(files_of(acting, acting.manager)[-1]))
        wanted = ["export-words-on", "exported-with-words", "export-words-off", "exported"]
        assert (await deeds(acting))[-4:] == wanted
