"""What an update may look like, by the published schema: kinds, and what a field must say."""

import re
from functools import cache

from tests.sandbox.schema import entries, fields, variants

_MUST_BE = re.compile(r"(?:always|must be) [“\"'«]?([a-z_]+)", re.IGNORECASE)
_ONE_OF = re.compile(r"[“\"']([a-z_]+)[”\"']")


@cache
def kinds() -> dict[str, str]:
    """The kinds of updates, and the type of what each brings."""
    return {name: of for name, (of, _) in fields("Update").items() if name != "update_id"}


@cache
def words_of(type_name: str, field: str) -> tuple[str, ...]:
    """The words that a text field is said to be one of; none where it may be anything."""
    said = next(
        each["description"] for each in entries()[type_name]["annotations"] if each["name"] == field
    )
    always = _MUST_BE.search(said)
    if always is not None:
        return (always[1],)
    return tuple(_ONE_OF.findall(said)) if field in ("type", "status", "source") else ()


def options(type_name: str) -> tuple[str, ...]:
    """The types that may stand where this one is named."""
    return variants(type_name) or (type_name,)
