"""Models of Shakespeare: recurrent ones, and nanoGPT in its configuration for a CPU."""

import math

import torch
from torch import nn
from torch.nn import functional as F

from . import data
from .harness import Options, Workload


def cross_entropy(said: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    return F.cross_entropy(said.flatten(0, 1), right.flatten())


def workload(model: nn.Module, optimizer, windows, held, o: Options, **more) -> Workload:
    inputs, targets = windows

    def evaluate() -> dict[str, float]:
        parts = zip(held[0].split(128), held[1].split(128), strict=True)
        losses = [(cross_entropy(model(x), y).item(), len(x)) for x, y in parts]
        return {"validation/loss": sum(l * n for l, n in losses) / len(held[0])}

    return Workload(
        model=model,
        optimizer=optimizer,
        inputs=inputs[: o.train],
        targets=targets[: o.train],
        loss=cross_entropy,
        items=inputs.shape[1],
        evaluate=evaluate,
        **more,
    )


class CharacterLstm(nn.Module):
    def __init__(self, symbols: int, units: int):
        super().__init__()
        self.symbols = symbols
        self.lstm = nn.LSTM(symbols, units, batch_first=True)
        self.out = nn.Linear(units, symbols)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.out(self.lstm(F.one_hot(x, self.symbols).float())[0])


def shakespeare_lstm(o: Options) -> Workload:
    text, symbols = data.shakespeare()
    cut = round(len(text) * 0.9)
    length = o.length or 64
    model = CharacterLstm(symbols, o.width or 128)
    return workload(
        model,
        torch.optim.Adam(model.parameters(), lr=0.005),
        data.windows(text[:cut], length, length),
        data.windows(text[cut:], length, length),
        o,
        batch=o.batch or 32,
        epochs=o.epochs or 10,
        spare=model.lstm.bias_hh_l0.numel(),  # beside bias_ih_l0, to which it is added
        after_backward=lambda: nn.utils.clip_grad_norm_(model.parameters(), 5),
    )


class CharacterGru(nn.Module):
    def __init__(self, symbols: int, width: int, units: int):
        super().__init__()
        self.tokens = nn.Embedding(symbols, width)
        self.gru = nn.GRU(width, units, batch_first=True)
        self.out = nn.Linear(units, symbols)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.out(self.gru(self.tokens(x))[0])


def shakespeare_gru(o: Options) -> Workload:
    text, symbols = data.shakespeare()
    cut = round(len(text) * 0.9)
    length = o.length or 64
    units = o.width or 128
    model = CharacterGru(symbols, 32, units)
    return workload(
        model,
        torch.optim.Adam(model.parameters(), lr=0.005),
        data.windows(text[:cut], length, length),
        data.windows(text[cut:], length, length),
        o,
        batch=o.batch or 32,
        epochs=o.epochs or 3,
        spare=2 * units,  # two gates have a second bias, which is added to the first
        after_backward=lambda: nn.utils.clip_grad_norm_(model.parameters(), 5),
    )


class WordLstm(nn.Module):
    def __init__(self, words: int, width: int, units: int):
        super().__init__()
        self.tokens = nn.Embedding(words, width)
        self.lstm = nn.LSTM(width, units, batch_first=True)
        self.out = nn.Linear(units, words)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.out(self.lstm(self.tokens(x))[0])


def shakespeare_words(o: Options) -> Workload:
    text, words = data.shakespeare_words(3000)
    cut = round(len(text) * 0.9)
    length = o.length or 32
    model = WordLstm(words, 64, o.width or 128)
    return workload(
        model,
        torch.optim.Adagrad(model.parameters(), lr=0.05),
        data.windows(text[:cut], length, length),
        data.windows(text[cut:], length, length),
        o,
        batch=o.batch or 32,
        epochs=o.epochs or 10,
        spare=model.lstm.bias_hh_l0.numel(),  # beside bias_ih_l0, to which it is added
        after_backward=lambda: nn.utils.clip_grad_norm_(model.parameters(), 5),
    )


class Block(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.join = nn.Linear(width, width, bias=False)
        self.norm2 = nn.LayerNorm(width)
        self.up = nn.Linear(width, 4 * width, bias=False)
        self.down = nn.Linear(4 * width, width, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        b, t, c = x.shape
        q, k, v = (
            part.view(b, t, self.heads, c // self.heads).transpose(1, 2)
            for part in self.qkv(self.norm1(x)).split(c, dim=2)
        )
        heads = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.join(heads.transpose(1, 2).reshape(b, t, c))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self, symbols: int, steps: int, width: int, heads: int, layers: int):
        super().__init__()
        self.tokens = nn.Embedding(symbols, width)
        self.positions = nn.Embedding(steps, width)
        self.blocks = nn.Sequential(*(Block(width, heads) for _ in range(layers)))
        self.norm = nn.LayerNorm(width)
        self.out = nn.Linear(width, symbols, bias=False)
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.normal_(parameter, std=0.02)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.tokens(x) + self.positions(torch.arange(x.shape[1]))
        return self.out(self.norm(self.blocks(x)))


def nanogpt(o: Options) -> Workload:
    text, symbols = data.shakespeare()
    cut = round(len(text) * 0.9)
    length = o.length or 64
    model = Gpt(symbols, length, o.width or 128, heads=4, layers=4)
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 0.1},
            {"params": [p for p in model.parameters() if p.dim() == 1], "weight_decay": 0},
        ],
        lr=1e-3,
        betas=(0.9, 0.99),
    )
    per_epoch = o.steps or 250
    epochs = o.epochs or 8
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: rate(step, epochs * per_epoch)
    )

    return workload(
        model,
        optimizer,
        data.windows(text[:cut], length, 1),
        data.windows(text[cut:], length, length),
        o,
        batch=o.batch or 12,
        epochs=epochs,
        steps_per_epoch=per_epoch,
        after_backward=lambda: nn.utils.clip_grad_norm_(model.parameters(), 1),
        after_step=schedule.step,
    )


def rate(step: int, steps: int, warmup: int = 100, least: float = 0.1) -> float:
    """A warm-up and half a cosine, as a share of the highest learning rate."""
    if step < warmup:
        return (step + 1) / warmup
    share = min(1.0, (step - warmup) / max(1, steps - warmup))
    return least + (1 - least) * (1 + math.cos(math.pi * share)) / 2


WORKLOADS = {
    "text/shakespeare-lstm": shakespeare_lstm,
    "text/shakespeare-gru": shakespeare_gru,
    "text/shakespeare-words": shakespeare_words,
    "text/nanogpt": nanogpt,
}
