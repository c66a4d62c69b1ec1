"""A playbooks folder as content by file: what belongs to it is read, nothing else."""

from pathlib import Path

import pytest

from bot.content.files import LARGEST_FILE, Spot, read_folder, spot_of
from bot.errors import ContentError
from tests.content.messages import LANGUAGES, variables

SPOTS = [
    ("fa/complaint.yaml", Spot("fa", "complaint")),
    ("kinds/food/en/late.yaml", Spot("en", "late", "food")),
    ("fa/late.yml", Spot("fa", "late")),  # told to be called otherwise, not passed over
    ("shop.yaml", None),
    ("fa/.late.yaml", None),  # hidden, as editors leave them
    ("fa/README.md", None),
    ("notes/late.yaml", None),  # no language
    ("fa/deep/late.yaml", None),
    ("kinds/food/late.yaml", None),  # no language below the kind
    ("kinds/../fa/late.yaml", None),
    ("/fa/late.yaml", None),
    ("", None),
]


@pytest.mark.parametrize(("file", "spot"), SPOTS)
def test_a_file_is_known_by_its_place(file: str, spot: Spot | None) -> None:
    assert spot_of(file) == spot
    if spot and file.endswith(".yaml"):
        assert spot.file == file


def test_what_belongs_to_the_playbooks_is_read_in_order(tmp_path: Path) -> None:
    wanted = ["shop.yaml", "en/a.yaml", "fa/a.yaml", "fa/b.yml", "kinds/food/fa/a.yaml"]
    others = ["README.md", "fa/.a.yaml", "fa/x/a.yaml", "kinds/food/a.yaml", "other.yaml"]
    for name in (*wanted, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "fa/folder.yaml").mkdir()
    assert list(read_folder(tmp_path).items()) == [(name, name.encode()) for name in wanted]


def test_a_large_file_is_cut_where_it_is_known_to_be_too_large(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_bytes(b"#" * (LARGEST_FILE + 10))
    assert len(read_folder(tmp_path)["shop.yaml"]) == LARGEST_FILE + 1


def test_an_absent_folder_has_no_files(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "absent") == {}


def test_a_file_that_cannot_be_read_is_no_deleted_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop.yaml").write_bytes(b"")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        with pytest.raises(ContentError) as caught:
            read_folder(tmp_path)
    assert caught.value.args_for_message == {
        "file": str(tmp_path / "shop.yaml"),
        "reason": "Permission denied",
    }
    for language in LANGUAGES:
        assert variables(language)[caught.value.message_id] == {"file", "reason"}
