"""A short soak of every pair of database and way; `python -m tests.soak` runs longer ones."""

import asyncio
from typing import get_args

import pytest

from tests.soak.keeper import hatchery
from tests.soak.plan import make_plan
from tests.soak.run import Calm, Database, Hardship, Way, play_in_storm
from tests.soak.table import table

SEED = 20
SECONDS = 6.0


@pytest.mark.timeout(600)  # machines differ; nothing here depends on how fast it is
async def test_nothing_is_lost_doubled_or_seen_whatever_happens() -> None:
    plan = make_plan(SEED, talks=16, seconds=SECONDS, rate=6.0)
    async with hatchery() as nest:
        calm, how = Calm(nest, plan), Hardship(seconds=2 * SECONDS, life=0.4, pause=0.15)
        runs = await asyncio.gather(
            *(
                play_in_storm(nest, plan, calm, database=database, way=way, how=how)
                for database in get_args(Database.__value__)
                for way in get_args(Way.__value__)
            )
        )
    told = table(runs)
    assert all(run.verdict.alarms and run.verdict.in_public for run in runs), told
    for run in runs:
        assert run.kills > 0, told
        assert run.verdict.failures == [], (run.verdict.examples, run.errors, told)
        assert run.errors == (), told
