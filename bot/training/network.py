"""The encoder in torch: e5-small from the source, who-spoke embeddings, and one linear head."""

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from bot.detection.questions import QUESTIONS
from bot.detection.scene import THIS
from bot.training.source import HEADS, INNER, LAYERS, WIDTH, Source

NUMBERS = 6
SPEAKERS = 3
LONGEST = 256
_POSITIONS = 512
_TINY = 1e-12
_HIDDEN = -1e4
_DROPOUT = 0.1


class Layer(nn.Module):
    """One post-norm transformer layer, attention written out (quicker backward on a CPU)."""

    def __init__(self, source: Source, number: int) -> None:
        super().__init__()
        name = f"l{number}."

        def linear(of: str, columns: int = WIDTH) -> nn.Linear:
            matrix = torch.tensor(source.matrix(f"{name}{of}.w", columns))
            layer = nn.Linear(columns, len(matrix))
            layer.weight.data = matrix
            layer.bias.data = torch.tensor(source.floats(f"{name}{of}.b"))
            return layer

        def norm(of: str) -> nn.LayerNorm:
            layer = nn.LayerNorm(WIDTH, _TINY)
            layer.weight.data = torch.tensor(source.floats(f"{name}{of}.w"))
            layer.bias.data = torch.tensor(source.floats(f"{name}{of}.b"))
            return layer

        parts = [linear(part) for part in "qkv"]
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attend.weight.data = torch.cat([part.weight.data for part in parts])
        self.attend.bias.data = torch.cat([part.bias.data for part in parts])
        self.attended, self.after_attention = linear("ao"), norm("aln")
        self.inner, self.outer = linear("fi"), linear("fo", INNER)
        self.after = norm("oln")

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """States [batch, length, width]; `hidden` is added to what may not be looked at."""
        batch, length, _ = states.shape
        split = _apply(self.attend, states).view(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = (
            part.reshape(batch * HEADS, length, -1) for part in split.permute(2, 0, 3, 1, 4)
        )
        scale = 1 / math.sqrt(WIDTH // HEADS)
        looks = torch.baddbmm(hidden, query, key.transpose(1, 2), alpha=scale).softmax(-1)
        seen = torch.bmm(looks, value).view(batch, HEADS, length, -1).transpose(1, 2)
        seen = _apply(self.attended, seen.reshape(batch, length, WIDTH))
        states = self.after_attention(states + self._dropped(seen))
        inner = functional.gelu(_apply(self.inner, states))
        out: Tensor = self.after(states + self._dropped(_apply(self.outer, inner)))
        return out

    def _dropped(self, states: Tensor) -> Tensor:
        """Dropout with one mask for all positions of a sequence."""
        if not self.training:
            return states
        shape = (states.shape[0], 1, states.shape[2])
        mask = torch.empty(shape, dtype=states.dtype).bernoulli_(1 - _DROPOUT)
        return states * mask.div_(1 - _DROPOUT)


class Network(nn.Module):
    """Pieces, speakers and numbers of a batch of scenes to the log-odds of every question."""

    def __init__(self, source: Source, kept: list[int]) -> None:
        """The source's weights; word embeddings of the pieces `kept`, frozen."""
        super().__init__()
        words = source.matrix("emb.word")[np.array(kept)]
        self.words = nn.Embedding.from_pretrained(torch.tensor(words), freeze=True)
        positions = source.floats("emb.pos").reshape(_POSITIONS, WIDTH)[:LONGEST]
        kind = source.floats("emb.type").reshape(-1, WIDTH)[0]
        self.positions = nn.Embedding.from_pretrained(torch.tensor(positions + kind), freeze=True)
        self.speakers = nn.Embedding(SPEAKERS, WIDTH)
        nn.init.zeros_(self.speakers.weight)
        self.before = nn.LayerNorm(WIDTH, _TINY)
        self.before.weight.data = torch.tensor(source.floats("emb.ln.w"))
        self.before.bias.data = torch.tensor(source.floats("emb.ln.b"))
        self.layers = nn.ModuleList(Layer(source, number) for number in range(LAYERS))
        self.normal = nn.LayerNorm(3 * WIDTH)
        self.head = nn.Linear(3 * WIDTH + NUMBERS, len(QUESTIONS))
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        self.precision = torch.float32

    def forward(self, pieces: Tensor, speakers: Tensor, shown: Tensor, numbers: Tensor) -> Tensor:
        """Log-odds [batch, questions]; `shown` is 1 where there is a piece."""
        places = torch.arange(pieces.shape[1])
        states = self.words(pieces) + self.positions(places) + self.speakers(speakers)
        states = self.before(states).to(self.precision)
        batch, length = shown.shape
        hidden = ((1 - shown) * _HIDDEN).to(self.precision)[:, None, None, :]
        hidden = hidden.expand(batch, HEADS, 1, length).reshape(batch * HEADS, 1, length)
        for layer in self.layers:
            states = layer(states, hidden)
        return self._answer(states.float(), speakers, shown, numbers)

    def _answer(self, states: Tensor, speakers: Tensor, shown: Tensor, numbers: Tensor) -> Tensor:
        here = ((speakers == THIS).float() * shown)[:, :, None]
        everywhere = shown[:, :, None]
        means = [(states * of).sum(1) / of.sum(1).clamp(min=1) for of in (here, everywhere)]
        pooled = self.normal(torch.cat([*means, states[:, 0]], 1))
        if self.training:
            pooled = functional.dropout(pooled, _DROPOUT)
        answers: Tensor = self.head(torch.cat([pooled, numbers], 1))
        return answers


def _apply(layer: nn.Linear, states: Tensor) -> Tensor:
    """A linear layer in the states' own precision."""
    return functional.linear(states, layer.weight.to(states.dtype), layer.bias.to(states.dtype))


type Weights = dict[str, Tensor]


def trained_weights(network: Network) -> Weights:
    """What training changes, by name."""
    frozen = ("words.", "positions.")
    state = network.state_dict()
    return {name: value for name, value in state.items() if not name.startswith(frozen)}


def mean_of(many: list[Weights]) -> Weights:
    """The mean of several runs' weights, a "soup": they began alike, so that it works as one."""
    return {name: sum(each[name].float() for each in many) / len(many) for name in many[0]}
