"""/metrics beside /healthz: what happened is counted, and nothing of whom or what was said."""

import re
from pathlib import Path

from aiohttp import ClientSession
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.core.standing import Standing
from bot.metrics import Metrics
from bot.sandbox.faults import Fault
from bot.settings import ROOT
from handlers.doorway import Doorway
from tests.stage import Stage, stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
type Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


async def scraped(acting: Stage) -> str:
    door = next(each for each in acting.app.doors if isinstance(each, Doorway))
    async with (
        ClientSession() as session,
        session.get(f"http://127.0.0.1:{door.port}/metrics") as answer,
    ):
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        return await answer.text()


def samples(text: str) -> Samples:
    return {
        (each.name, tuple(sorted(each.labels.items()))): each.value
        for family in text_string_to_metric_families(text)
        for each in family.samples
    }


def grown(before: Samples, after: Samples, name: str, **labels: str) -> float:
    key = (name, tuple(sorted(labels.items())))
    return after[key] - before.get(key, 0.0)


async def test_a_hard_conversation_is_counted_and_nobody_is_named(tmp_path: Path) -> None:
    async with stage(tmp_path, health_port=0) as acting:
        acting.app.metrics.watch(Standing)
        before = samples(await scraped(acting))
        acting.server.api.faults.add(Fault("too_many_requests", "sendMessage", retry_after=1))
        await acting.customer_says(HEATED)
        await acting.wait_until(lambda: bool(acting.cards()))
        await acting.settle()
        acting.app.metrics.watch(lambda: acting.app.ledger.standing(3))
        text = await scraped(acting)
        after = samples(text)
        kind = "business_message"
        assert grown(before, after, "aram_updates_total", kind=kind, result="handled") == 1
        assert grown(before, after, "aram_assessment_seconds_count") == 1
        assert grown(before, after, "aram_encoder_seconds_count") == 1
        assert grown(before, after, "aram_commit_seconds_count") > 0
        assert grown(before, after, "aram_cards_opened_total", channel="chat") == 1
        ways = {"method": "SendMessage", "result": "ok"}
        assert grown(before, after, "aram_requests_total", **ways) == 1
        assert grown(before, after, "aram_requests_total", **{**ways, "result": "retry_after"}) == 1
        assert grown(before, after, "aram_letters_delivered_total", result="put_off") == 1
        assert grown(before, after, "aram_letters_delivered_total", result="sent") == 1
        assert after[("aram_open_cards", (("shop", "1"),))] == 1
        assert after[("aram_database_up", ())] == 1
        assert after[("aram_letters", (("state", "due"),))] == 0
        private = (acting.customer, acting.seller, acting.manager, acting.app.bot.token)
        assert [each for each in private if str(each) in text] == []
        assert re.search("[؀-ۿ]", text) is None


def test_the_database_is_asked_once_for_scrapes_in_a_row() -> None:
    looks: list[int] = []

    def look() -> Standing:
        looks.append(1)
        return Standing(letters={"due": 3}, oldest_due=7.0, open_cards={2: 5})

    metrics = Metrics("1.0")
    metrics.watch(look)
    assert looks == []
    first = samples(metrics.text().decode())
    metrics.text()
    assert looks == [1]
    assert first[("aram_letters", (("state", "due"),))] == 3
    assert first[("aram_oldest_due_letter_seconds", ())] == 7
    assert first[("aram_open_cards", (("shop", "2"),))] == 5


def test_a_database_that_does_not_answer_is_told_and_the_rest_goes_on() -> None:
    def look() -> Standing:
        raise TimeoutError("secret")

    metrics = Metrics("1.0")
    metrics.watch(look)
    metrics.letter("sent")
    text = metrics.text().decode()
    found = samples(text)
    assert found[("aram_database_up", ())] == 0
    assert found[("aram_letters_delivered_total", (("result", "sent"),))] == 1
    assert "secret" not in text


def test_a_hosts_registry_gets_them_beside_its_own() -> None:
    registry = CollectorRegistry()
    Metrics("1.0", registry).opened("chat")
    text = generate_latest(registry).decode()
    assert "aram_cards_opened_total" in text
    assert "process_" not in text


def test_every_figure_of_the_document_is_there() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    named = {each.removesuffix("_total") for each in re.findall(r"\b(aram_[a-z_]+)", page)}
    metrics = Metrics("1.0")
    due = {"due": 1, "planned": 0, "given_up": 0}
    metrics.watch(
        lambda: Standing(letters=due, due_for={"10s": 1}, last_update=7.0, open_cards={1: 2})
    )
    text = metrics.text().decode()
    told = set(re.findall(r"^# TYPE (\S+?)(?:_total)? ", text, re.MULTILINE))
    told = {each for each in told if each.startswith("aram_")}
    assert named == {each for each in told if not each.endswith("_created")}
    assert samples(text)[("aram_due_letters", (("age", "10s"),))] == 1
