"""A small residual network, and an autoencoder, on MNIST."""

import torch
from torch import nn

from . import data
from .harness import Options, Workload
from .images import workload
from .text import rate


def convolution(channels: int, filters: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    padding = (kernel - 1) // 2
    return nn.Sequential(
        nn.Conv2d(channels, filters, kernel, stride=stride, padding=padding, bias=False),
        nn.BatchNorm2d(filters),
    )


class Residual(nn.Module):
    """Two convolutions, and a shortcut past them."""

    def __init__(self, channels: int, filters: int, stride: int = 1):
        super().__init__()
        self.branch = nn.Sequential(
            convolution(channels, filters, stride=stride), nn.ReLU(), convolution(filters, filters)
        )
        same = channels == filters
        self.shortcut = nn.Identity() if same else convolution(channels, filters, 1, stride)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(self.branch(x) + self.shortcut(x))


def resnet(o: Options) -> Workload:
    model = nn.Sequential(
        convolution(1, 16),
        nn.ReLU(),
        nn.MaxPool2d(2),
        Residual(16, 16),
        Residual(16, 32, stride=2),
        Residual(32, 32),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(32, 10),
    )
    training = workload(model, o, 0, 3, rate=3e-3)
    steps = training.epochs * (o.steps or -(-len(training.inputs) // training.batch))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        training.optimizer, lambda step: rate(step, steps, least=0)
    )
    training.after_step = schedule.step
    return training


def autoencoder(o: Options) -> Workload:
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, stride=2, padding=1),
        nn.ReLU(),
        nn.Conv2d(16, 32, 3, stride=2, padding=1),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(1568, 32),
        nn.Linear(32, 1568),
        nn.ReLU(),
        nn.Unflatten(1, (32, 7, 7)),
        nn.Upsample(scale_factor=2),
        nn.Conv2d(32, 16, 3, padding=1),
        nn.ReLU(),
        nn.Upsample(scale_factor=2),
        nn.Conv2d(16, 1, 3, padding=1),
        nn.Sigmoid(),
    )
    images, _ = data.mnist("train", o.train)
    tested, _ = data.mnist("t10k")

    def error() -> dict[str, float]:
        errors = [((model(part) - part) ** 2).mean().item() * len(part) for part in tested.split(256)]
        return {"test/loss": sum(errors) / len(tested)}

    return Workload(
        model=model,
        optimizer=torch.optim.Adam(model.parameters(), lr=1e-3),
        inputs=images,
        targets=images,
        loss=nn.functional.mse_loss,
        batch=o.batch or 64,
        epochs=o.epochs or 3,
        evaluate=error,
    )


WORKLOADS = {"mnist/resnet": resnet, "mnist/autoencoder": autoencoder}
