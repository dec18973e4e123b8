"""A multilayer perceptron and the LeNets, on MNIST."""

import torch
from torch import nn

from . import data
from .harness import Options, Workload


def mlp(width: int) -> nn.Module:
    return nn.Sequential(nn.Flatten(), nn.Linear(56 * 56, width), nn.ReLU(), nn.Linear(width, 10))


def lenet(inputs: int, pool: type[nn.Module], padding: int, last: nn.Module) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=padding),
        nn.ReLU(),
        pool(2),
        nn.Conv2d(6, 16, 5),
        nn.ReLU(),
        last,
        nn.Flatten(),
        nn.Linear(inputs, 120),
        nn.ReLU(),
        nn.Linear(120, 84),
        nn.ReLU(),
        nn.Linear(84, 10),
    )


class RowReader(nn.Module):
    """Reads the rows of an image from the top and from the bottom."""

    def __init__(self, units: int):
        super().__init__()
        self.lstm = nn.LSTM(28, units, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * units, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        _, (final, _) = self.lstm(x.squeeze(1))
        return self.out(torch.cat([final[0], final[1]], dim=1))

    def spare(self) -> int:
        """Biases that are added to others."""
        return 2 * self.lstm.bias_hh_l0.numel()


def row_reader(o: Options) -> Workload:
    model = RowReader(o.width or 64)
    read = workload(model, o, 0, 3, rate=2e-3)
    read.spare = model.spare()
    return read


def workload(model: nn.Module, o: Options, pad: int, epochs: int, rate: float = 1e-3) -> Workload:
    images, classes = data.mnist("train", o.train)
    tested, answers = data.mnist("t10k")

    def accuracy(of: torch.Tensor) -> float:
        said = torch.cat([model(part).argmax(1) for part in of.split(256)])
        return (said == answers).float().mean().item()

    def evaluate() -> dict[str, float]:
        figures = {"test/accuracy": accuracy(data.padded(tested, pad))}
        if pad:
            figures["shifted/accuracy"] = accuracy(data.shifted(tested, pad, 7))
        return figures

    return Workload(
        model=model,
        optimizer=torch.optim.Adam(model.parameters(), lr=rate),
        inputs=data.padded(images, pad),
        targets=classes,
        loss=nn.functional.cross_entropy,
        batch=o.batch or 64,
        epochs=o.epochs or epochs,
        evaluate=evaluate,
    )


WORKLOADS = {
    "inductive-bias/mlp": lambda o: workload(mlp(o.width or 50), o, 14, 5),
    "inductive-bias/lenet": lambda o: workload(
        lenet(400, nn.AvgPool2d, 2, nn.AvgPool2d(2)), o, 0, 5
    ),
    "mnist/bidirectional-lstm": row_reader,
    "mnist/lenet-from-scratch": lambda o: workload(
        lenet(256, nn.MaxPool2d, 0, nn.MaxPool2d(2)), o, 0, 3
    ),
    "inductive-bias/lenet-padded": lambda o: workload(
        lenet(2304, nn.AvgPool2d, 2, nn.AvgPool2d(2)), o, 14, 5
    ),
    "inductive-bias/lenet-global-pool": lambda o: workload(
        lenet(16, nn.AvgPool2d, 2, nn.AdaptiveAvgPool2d(1)), o, 14, 10, rate=5e-3
    ),
}
