"""The sandbox against the published schema: nothing that Telegram does not have."""

import pytest

from bot.sandbox.methods.lacking import LACKING
from bot.sandbox.methods.table import METHODS
from bot.sandbox.updates import LEFT_OUT_BY_DEFAULT
from tests.sandbox import schema
from tests.sandbox.tour import EVERYTHING, Emitted, emitted

__all__ = ["emitted"]


def test_every_method_is_published_under_the_same_name() -> None:
    assert {method.name for method in METHODS.values()} <= schema.methods()


def test_every_published_method_is_either_there_or_named_as_lacking() -> None:
    published = {name.lower() for name in schema.methods()}
    assert set(METHODS) | LACKING == published
    assert not set(METHODS) & LACKING


@pytest.mark.parametrize("key", sorted(METHODS))
def test_every_parameter_is_published(key: str) -> None:
    method = METHODS[key]
    assert method.reads <= set(schema.fields(method.name))


@pytest.mark.parametrize("key", sorted(METHODS))
def test_every_required_parameter_is_read(key: str) -> None:
    method = METHODS[key]
    required = {name for name, (_, needed) in schema.fields(method.name).items() if needed}
    assert required <= method.reads


def test_every_field_is_published_with_its_type(emitted: Emitted) -> None:
    found = [mistake for name, value in emitted for mistake in schema.mistakes(value, name)]
    assert found == []


def test_the_tour_sees_every_kind_of_update_and_every_method_that_answers(emitted: Emitted) -> None:
    kinds = {key for name, value in emitted if name == "Update" for key in value}
    assert kinds == {"update_id", *EVERYTHING}
    types = {name for name, _ in emitted}
    assert {"Message", "BusinessConnection", "ChatFullInfo", "WebhookInfo", "File"} <= types


def test_updates_left_out_by_default_are_published() -> None:
    assert set(schema.fields("Update")) >= LEFT_OUT_BY_DEFAULT
