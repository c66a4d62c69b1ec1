"""Builds the Finglish lists from parallel data and measures them; for developers, not for the bot.

    python -m bot.language.finglish_build PAIRS_DIRECTORY SHEKASTEH_DIRECTORY [--measure]

`finglish_words.tsv` keeps hand-written rows ("h") and gets new ones from the pairs (source "p").
With --measure nothing is written: lists from nine tenths of the sentences are tried on the last.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.language.finglish import Finglish, dictionary, read_rows
from bot.language.letters import LetterFolder
from bot.language.sounds import mismatch, sounds
from bot.language.tokens import cut, join

_HERE = Path(__file__).parent
_FINGLISH = re.compile(r"[a-z][a-z']*")
_GOOD_MATCH = 1.2
_AGREEMENT = 0.5
_WORDS_FROM_HAZM = 7000
_WORDS_HEADER = """\
# Common Persian words, folded, most frequent first: candidates for what finglish_words.tsv lacks.
# Counted in mmahdibarghi/finglish-dataset (MIT; Mozilla Common Voice), rasoolims/Shekasteh (MIT)
# and the words.dat of hazm (MIT).
"""
_PAIRS_HEADER = """\
# Finglish spelling, Persian (folded), source. h: written by hand for shop chats. p: aligned words
# of github.com/mmahdibarghi/finglish-dataset @45682a2 (MIT; Persian side Mozilla Common Voice).
"""


type Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence both ways, in words."""

    finglish: tuple[str, ...]
    persian: tuple[str, ...]


def main(arguments: list[str]) -> None:
    """Build the lists, or with --measure report how well lists from nine tenths do on the rest."""
    pairs = read_pairs(Path(arguments[0]))
    colloquial = read_colloquial(Path(arguments[1]))
    hand = [row for row in read_rows() if row[2] == "h"]
    if "--measure" in arguments:
        held_out = [pair for pair in pairs if _is_held_out(pair)]
        rest = [pair for pair in pairs if not _is_held_out(pair)]
        built = Finglish(dictionary([*hand, *learned(rest)]), persian_words(rest, colloquial))
        sys.stdout.write(measure(built, held_out))
        return
    rows: dict[str, Row] = {}
    for row in [*hand, *learned(pairs)]:
        rows.setdefault(sounds(row[0]), row)
    lines = ["\t".join(row) + "\n" for row in rows.values()]
    (_HERE / "finglish_words.tsv").write_text(_PAIRS_HEADER + "".join(lines), encoding="utf-8")
    words = "\n".join(persian_words(pairs, colloquial)) + "\n"
    (_HERE / "persian_words.txt").write_text(_WORDS_HEADER + words, encoding="utf-8")


def read_pairs(directory: Path) -> list[Pair]:
    """The sentence pairs of the two files that match, each once."""
    rows = set()
    for name in ("PersianToFinglishDataset.txt", "PersianFinglishDataWithVoiceNames.txt"):
        for line in (directory / name).read_text(encoding="utf-8").splitlines()[1:]:
            finglish, persian = line.split("\t")[-2:]
            rows.add((tuple(_FINGLISH.findall(finglish.lower())), fold_words(persian)))
    return sorted((Pair(*row) for row in rows), key=lambda pair: pair.finglish)


def read_colloquial(directory: Path) -> Counter[str]:
    """How often each word stands in Shekasteh's colloquial sentences."""
    lines = (directory / "dev.tsv").read_text(encoding="utf-8").splitlines()
    lines += (directory / "test.tsv").read_text(encoding="utf-8").splitlines()
    return Counter(word for line in lines for word in fold_words(line.split("\t")[0]))


def fold_words(text: str) -> tuple[str, ...]:
    """The Persian words of a text, folded as the reader folds them."""
    folded = _FOLDER.fold(text).text
    tokens = join(cut(folded), folded)
    return tuple(token.word for token in tokens if token.kind == "persian")


_FOLDER = LetterFolder()


def learned(pairs: Iterable[Pair]) -> list[Row]:
    """Spellings with the one Persian word they mostly stand for; frequent ones first."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        for spelled, word in align(pair):
            seen[sounds(spelled)][word] += 1
            spellings[sounds(spelled)][spelled] += 1
    rows = []
    for heard, words in seen.items():
        word, count = words.most_common(1)[0]
        if count >= _AGREEMENT * words.total():
            rows.append((words.total(), spellings[heard].most_common(1)[0][0], word))
    rows.sort(key=lambda row: (-row[0], row[1]))
    return [(spelled, word, "p") for _, spelled, word in rows]


def align(pair: Pair) -> list[tuple[str, str]]:
    """The words of the two sentences that say the same, in order; bad matches are left out."""
    finglish, persian = pair.finglish, pair.persian
    skip = _GOOD_MATCH / 2
    costs = [[0.0] * (len(persian) + 1) for _ in range(len(finglish) + 1)]
    match = [[mismatch(sounds(f), p) for p in persian] for f in finglish]
    for i in range(len(finglish) + 1):
        for j in range(len(persian) + 1):
            ways = [costs[i - 1][j] + skip] if i else []
            ways += [costs[i][j - 1] + skip] if j else []
            ways += [costs[i - 1][j - 1] + match[i - 1][j - 1]] if i and j else []
            costs[i][j] = min(ways, default=0.0)
    i, j, found = len(finglish), len(persian), []
    while i and j:
        if costs[i][j] == costs[i - 1][j - 1] + match[i - 1][j - 1]:
            i, j = i - 1, j - 1
            found.append((finglish[i], persian[j]))
        elif costs[i][j] == costs[i - 1][j] + skip:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def persian_words(pairs: Iterable[Pair], colloquial: Counter[str]) -> list[str]:
    """Common Persian words, most frequent first: chat and speech before the words of books."""
    spoken = Counter(word for pair in pairs for word in pair.persian) + colloquial
    words = [word for word, count in spoken.most_common() if count > 1 and len(word) > 1]
    words += [word for word in _hazm_words() if len(word) > 1]
    words += [word for word, count in spoken.most_common() if count == 1 and len(word) > 1]
    return list(dict.fromkeys(words))


def _hazm_words() -> list[str]:
    from hazm.utils import words_list

    common = sorted(words_list(), key=lambda row: -row[1])[:_WORDS_FROM_HAZM]
    return [" ".join(fold_words(word)) for word, _, _ in common if " " not in word]


def _is_held_out(pair: Pair) -> bool:
    return sha256(" ".join(pair.persian).encode()).digest()[0] % 10 == 0


def measure(built: Finglish, held_out: list[Pair]) -> str:
    """Word accuracy three ways; the first counts the data's own disagreements as mistakes."""
    equal = [pair for pair in held_out if len(pair.finglish) == len(pair.persian)]
    by_place = [(f, p) for pair in equal for f, p in zip(pair.finglish, pair.persian, strict=True)]
    aligned = [match for pair in held_out for match in align(pair)]
    unseen = [(f, p) for f, p in aligned if not built.knows(f)]
    return "".join(
        f"{name}: {sum(built.word(f) == p for f, p in rows) / len(rows):.3f} of {len(rows)} words\n"
        for name, rows in (
            ("by place, sentences of equal length", by_place),
            ("aligned by sound", aligned),
            ("aligned by sound, not in the dictionary", unseen),
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
