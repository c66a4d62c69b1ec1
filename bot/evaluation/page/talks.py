"""Conversations as courses: the right tension, Aram's, its risk, and where it whispered."""

from collections.abc import Sequence

from bot.core.assessment import Tension
from bot.evaluation.examples import Example
from bot.evaluation.gold import Wanted
from bot.evaluation.judged import JudgedTurn, Talk
from bot.evaluation.page.card import legend
from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.page.svg import Spot, area, dot, drawing, line
from bot.evaluation.words import Words, quote

_KEY_WORDS, _TIP_WORDS = 110, 150
_LEVEL_EDGE = 0.09


def talks(examples: Sequence[Example], *, threshold: float, words: Words) -> Markup:
    """The chosen conversations, one card each."""
    return tag(
        "section",
        tag("h2", words.say("talks-title")),
        tag("p", words.say("talks-about"), cls="about"),
        _legend(words),
        tag("div", *(_card(each, threshold, words) for each in examples), cls="talks"),
        cls="stories",
    )


def _legend(words: Words) -> Markup:
    names = ("gold", "heard", "risk", "threshold", "whisper", "needless", "unheard")
    return legend({f"key {name}": words.say(f"key-{name}") for name in names})


def _card(example: Example, threshold: float, words: Words) -> Markup:
    talk, script = example.talk, example.talk.conversation.script
    return tag(
        "article",
        tag(
            "header",
            tag("h3", words.say(f"kind-{example.kind}")),
            tag(
                "p",
                tag("bdi", quote(script.id, 30)),
                f" · {words.say(f'register-{talk.conversation.register}')}",
                f" · {words.say(f'channel-{script.channel}')}",
            ),
        ),
        tag(
            "div",
            _levels(talk, words),
            _risk(talk, threshold, words),
            _turns(talk, words),
            cls="course",
        ),
        tag("p", _quoted(_key_turn(talk), _KEY_WORDS), cls="key-words"),
        cls=f"card talk {example.kind}",
    )


def _key_turn(talk: Talk) -> JudgedTurn:
    """The turn that the card quotes: the hottest, else the likeliest alarm."""
    return max(talk.turns, key=lambda each: (each.label.tension, each.assessment.risk))


def _levels(talk: Talk, words: Words) -> Markup:
    right = _spots(talk, [_height(turn.label.tension) for turn in talk.turns], words)
    heard = _spots(talk, [_height(turn.assessment.tension) for turn in talk.turns], words)
    names = (
        tag(
            "span",
            words.tension(tension),
            cls=f"level level-{tension.value}",
            style=f"top:{100 * (1 - _height(tension)):.1f}%",
        )
        for tension in Tension
    )
    drawn = drawing(
        *(line([(0, _height(each)), (1, _height(each))], "grid") for each in Tension),
        line(right, "gold"),
        *(
            dot(spot, f"gold level-{turn.label.tension.value}")
            for spot, turn in zip(right, talk.turns, strict=True)
        ),
        line(heard, "heard"),
        *(dot(spot, "heard") for spot in heard),
    )
    return tag("div", drawn, *names, cls="field levels")


def _risk(talk: Talk, threshold: float, words: Words) -> Markup:
    spots = _spots(talk, [turn.assessment.risk for turn in talk.turns], words)
    drawn = drawing(
        area(spots, "soft"),
        line([(0, threshold), (1, threshold)], "threshold"),
        line(spots, "risk"),
        *(dot(spot, "risk") for spot in spots),
    )
    name = tag("span", words.say("key-risk"), cls="level", style="top:50%")
    return tag("div", drawn, name, cls="field risks")


def _spots(talk: Talk, heights: Sequence[float], words: Words) -> list[Spot]:
    """A spot in the middle of each turn's column, old to new in reading direction."""
    places = [(number + 0.5) / len(talk.turns) for number in range(len(talk.turns))]
    mirrored = [1 - place for place in places] if words.is_persian else places
    return list(zip(mirrored, heights, strict=True))


def _height(tension: Tension) -> float:
    return _LEVEL_EDGE + (1 - 2 * _LEVEL_EDGE) * tension / Tension.ABUSIVE


def _turns(talk: Talk, words: Words) -> Markup:
    """A column for each turn: its mark, and what was said, shown to whoever points at it."""
    return tag("ol", *(_turn(turn, words) for turn in talk.turns), cls="turns")


def _turn(turn: JudgedTurn, words: Words) -> Markup:
    said = words.say(
        "turn-says",
        right=words.tension(turn.label.tension),
        heard=words.tension(turn.assessment.tension),
        risk=words.percent(turn.assessment.risk),
    )
    mark = _mark(turn)
    return tag(
        "li",
        tag("i", cls=f"mark {mark}") if mark else None,
        tag(
            "div",
            _quoted(turn, _TIP_WORDS),
            tag("p", said, tag("b", f" · {words.say(f'key-{mark}')}") if mark else None),
            cls="tip",
        ),
        tabindex=0,
    )


def _quoted(turn: JudgedTurn, longest: int) -> Markup:
    return tag("q", quote(turn.turn.text, longest), dir="auto")


def _mark(turn: JudgedTurn) -> str | None:
    if turn.alert:
        return "needless" if turn.label.wanted is Wanted.NO else "whisper"
    return "unheard" if turn.label.wanted is Wanted.YES else None
