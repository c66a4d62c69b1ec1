"""The playbook format as JSON Schema, so that an editor completes and checks while a manager types.

Made from the same table as the rules, so the two cannot differ.
"""

from bot.content.shape import PLAYBOOK, Field, ListShape, Shape, TableShape, TextShape

type Json = str | int | bool | list[Json] | dict[str, Json]

_HAS_WORDS = r"(?=[\s\S]*\S)"


def schema() -> dict[str, Json]:
    """JSON Schema, draft 2020-12, of one playbook file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Aram playbook",
        "description": "What to do, step by step, when a customer gets difficult.",
        **_of(PLAYBOOK),
    }


def _of(shape: Shape) -> dict[str, Json]:
    match shape:
        case TextShape():
            return _of_text(shape)
        case ListShape(item=item, at_least=at_least):
            return {"type": "array", "items": _of(item), "minItems": at_least}
        case TableShape(fields=fields, at_least=at_least):
            return {
                "type": "object",
                "properties": {field.name: _of_field(field) for field in fields},
                "required": [field.name for field in fields if field.required],
                "minProperties": at_least,
                "additionalProperties": False,
            }


def _of_field(field: Field) -> dict[str, Json]:
    return {"description": field.meaning, **_of(field.shape)}


def _of_text(shape: TextShape) -> dict[str, Json]:
    if shape.choices:
        return {"type": "string", "enum": list(shape.choices)}
    pattern = f"^{_HAS_WORDS}(?:{shape.pattern})$" if shape.pattern else r"\S"
    text: dict[str, Json] = {"type": "string", "pattern": pattern}
    if shape.whole is None:
        return text
    lowest, highest = shape.whole
    return {"anyOf": [{"type": "integer", "minimum": lowest, "maximum": highest}, text]}
