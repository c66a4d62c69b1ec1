"""Shapes on a field from 0 to 1, up being up."""

from bot.evaluation.page.svg import area, dot, drawing, line, steps


def test_a_line_goes_from_spot_to_spot_with_up_on_top() -> None:
    assert 'd="M0.0 1000.0L500.0 0.0"' in line([(0, 0), (0.5, 1)], "x")


def test_an_area_comes_down_at_both_ends() -> None:
    drawn = area([(0.25, 0.5), (0.75, 1)], "x")
    assert 'd="M250.0 1000.0L250.0 500.0L750.0 0.0L750.0 1000.0Z"' in drawn


def test_a_dot_is_a_line_without_length() -> None:
    assert dot((0.5, 0.5), "x", size=7) == (
        '<path d="M500.0 500.0h0" class="dot x" style="stroke-width:7.0px"></path>'
    )


def test_nothing_can_be_drawn() -> None:
    assert area([], "x") == ""
    assert 'd=""' in line([], "x")
    assert drawing().startswith("<svg ")


def test_steps_keep_their_height_up_to_the_next_spot() -> None:
    assert steps([(0, 0.1), (0.5, 0.2), (1, 0)]) == [
        (0, 0.1),
        (0.5, 0.1),
        (0.5, 0.2),
        (1, 0.2),
        (1, 0),
    ]
