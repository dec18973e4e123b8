"""What all peers share: a training loop in eager PyTorch, and what it measures of itself."""

import dataclasses
import statistics
import time
from collections.abc import Callable

import torch
from torch import nn


@dataclasses.dataclass
class Options:
    """What a run changes of a workload; None leaves what the experiment's file says."""

    epochs: int | None = None
    steps: int | None = None
    train: int | None = None
    batch: int | None = None
    width: int | None = None
    length: int | None = None
    evaluate: bool = True


@dataclasses.dataclass
class Workload:
    """A network with its data.

    inputs, targets: all training samples, on the first axis
    loss: of a batch, from what the network says and the targets
    items: what a throughput counts in a sample
    spare: parameters that PyTorch has twice for the same purpose
    after_backward: what is done to gradients before the optimizer's step
    after_step: what is done behind it, such as a learning rate's schedule
    evaluate: figures by name
    """

    model: nn.Module
    optimizer: torch.optim.Optimizer
    inputs: torch.Tensor
    targets: torch.Tensor
    loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
    batch: int
    epochs: int
    steps_per_epoch: int | None = None
    items: int = 1
    spare: int = 0
    after_backward: Callable[[], object] = lambda: None
    after_step: Callable[[], object] = lambda: None
    evaluate: Callable[[], dict[str, float]] = lambda: {}

    def parameters(self) -> int:
        """With the statistics that normalisations keep, as Assay counts."""
        kept = (b for b in self.model.buffers() if b.is_floating_point())
        return sum(p.numel() for p in [*self.model.parameters(), *kept]) - self.spare


def train(workload: Workload, evaluate: bool) -> dict:
    """Trains, and says what `assay run --format json` says."""
    rates = []
    losses = []
    steps = 0
    for _ in range(workload.epochs):
        start = time.perf_counter()
        samples, loss = epoch(workload)
        seconds = time.perf_counter() - start
        rates.append(samples * workload.items / seconds)
        losses.append(loss)
        steps += -(-samples // workload.batch)
    metrics = {"train/loss": losses[-1]}
    if evaluate:
        workload.model.eval()
        with torch.no_grad():
            metrics.update(workload.evaluate())
    return {
        "parameters": workload.parameters(),
        "epochs": workload.epochs,
        "steps": steps,
        "metrics": metrics,
        "items_per_second": statistics.median(rates[1:] or rates),
        "torch": torch.__version__,
        "threads": torch.get_num_threads(),
    }


def epoch(w: Workload) -> tuple[int, float]:
    """One pass over the samples, or as many steps of it as an epoch has; how many, and their loss."""
    w.model.train()
    order = torch.randperm(len(w.inputs))
    if w.steps_per_epoch is not None:
        while len(order) < w.steps_per_epoch * w.batch:  # an epoch of several passes
            order = torch.cat([order, torch.randperm(len(w.inputs))])
        order = order[: w.steps_per_epoch * w.batch]
    total = 0.0
    for chosen in order.split(w.batch):
        w.optimizer.zero_grad()
        loss = w.loss(w.model(w.inputs[chosen]), w.targets[chosen])
        loss.backward()
        w.after_backward()
        w.optimizer.step()
        w.after_step()
        total += loss.item() * len(chosen)
    return len(order), total / len(order)
