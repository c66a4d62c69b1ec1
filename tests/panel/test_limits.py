"""Nobody asks too often, and nobody is remembered for ever."""

from handlers.panel.limits import MOST_KNOWN, Turnstile


def test_a_burst_is_admitted_and_then_a_steady_rate() -> None:
    turnstile = Turnstile(burst=3, rate=2)
    assert [turnstile.admits("a", now=0.0) for _ in range(4)] == [True, True, True, False]
    assert [turnstile.admits("a", now=0.5) for _ in range(2)] == [True, False]
    assert [turnstile.admits("a", now=60.0) for _ in range(4)] == [True, True, True, False]


def test_one_visitor_does_not_shut_out_another() -> None:
    turnstile = Turnstile(burst=1, rate=1)
    assert turnstile.admits("a", now=0.0)
    assert not turnstile.admits("a", now=0.0)
    assert turnstile.admits("b", now=0.0)


def test_a_clock_that_runs_backwards_gives_nothing_away() -> None:
    turnstile = Turnstile(burst=1, rate=1)
    assert turnstile.admits("a", now=100.0)
    assert not turnstile.admits("a", now=50.0)


def test_whoever_was_away_longest_is_forgotten_first() -> None:
    turnstile = Turnstile(burst=1, rate=0)
    for visitor in range(MOST_KNOWN):
        assert turnstile.admits(visitor, now=0.0)
    assert not turnstile.admits(0, now=0.0)
    assert turnstile.admits("new", now=0.0)
    assert not turnstile.admits(0, now=0.0)
    assert turnstile.admits(1, now=0.0)
