"""The same data as Assay's: the files that travel with it, and the tasks that it makes up."""

import collections
import gzip
import pathlib
import re

import torch

FILES = pathlib.Path(__file__).parents[3] / "plugins/datasets/src/main/resources/dev/assay/datasets"


def idx(name: str, header: int) -> torch.Tensor:
    raw = gzip.decompress((FILES / "mnist" / f"{name}-ubyte.gz").read_bytes())
    return torch.frombuffer(bytearray(raw[header:]), dtype=torch.uint8)


def mnist(part: str, count: int | None = None) -> tuple[torch.Tensor, torch.Tensor]:
    """Images [n, 1, 28, 28] from 0 to 1, and their classes."""
    images = idx(f"{part}-images-idx3", 16).view(-1, 1, 28, 28)[:count].float() / 255
    return images, idx(f"{part}-labels-idx1", 8)[:count].long()


def padded(images: torch.Tensor, pad: int) -> torch.Tensor:
    return torch.nn.functional.pad(images, (pad, pad, pad, pad))


def shifted(images: torch.Tensor, pad: int, seed: int) -> torch.Tensor:
    """Each digit somewhere in a frame with room for it on all sides."""
    random = torch.Generator().manual_seed(seed)
    frames = torch.zeros(len(images), 1, 28 + 2 * pad, 28 + 2 * pad)
    for frame, image in zip(frames, images, strict=True):
        y, x = torch.randint(0, 2 * pad + 1, (2,), generator=random).tolist()
        frame[:, y : y + 28, x : x + 28] = image
    return frames


def text() -> str:
    return gzip.decompress((FILES / "tinyshakespeare/input.txt.gz").read_bytes()).decode()


def shakespeare_words(vocabulary: int) -> tuple[torch.Tensor, int]:
    """The text as words, marks and line ends, the most frequent as symbols, all others as 0."""
    words = re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*|\n|\S", text())
    counts = collections.Counter(words[: round(len(words) * 0.9)])
    numbers = {word: i for i, (word, _) in enumerate(counts.most_common(vocabulary), start=1)}
    return torch.tensor([numbers.get(word, 0) for word in words]), len(numbers) + 1


def shakespeare() -> tuple[torch.Tensor, int]:
    """The text as symbols, and how many there are."""
    characters = text()
    alphabet = {c: i for i, c in enumerate(sorted(set(characters)))}
    return torch.tensor([alphabet[c] for c in characters]), len(alphabet)


def windows(text: torch.Tensor, length: int, stride: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Windows of a text, and for each character the next."""
    return text[:-1].unfold(0, length, stride), text[1:].unfold(0, length, stride)


def sorting(count: int, length: int, symbols: int, random: torch.Generator):
    question = torch.randint(0, symbols, (count, length), generator=random)
    return question, question.sort().values


def addition(count: int, digits: int, random: torch.Generator):
    question = torch.randint(0, 10, (count, 2 * digits), generator=random)
    powers = 10 ** torch.arange(digits - 1, -1, -1)
    total = (question.view(count, 2, digits) * powers).sum(2).sum(1)
    return question, total[:, None] // 10 ** torch.arange(digits + 1) % 10
