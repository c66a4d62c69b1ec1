"""The formats as JSON Schema, so that an editor completes and checks while a manager types.

Made from the same table as the rules, so the two cannot differ.
"""

from bot.content.formats import FORMATS, Format
from bot.content.shape import Field, LanguageShape, ListShape, Shape, TableShape, TextShape

type Json = str | int | bool | list[Json] | dict[str, Json]

_HAS_WORDS = r"(?=[\s\S]*\S)"


_ABOUT = {
    Format.PLAYBOOK: (
        "Aram playbook",
        "What to do, step by step, when a customer gets difficult.",
    ),
    Format.OVERLAY: (
        "Aram overlay",
        "What one kind of shop does otherwise: only the id is required.",
    ),
    Format.SHOP: ("Aram shop.yaml", "What drafts may say of the shop; all of it may be left out."),
}


def schema(form: Format = Format.PLAYBOOK) -> dict[str, Json]:
    """JSON Schema, draft 2020-12, of one kind of file."""
    title, description = _ABOUT[form]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        **_of(FORMATS[form]),
    }


def _of(shape: Shape) -> dict[str, Json]:
    match shape:
        case TextShape():
            return _of_text(shape)
        case ListShape(item=item, at_least=at_least):
            return {"type": "array", "items": _of(item), "minItems": at_least}
        case LanguageShape(text=text):
            return {"anyOf": [_of_text(text), _of_languages(text)]}
        case TableShape():
            return _of_table(shape)


def _of_table(shape: TableShape) -> dict[str, Json]:
    required: list[Json] = [field.name for field in shape.fields if field.required]
    table: dict[str, Json] = {
        "type": "object",
        "properties": {field.name: _of_field(field) for field in shape.fields},
        "minProperties": shape.at_least,
        "additionalProperties": False,
    }
    if not shape.alone:
        return {**table, "required": required}
    alone: list[Json] = [shape.alone]
    return {**table, "anyOf": [{"required": required}, {"required": alone, "maxProperties": 1}]}


def _of_languages(text: TextShape) -> dict[str, Json]:
    return {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z]{2,3}$"},
        "additionalProperties": _of_text(text),
        "minProperties": 1,
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
