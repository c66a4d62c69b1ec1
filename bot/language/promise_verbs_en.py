"""The English verbs of promises: "I'll … send", "we will let you know", "will be shipped"."""

from collections.abc import Sequence

from bot.core.promise import Act
from bot.language.promise_verbs import Verb
from bot.language.promise_words import listed

_ENGLISH: dict[str, Act] = {
    **dict.fromkeys(["send", "ship", "post", "dispatch", "mail", "deliver", "resend"], Act.SEND),
    **dict.fromkeys(["tell", "update", "inform", "reply", "call", "message", "text"], Act.TELL),
    **dict.fromkeys(["answer", "ring", "email", "write"], Act.TELL),
    **dict.fromkeys(
        ["check", "look", "find", "ask", "follow", "investigate", "confirm"], Act.CHECK
    ),
    **dict.fromkeys(["refund", "pay", "transfer", "return", "reimburse"], Act.PAY),
    **dict.fromkeys(["fix", "prepare", "exchange", "replace", "finish", "bring", "repair"], Act.DO),
}
_ENGLISH_PASSIVE = {
    "shipped": Act.SEND,
    "sent": Act.SEND,
    "posted": Act.SEND,
    "dispatched": Act.SEND,
    "refunded": Act.PAY,
    "paid": Act.PAY,
    "ready": Act.DO,
    "fixed": Act.DO,
    "replaced": Act.DO,
}
_ENGLISH_BETWEEN = listed(
    """definitely surely also then just personally quickly be go going to ahead and now get have it
    your you the order parcel package money back them this that"""
)
_OTHERS = listed(
    "they he she courier post dhl fedex carrier driver who it you warehouse supplier bank"
)


def english_verb(words: Sequence[str], place: int) -> Verb | None:
    """The verb that begins at a place: "I'll … send", "we will let you know", "will ship"."""
    word, before = words[place], words[place - 1] if place else ""
    is_single = True
    if word in ("ill", "well"):
        start, is_single = place + 1, word == "ill"
    elif word in ("will", "gonna"):
        if place and (before in _OTHERS or before == "not"):
            return _english_passive(words, place) if before == "it" else None
        start, is_single = place + 1, before != "we"
    elif (
        word == "going" and before in ("im", "am", "were", "are") and _at(words, place + 1) == "to"
    ) or (word == "let" and _at(words, place + 1) == "me"):
        start = place + 2
    else:
        return None
    if word == "will" and (passive := _english_passive(words, place)) is not None:
        return passive
    return _english_active(words, place, start, is_single=is_single)


def _english_active(
    words: Sequence[str], place: int, start: int, *, is_single: bool
) -> Verb | None:
    for at in range(start, min(start + 4, len(words))):
        if words[at] in ("not", "never"):
            return None
        if words[at] == "let" and _at(words, at + 1) == "you" and _at(words, at + 2) == "know":
            return Verb(Act.TELL, place, at + 2, is_single=is_single)
        if words[at] == "get" and _at(words, at + 1) == "back":
            return Verb(Act.TELL, place, at + 1, is_single=is_single)
        act = _ENGLISH.get(words[at])
        if act is not None and words[at : at + 3] != ["let", "me", "know"]:
            also = _english_also(words, at)
            return Verb(also or act, place, at, is_single=is_single)
        if words[at] not in _ENGLISH_BETWEEN:
            return None
    return None


def _english_also(words: Sequence[str], at: int) -> Act | None:
    """ "check and let you know" is to tell."""
    later = words[at + 1 : at + 6]
    return Act.TELL if {"let", "tell", "back", "update"} & set(later) else None


def _english_passive(words: Sequence[str], place: int) -> Verb | None:
    before = set(words[max(0, place - 4) : place])
    if before & (_OTHERS - {"it"}):
        return None
    for at in range(place + 1, min(place + 4, len(words))):
        act = _ENGLISH_PASSIVE.get(words[at])
        if act is not None and "be" in words[place:at]:
            return Verb(act, place, at, is_passive=True)
        if words[at] == "not":
            return None
    return None


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""
