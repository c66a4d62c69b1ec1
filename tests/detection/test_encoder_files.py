"""The model's files: plain numbers and standard steps; and what happens where they are broken."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.conversation import Memory, Turn, Who
from bot.detection.cues import mark_of, phrases_of
from bot.detection.detector import Detector
from bot.detection.encoder import Encoder
from bot.detection.models import FOLDER, Models
from bot.detection.observer import Observer
from bot.detection.questions import QUESTIONS
from bot.detection.scene import CUSTOMER, SELLER, Before, Scene
from tests.detection.stage import library, models, reader

MEGABYTES = 45
SUFFIXES = {".npz", ".npy", ".onnx", ".json", ".md", ".e5"}
STANDARD = {"", "ai.onnx"}  # the domain of ONNX's own operators goes by either name


def test_the_card_names_the_files_that_ship() -> None:
    card = (FOLDER / "card.md").read_text("utf-8")
    for file in FOLDER.iterdir():
        if file.suffix in {".onnx", ".npz", ".npy"} or file.name == "tables.json":
            digest = sha256(file.read_bytes()).hexdigest()[:16]
            assert f"| `{file.name}` | {file.stat().st_size / 1e6:.1f} | `{digest}` |" in card


def test_the_folder_holds_plain_files_of_moderate_size() -> None:
    files = [file for file in FOLDER.rglob("*") if file.is_file()]
    assert {file.suffix for file in files} <= SUFFIXES
    assert sum(file.stat().st_size for file in files) <= MEGABYTES * 1_000_000


def test_the_middle_of_all_vectors_is_there() -> None:
    middle = np.load(FOLDER / "middle.npy", allow_pickle=False)
    assert middle.shape == (384,)
    assert np.isfinite(middle).all()


def test_every_shipped_phrase_is_known_to_the_tables() -> None:
    phrases = [phrase for book in library().all() for phrase in phrases_of(book)]
    known = models().tables.phrases
    assert [phrase for label, phrase in phrases if mark_of(label, phrase) not in known] == []


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.npz")), ids=lambda file: file.name)
def test_arrays_are_numbers_that_need_no_pickle(file: Path) -> None:
    with np.load(file, allow_pickle=False) as arrays:
        for name in arrays.files:
            array = arrays[name]
            assert array.dtype.kind in "iuf", name
            assert np.isfinite(array).all(), name


def test_the_tables_are_json() -> None:
    assert isinstance(json.loads((FOLDER / "tables.json").read_text("utf-8")), dict)


def test_the_graph_has_standard_operators_only() -> None:
    model = (FOLDER / "encoder.onnx").read_bytes()
    (graph,) = _fields(model, 7)
    domains = {_text(operators, 1) for operators in _fields(model, 8)}
    assert domains <= STANDARD
    assert not list(_fields(model, 25)), "functions of its own"
    nodes = list(_fields(graph, 1))
    assert nodes
    assert {_text(node, 7) for node in nodes} <= STANDARD


def test_the_graph_keeps_its_numbers_inside() -> None:
    (graph,) = _fields((FOLDER / "encoder.onnx").read_bytes(), 7)
    assert all(not list(_fields(tensor, 13)) for tensor in _fields(graph, 5))


def _fields(message: bytes, wanted: int) -> Iterator[bytes]:
    """The parts of a Protocol Buffers message that have the number `wanted` and a length.

    The numbers are those of `onnx.proto`; the package itself is not needed for that.
    """
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        match key & 7:
            case 0:
                _, at = _number(message, at)
            case 1:
                at += 8
            case 2:
                length, at = _number(message, at)
                if key >> 3 == wanted:
                    yield message[at : at + length]
                at += length
            case 5:
                at += 4
            case kind:
                raise ValueError(kind)


def _number(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _text(message: bytes, wanted: int) -> str:
    return next(_fields(message, wanted), b"").decode()


@cache
def _encoder() -> Encoder:
    encoder = models().encoder
    assert encoder is not None
    return encoder


WORDS = st.text(st.sampled_from("سلامیهکوتربخدن abc123?!,.😡ꦱ中 "), max_size=120) | st.text(
    max_size=60
)
SCENES = st.builds(
    Scene,
    plain=WORDS,
    before=st.lists(st.builds(Before, st.sampled_from([CUSTOMER, SELLER]), WORDS), max_size=5).map(
        tuple
    ),
    gap=st.none() | st.floats(-1e9, 1e12),
    unanswered=st.integers(-5, 10**9),
    heard=st.integers(-5, 10**9),
    is_public=st.booleans(),
    is_letter=st.booleans(),
)


@given(SCENES)
@example(Scene(plain=""))  # no words: only marks that vanish
@example(Scene(plain="", before=(Before(SELLER, ""),)))  # nor any before
@example(Scene(plain="پول " * 400))  # more words than are shown
@example(Scene(plain="ا" * 20_000))  # one endless word
@example(Scene(plain=" ".join("abcdefgh"[at % 8] * 300 for at in range(9))))  # a few such
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_encoder_answers_finite_numbers_and_each_word_has_its_share(scene: Scene) -> None:
    sense = _encoder().read(scene)
    assert sense.log_odds.shape == (len(QUESTIONS),)
    assert sense.word_shares.shape == (len(scene.plain.split()), len(QUESTIONS))
    for numbers in (sense.log_odds, sense.vector, sense.word_shares):
        assert np.isfinite(numbers).all()


@pytest.mark.parametrize(
    "plain", ["", "سلام", "سلام , کتابها کو ?!", "😡 😡", "پول " * 400], ids=len
)
def test_the_letters_have_a_share_for_each_word(plain: str) -> None:
    shares = models().letters.word_shares(plain)
    assert shares.shape == (len(plain.split()), len(QUESTIONS))
    assert np.isfinite(shares).all()


def test_several_threads_are_answered_as_one_is() -> None:
    scenes = [Scene(plain=f"کتاب {number} هنوز نرسیده !") for number in range(24)]
    alone = [_encoder().read(scene).log_odds for scene in scenes]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda scene: _encoder().read(scene).log_odds, scenes))
    assert all(np.array_equal(*pair) for pair in zip(alone, together, strict=True))


def test_detection_works_without_the_encoder() -> None:
    _check(Models.load(encoder=False))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("encoder.npz", None),  # missing
        ("encoder.npz", 0),  # empty
        ("encoder.npz", 100),  # a beginning
        ("encoder.npz", -1_000),  # all but the end, where an archive has its list
        ("encoder.onnx", None),  # missing
        ("encoder.onnx", 0),  # empty
        ("encoder.onnx", 100),  # a beginning
        ("encoder.onnx", -1_000),  # all but the end
    ],
)
def test_detection_works_with_a_broken_encoder(name: str, size: int | None, tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        if file.name != name:
            (tmp_path / file.name).symlink_to(file)
    if size is not None:
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes()[:size])
    _check(Models.load(tmp_path))


def test_detection_works_with_a_damaged_encoder(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        if file.name != "encoder.npz":
            (tmp_path / file.name).symlink_to(file)
    kept = (FOLDER / "encoder.npz").read_bytes()
    (tmp_path / "encoder.npz").write_bytes(kept[:2_000] + b"\xff" * 5_000 + kept[7_000:])
    _check(Models.load(tmp_path))


def _check(loaded: Models) -> None:
    assert loaded.encoder is None
    detector = Detector(Observer(library(), reader().read), loaded)
    memory = Memory()
    for at, text in enumerate(("سلام این کیف موجوده؟", "دروغگوها پولمو پس بدین!", "")):
        memory, assessment = detector.assess(memory, Turn(Who.CUSTOMER, text, float(at)))
        assert 0.0 <= assessment.risk <= 1.0
