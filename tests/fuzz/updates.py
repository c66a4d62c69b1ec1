"""Updates out of a seed: of every published kind, and broken in every way."""

from random import Random
from typing import Any

from tests.fuzz.cast import CONNECTION, TOO_LARGE, Cast
from tests.fuzz.schema import kinds, options, words_of
from tests.sandbox.schema import fields

DEEPEST = 4
MOST_EXTRAS = 5
MOST_ITEMS = 3
SAID = ("text", "caption")
TEXTS = (*SAID, "first_name", "last_name", "title", "username", "name", "file_name", "query")


class Maker:
    """Makes updates; the same seed makes the same ones."""

    def __init__(self, random: Random, cast: Cast) -> None:
        self._random = random
        self._cast = cast

    def update(self, number: int, kind: str) -> dict[str, Any]:
        """An update of a kind, as the schema has it and at times nearly so."""
        content = self._content(kind)
        return {"update_id": number, kind: content}

    def broken(self, number: int, kind: str) -> dict[str, Any]:
        """An update with one or two changes that no server of Telegram's would make."""
        update = self.update(number, kind)
        for _ in range(self._random.randint(1, 2)):
            self._break(update[kind])
        return update

    def _content(self, kind: str) -> dict[str, Any]:
        of = kinds()[kind]
        content = self._object(of, DEEPEST)
        if of == "Message":
            content |= self._said(kind)
        if kind == "callback_query":
            content |= self._press()
        if kind == "business_connection":
            content["user_chat_id"] = content["user"]["id"]
        return content

    def _said(self, kind: str) -> dict[str, Any]:
        """A message that hangs together: who, where and what."""
        random, cast = self._random, self._cast
        who, said = cast.person(random), {random.choice(SAID): cast.word(random)}
        chat = cast.chat(random)
        if kind in ("message", "edited_message") and random.random() < 0.6:
            chat = {"id": who["id"], "type": "private", "first_name": "x"}
        found: dict[str, Any] = {"from": who, "chat": chat, "date": self._moment()}
        if "business" in kind:
            found |= {"business_connection_id": self._connection()}
        return found | said if random.random() < 0.8 else found

    def _press(self) -> dict[str, Any]:
        random, cast = self._random, self._cast
        who = cast.person(random)
        shown = self._object(random.choice(("Message", "InaccessibleMessage")), DEEPEST - 2)
        shown |= {"chat": {"id": who["id"], "type": "private"}, "from": cast.person(random)}
        if "text" not in shown:
            shown["date"] = 0
        press: dict[str, Any] = {"from": who, "data": random.choice(cast.presses)}
        return press | random.choice(({"message": shown}, {"inline_message_id": "x"}, {}))

    def _connection(self) -> str:
        return self._random.choice((CONNECTION, CONNECTION, CONNECTION, "", "nobody's"))

    def _moment(self) -> int:
        return self._cast.now + self._random.choice((0, 1, 2, -1, -86_400, 10**6))

    def _object(self, of: str, depth: int) -> dict[str, Any]:
        """An object of a type with what it must have, and some of what it may."""
        random, of = self._random, self._random.choice(options(of))
        if of == "User":
            return self._cast.person(random)
        if of == "Chat":
            return self._cast.chat(random)
        known = fields(of)
        extras = [name for name, (_, required) in known.items() if not required]
        chosen = set(random.sample(extras, min(len(extras), random.randint(0, MOST_EXTRAS))))
        if depth <= 0:
            chosen = set()
        return {
            name: self._value(of, name, type_name, depth - 1)
            for name, (type_name, required) in known.items()
            if required or name in chosen
        }

    def _value(self, of: str, name: str, type_name: str, depth: int) -> Any:
        random = self._random
        type_name = random.choice(type_name.split(" or "))
        if type_name.startswith("Array of "):
            inner, count = type_name.removeprefix("Array of "), random.randint(0, MOST_ITEMS)
            count = count if depth > 0 else 0
            return [self._value(of, name, inner, depth - 1) for _ in range(count)]
        match type_name:
            case "Integer":
                return self._integer(name)
            case "Float":
                return random.choice((0.0, -1.5, 35.7, 1e9))
            case "Boolean":
                return random.random() < 0.5
            case "True":
                return True
            case "String":
                return self._text(of, name)
        return self._object(type_name, depth)

    def _integer(self, name: str) -> int:
        if name.endswith("date"):
            return self._moment()
        if name.endswith(("id", "ids")):
            return self._cast.number(self._random)
        return self._random.choice((0, 1, 2, 60, 86_400))

    def _text(self, of: str, name: str) -> str:
        allowed = words_of(of, name)
        if allowed:
            return self._random.choice(allowed)
        if name == "business_connection_id":
            return self._connection()
        if name == "data":
            return self._random.choice(self._cast.presses)
        if name in TEXTS or self._random.random() < 0.3:
            return self._cast.word(self._random)
        return "x"

    def _break(self, content: dict[str, Any]) -> None:
        """Change something at a random place."""
        random = self._random
        place: Any = content
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                return
            key = random.choice(keys)
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or random.random() < 0.4:
                break
            place = inner
        if isinstance(place, dict) and random.random() < 0.25:
            del place[key]
        else:
            place[key] = self._strange(inner) if random.random() < 0.7 else self._nonsense(inner)

    def _strange(self, before: Any) -> Any:
        """Something of the same kind, where it does not belong."""
        random = self._random
        match before:
            case bool():
                return not before
            case int():
                return random.choice((*TOO_LARGE, self._cast.number(random), -before))
            case str():
                return random.choice(("ک" * 4_096, self._cast.word(random), "\ud800\0"))
            case list():
                return [*before, *before]
            case dict():
                return {**before, "unheard_of": before}
        return None

    def _nonsense(self, before: Any) -> Any:
        random = self._random
        deep: Any = []
        for _ in range(60):
            deep = [deep]
        return random.choice(
            (
                *(None, True, "", [], {}, -0.5, deep, [before, before], {"id": before}),
                *(str(before)[:99], random.choice(TOO_LARGE), self._cast.number(random)),
                *("ک" * 4_096, self._cast.word(random), "\ud800\0"),
            )
        )
