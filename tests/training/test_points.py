"""Points are chosen on answers that were new: false alarms within bounds, no lucky thresholds."""

import numpy as np

from bot.detection.questions import QUESTIONS
from bot.training.points import FALSE_ALARMS, choose_points, f1


def answers(count: int, *, noise: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Probabilities that are right but for some noise, answers, counts: turns by questions."""
    random = np.random.default_rng(1)
    wanted = (random.random((count, len(QUESTIONS))) < 0.2).astype(np.float32)
    said = np.clip(0.7 * wanted + 0.15 + noise * random.standard_normal(wanted.shape), 0.01, 0.99)
    return said.astype(np.float32), wanted, np.ones_like(wanted)


def test_every_question_gets_a_point() -> None:
    points = choose_points(*answers(500, noise=0.1))
    assert set(points) == set(QUESTIONS)
    assert all(0 < point < 1 for point in points.values())


def test_the_alarms_point_keeps_to_the_false_alarms_allowed() -> None:
    said, wanted, counts = answers(4_000, noise=0.3)
    point = choose_points(said, wanted, counts)["alarm"]
    calm = wanted[:, 0] == 0
    assert 1000 * (said[calm, 0] >= point).mean() <= FALSE_ALARMS


def test_answers_that_do_not_count_move_nothing() -> None:
    said, wanted, counts = answers(500, noise=0.1)
    before = choose_points(said, wanted, counts)
    said, wanted, counts = (np.concatenate([each, each]) for each in (said, wanted, counts))
    said[500:], counts[500:] = 0.99, 0.4
    assert choose_points(said, wanted, counts) == before


def test_f1_is_the_harmonic_mean() -> None:
    yes, wanted = np.array([1, 1, 1, 0.0]), np.array([1, 0, 1, 1.0])
    assert f1(yes.astype(np.float32), wanted.astype(np.float32)) == 2 * 2 / 6
