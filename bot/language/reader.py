"""Reads a text: folds it, cuts it, tells its script, undoes disguise, turns Finglish to Persian."""

from collections.abc import Sequence
from functools import cached_property
from itertools import zip_longest

from bot.core.reading import Reading, Script, View
from bot.language.disguise import undisguise
from bot.language.finglish import Finglish
from bot.language.letters import FoldedText, LetterFolder
from bot.language.marks import mark
from bot.language.persian import PersianWriter, tidy
from bot.language.plain import plain_line
from bot.language.script import ScriptTeller, Tongue
from bot.language.tokens import PROTECTED, Token, cut, join, join_finglish

_IN_LATIN = frozenset({Script.FINGLISH, Script.ENGLISH})
_WITH_FINGLISH = frozenset({Script.FINGLISH, Script.MIXED})


class Reader:
    """Reads any text in linear time and never raises; keep one: the lists load here."""

    def __init__(self) -> None:
        self._folder = LetterFolder()
        self._finglish = Finglish.shipped()
        self._scripts = ScriptTeller(self._finglish.knows)

    def read(self, text: str) -> Reading:
        """«سلاااام، كتاب ها كو؟» is typed as "سلام کتابها کو"."""
        folded = self._folder.fold(text).without_marks()
        pieces = cut(folded.text)
        script = self._scripts.tell(pieces)
        tokens = join(pieces, folded.text)
        views = [_view("typed", tokens, folded)]
        meant = undisguise(pieces, folded.text, knows=self._finglish.knows)
        if meant is not None:
            script = self._scripts.tell(meant)
            meant = join(meant, folded.text)
            views.append(_view("plain", meant, folded))
        if script in _WITH_FINGLISH:
            views.append(_view("finglish", self._to_persian(meant or tokens, folded.text), folded))
        return Reading(
            original=text,
            script=script,
            views=tuple(views),
            marks=mark(text, folded.text, pieces),
            plain=plain_line(text, views[-1], self._folder),
        )

    def write(self, text: str) -> str:
        """The text for people: «سلاااام، كتاب ها كو؟» is written "سلام، کتاب ها کو؟".

        hazm spells where there is Persian, the rest is only tidied. Detection has no use for it, so
        that hazm is imported and built when the first text is written.
        """
        if self.read(text).script in _IN_LATIN:
            return tidy(text)
        folded = self._folder.fold(text)
        keep = [folded.span(token.start, token.end) for token in cut(folded.text) if _stays(token)]
        return self._persian.write(text, keep=keep)

    @cached_property
    def _persian(self) -> PersianWriter:
        return PersianWriter()

    def _to_persian(self, tokens: Sequence[Token], text: str) -> list[Token]:
        """The tokens with Finglish words in Persian; English words and single letters stay."""
        persian: list[Token] = []
        latin = join_finglish(tokens, text)
        for token, following in zip_longest(latin, latin[1:]):
            if self._is_finglish(token):
                bound = following is not None and text[token.end : following.start] == " "
                say = self._finglish.before_noun if bound else self._finglish.word
                words = say(token.word).split()
                persian += [Token(word, token.start, token.end, "persian") for word in words]
            else:
                persian.append(token)
        return join(persian, text)

    def _is_finglish(self, token: Token) -> bool:
        if token.kind != "western" or (len(token.word) == 1 and token.word not in "eo"):
            return False
        return self._scripts.tongue(token.word) is not Tongue.ENGLISH


def _stays(token: Token) -> bool:
    """Whether hazm must not touch a token: links, names, smiles, model numbers like "a54"."""
    return token.kind in PROTECTED or (token.kind == "western" and not token.word.isalpha())


def _view(name: str, tokens: Sequence[Token], folded: FoldedText) -> View:
    return View(
        name=name,
        tokens=tuple([token.word for token in tokens]),
        spans=tuple([folded.span(token.start, token.end) for token in tokens]),
    )
