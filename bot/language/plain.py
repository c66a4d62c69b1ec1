"""A message in one line, as trained models read it: «سلاااام، كتاب ها كو؟!» without its frills."""

import re

from bot.core.reading import View
from bot.language.letters import EMOJI_JOINER, VANISHING, LetterFolder

_STRETCHED_LETTERS = re.compile(r"([^\W\d_])\1{2,}")
_STRETCHED_MARKS = re.compile(r"([^\w\s])\1{3,}")
_NO_LETTERS = str.maketrans({VANISHING: " ", EMOJI_JOINER: " "})


def squeeze(folded: str) -> str:
    """A folded text without stretched letters, long rows of marks, and breaks."""
    text = _STRETCHED_LETTERS.sub(r"\1", folded.translate(_NO_LETTERS))
    return " ".join(_STRETCHED_MARKS.sub(r"\1\1\1", text).split())


def plain_line(text: str, view: View, folder: LetterFolder) -> str:
    """The view's tokens in their places, with the marks that stand between them in the text.

    "salam, ketab ha ku?!" becomes "سلام , کتابها کو ?!".
    """
    parts: list[str] = []
    end, before = 0, None
    for token, span in zip(view.tokens, view.spans, strict=True):
        if span != before:
            parts.append(_marks(text[end : span[0]], folder))
            end = max(end, span[1])
        parts.append(token)
        before = span
    parts.append(_marks(text[end:], folder))
    return " ".join(part for part in parts if part)


def _marks(gap: str, folder: LetterFolder) -> str:
    return "" if gap.isspace() or not gap else squeeze(folder.fold(gap).without_marks().text)
