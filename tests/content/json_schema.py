"""As much of JSON Schema as the playbook schema uses; a keyword it does not know is a failure."""

import re
from typing import Any

_TYPES = {"string": str, "array": list, "object": dict, "integer": int}
_NOTES = {"$schema", "title", "description"}


def satisfies(value: Any, schema: Any) -> bool:
    return all(_holds(keyword, value, schema) for keyword in schema if keyword not in _NOTES)


def _holds(keyword: str, value: Any, schema: Any) -> bool:
    wanted = schema[keyword]
    match keyword:
        case "type":
            return isinstance(value, _TYPES[wanted])
        case "enum":
            return value in wanted
        case "pattern":
            return not isinstance(value, str) or re.search(wanted, value) is not None
        case "minimum":
            return not isinstance(value, int) or value >= wanted
        case "maximum":
            return not isinstance(value, int) or value <= wanted
        case "items":
            return not isinstance(value, list) or all(satisfies(each, wanted) for each in value)
        case "minItems":
            return not isinstance(value, list) or len(value) >= wanted
        case "minProperties":
            return not isinstance(value, dict) or len(value) >= wanted
        case "required":
            return not isinstance(value, dict) or value.keys() >= set(wanted)
        case "properties":
            return not isinstance(value, dict) or all(
                satisfies(each, wanted[name]) for name, each in value.items() if name in wanted
            )
        case "maxProperties":
            return not isinstance(value, dict) or len(value) <= wanted
        case "propertyNames":
            return not isinstance(value, dict) or all(satisfies(each, wanted) for each in value)
        case "additionalProperties" if wanted is False:
            return not isinstance(value, dict) or value.keys() <= schema["properties"].keys()
        case "additionalProperties":
            return not isinstance(value, dict) or all(
                satisfies(each, wanted) for each in value.values()
            )
        case "anyOf":
            return any(satisfies(value, each) for each in wanted)
    raise AssertionError(f"the schema uses {keyword}, which this check does not know")
