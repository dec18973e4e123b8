"""The causal transformer of the sorting and arithmetic tasks: no norm, no bias, no scaling."""

import torch
from torch import nn

from . import data
from .harness import Options, Workload


class Attention(nn.Module):
    def __init__(self, features: int, size: int):
        super().__init__()
        self.query = nn.Linear(features, size, bias=False)
        self.key = nn.Linear(features, size, bias=False)
        self.value = nn.Linear(features, size, bias=False)
        self.out = nn.Linear(size, features, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        q, k, v = self.query(x), self.key(x), self.value(x)
        seen = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()
        scores = (q @ k.transpose(1, 2)).masked_fill(~seen, float("-inf"))
        return self.out(scores.softmax(-1) @ v)


class Block(nn.Module):
    def __init__(self, features: int, size: int, hidden: int):
        super().__init__()
        self.attention = Attention(features, size)
        self.up = nn.Linear(features, hidden, bias=False)
        self.down = nn.Linear(hidden, features, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x + self.attention(x)
        return x + self.down(self.up(x).relu())


class Transformer(nn.Module):
    def __init__(self, symbols: int, steps: int, d: int, k: int, p: int, layers: int):
        super().__init__()
        self.tokens = nn.Embedding(symbols, d)
        self.positions = nn.Parameter(torch.empty(steps, d))
        self.blocks = nn.Sequential(*(Block(d, k, p) for _ in range(layers)))
        self.out = nn.Linear(d, symbols, bias=False)
        for parameter in self.parameters():
            nn.init.normal_(parameter, std=0.1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.out(self.blocks(self.tokens(x) + self.positions[: x.shape[1]]))


def exact_match(model: nn.Module, question: torch.Tensor, answer: torch.Tensor) -> float:
    """The share of questions answered without a mistake, symbol by symbol."""
    text = question
    for _ in range(answer.shape[1]):
        text = torch.cat([text, model(text)[:, -1].argmax(1, keepdim=True)], dim=1)
    return (text[:, question.shape[1] :] == answer).all(1).float().mean().item()


def workload(task, symbols: int, sizes, o: Options, train: int, rate: float) -> Workload:
    random = torch.Generator().manual_seed(7)
    question, answer = task(o.train or train, random)
    tested = task(1000, random)
    steps = answer.shape[1]
    inputs = torch.cat([question, answer[:, :-1]], dim=1)
    model = Transformer(symbols, inputs.shape[1], *sizes)
    return Workload(
        model=model,
        optimizer=torch.optim.Adam(model.parameters(), lr=rate),
        inputs=inputs,
        targets=answer,
        loss=lambda said, right: nn.functional.cross_entropy(
            said[:, -steps:].flatten(0, 1), right.flatten()
        ),
        batch=o.batch or 250,
        epochs=o.epochs or 30,
        evaluate=lambda: {"test/exact_match": exact_match(model, *tested)},
    )


def sorting(length: int, symbols: int):
    return lambda count, random: data.sorting(count, length, symbols, random)


WORKLOADS = {
    "sorting/binary": lambda o: workload(sorting(5, 2), 2, (10, 5, 15, 2), o, 2500, 0.01),
    "sorting/five-symbols": lambda o: workload(sorting(7, 5), 5, (20, 10, 25, 2), o, 2500, 0.01),
    "arithmetic/addition": lambda o: workload(
        lambda count, random: data.addition(count, 2, random), 10, (30, 20, 40, 3), o, 5000, 0.003
    ),
}
