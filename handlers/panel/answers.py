"""What the page is told: playbooks, one file's form, problems in their places, versions."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from bot.content.difference import Line
from bot.content.files import spot_of
from bot.content.nodes import Node, TableNode, TextNode
from bot.content.problems import Problem
from bot.content.source import read
from bot.content.tree import Path, plain
from bot.core.edition import Edition, Version
from bot.locale import Locale
from bot.store.usage import Usage
from handlers.panel.places import path_at
from handlers.panel.words import kind_label, spot_json
from handlers.playbooks.shelf import Shelf

type Json = dict[str, object]


def list_json(shelf: Shelf, usage: Mapping[str, Usage], locale: Locale) -> Json:
    """All playbooks, in the reader's language where they are there in it."""
    return {
        "languages": list(shelf.languages()),
        "kind": _kind_json(shelf.house.kind, locale),
        "kinds": [{"kind": each, "label": kind_label(each, locale)} for each in _kinds(shelf)],
        "books": [_book_json(shelf, each, usage.get(each), locale) for each in shelf.ids()],
    }


def _kind_json(kind: str | None, locale: Locale) -> Json | None:
    return {"kind": kind, "kindLabel": kind_label(kind, locale)} if kind else None


def _kinds(shelf: Shelf) -> list[str]:
    """The kinds of shop that there are overlays for."""
    spots = map(spot_of, shelf.edition.texts())
    return sorted({spot.kind for spot in spots if spot and spot.kind})


def _book_json(shelf: Shelf, playbook_id: str, usage: Usage | None, locale: Locale) -> Json:
    playbook = shelf.find(playbook_id, locale.language)
    files = [version.file for version in shelf.versions_of(playbook_id)]
    switch = shelf.switch_of(playbook_id)
    return {
        "id": playbook_id,
        "title": playbook.title if playbook else playbook_id,
        "priority": playbook.priority if playbook else 0,
        "situations": sorted(playbook.situations) if playbook else [],
        "own": bool(playbook and playbook.is_own),
        "on": shelf.is_on(playbook_id),
        "switch": switch.file if switch else None,
        "files": [{"file": file, **spot_json(spot_of(file), locale)} for file in files],
        "usage": asdict(usage) if usage else None,
        "problems": sum(problem.file in files for problem in shelf.checked.problems),
    }


def file_json(shelf: Shelf, file: str, locale: Locale) -> Json:
    """One file as a form; `data` is None where it is no table, or not there."""
    version = shelf.edition.newest(file)
    text = version.text if version else None
    root = root_of(text, file)
    spot = spot_of(file)
    return {
        "file": file,
        **spot_json(spot, locale),
        "base": version.number if version else None,
        "on": version is None or version.is_on,
        "text": text or "",
        "data": plain(root) if isinstance(root, TableNode) else None,
        "elsewhere": _elsewhere(shelf, file, root),
    }


def root_of(text: str | None, file: str) -> Node | None:
    """A file's nodes, as far as it can be read."""
    return read(text.encode(), file).root if text else None


def _elsewhere(shelf: Shelf, file: str, root: Node | None) -> list[Json]:
    """The texts of a base file that the shop's overlay takes the place of."""
    spot = spot_of(file)
    if spot is None or spot.kind or root is None:
        return []
    composed = shelf.editables(spot.name, spot.locale)
    others = sorted({each.file for each in composed if each.file != file})
    if not others:
        return []
    kept = {each.path for each in composed if each.file == file}
    idle = [path for path in _advice_and_drafts(root) if path not in kept]
    return [{"path": list(path), "file": others[0]} for path in idle]


def _advice_and_drafts(root: Node) -> Iterable[Path]:
    """The paths of a playbook's title and of the texts of its steps."""
    for path in _texts(root, ()):
        match path:
            case ("title",) | ("steps", _, "advice") | ("steps", _, "drafts" | "friendly", _):
                yield path


def _texts(node: Node, path: Path) -> Iterable[Path]:
    match node:
        case TextNode():
            yield path
        case TableNode(entries=entries):
            for entry in entries:
                yield from _texts(entry.value, (*path, entry.key.text))
        case _:
            for number, item in enumerate(node.items):
                yield from _texts(item, (*path, number))


def problems_json(
    problems: Iterable[Problem], file: str, text: str | None, locale: Locale
) -> list[Json]:
    """Each problem in words, and its place in the form; no place for those of other files."""
    root = root_of(text, file)
    return [
        {
            "file": problem.file,
            "line": problem.line,
            "error": problem.is_error,
            "said": locale.say(problem.message_id, **problem.args),
            "path": list(path_at(root, problem.line, problem.column))
            if root is not None and problem.file == file
            else None,
        }
        for problem in problems
    ]


def lines_json(lines: Iterable[Line]) -> list[Json]:
    """A difference."""
    return [{"sign": line.sign, "text": line.text} for line in lines]


def version_json(version: Version, edition: Edition | None = None) -> Json:
    """A version; whether it is in force, where the edition is given."""
    newest = edition.newest(version.file) if edition else None
    return {
        "number": version.number,
        "file": version.file,
        "at": version.at,
        "name": version.by_name,
        "way": version.way.value,
        "deed": version.deed.value,
        "on": version.is_on,
        "there": version.text is not None,
        "inForce": newest is not None and newest.number == version.number,
    }
