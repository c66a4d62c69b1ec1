"""The published schema, and whether an object is what it says."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("bot_api_10.3.json")
_PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
}


@cache
def entries() -> dict[str, dict[str, Any]]:
    """Every type and method by name."""
    items = json.loads(FILE.read_text(encoding="utf-8"))["items"]
    return {child["name"]: child for item in items for child in item["children"]}


@cache
def methods() -> frozenset[str]:
    return frozenset(name for name in entries() if name[0].islower())


@cache
def fields(name: str) -> dict[str, tuple[str, bool]]:
    """A type's or a method's fields: name to (type, required)."""
    return {
        field["name"]: (field["type"], field["required"])
        for field in entries()[name]["annotations"]
    }


@cache
def variants(name: str) -> tuple[str, ...]:
    """The types that a union stands for."""
    lines = entries()[name]["description"].splitlines()
    listed = [line.strip(" -") for line in lines]
    return tuple(line for line in listed if line in entries() and line != name)


def mistakes(value: Any, type_name: str, where: str = "") -> list[str]:
    """Say how a value differs from its published type; nothing when it does not."""
    where = where or type_name
    if " or " in type_name:
        each = [mistakes(value, option, where) for option in type_name.split(" or ")]
        return [] if any(not found for found in each) else each[0]
    if type_name.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is not an array"]
        inner = type_name.removeprefix("Array of ")
        return [
            found
            for index, item in enumerate(value)
            for found in mistakes(item, inner, f"{where}[{index}]")
        ]
    if type_name == "True":
        return [] if value is True else [f"{where}: {value!r} is not True"]
    if type_name in _PLAIN:
        right = isinstance(value, _PLAIN[type_name])
        right = right and (type_name == "Boolean" or not isinstance(value, bool))
        return [] if right else [f"{where}: {value!r} is not {type_name}"]
    return _object_mistakes(value, type_name, where)


def _object_mistakes(value: Any, type_name: str, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is not a {type_name}"]
    if options := variants(type_name):
        each = [mistakes(value, option, where) for option in options]
        return [] if any(not found for found in each) else min(each, key=len)
    known = fields(type_name)
    found = [f"{where}.{name}: not a field of {type_name}" for name in value if name not in known]
    for name, (field_type, required) in known.items():
        if name in value:
            found += mistakes(value[name], field_type, f"{where}.{name}")
        elif required:
            found.append(f"{where}.{name}: missing")
    return found
