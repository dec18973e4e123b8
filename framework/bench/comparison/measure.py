"""Runs one workload with Assay, or its peer with PyTorch."""

import argparse
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from .environment import ROOT


@dataclasses.dataclass(frozen=True)
class Workload:
    """An experiment, and how much of it is enough to measure its throughput.

    unit: what is counted
    epochs: of a measurement
    steps: of each epoch in a short measurement
    steps_per_epoch: what the experiment says of it, if it counts its training in steps
    """

    unit: str
    epochs: int
    steps: int
    steps_per_epoch: int | None = None


WORKLOADS = {
    "inductive-bias/mlp": Workload("samples", 5, 300),
    "inductive-bias/lenet": Workload("samples", 3, 50),
    "mnist/lenet-from-scratch": Workload("samples", 3, 50),
    "inductive-bias/lenet-padded": Workload("samples", 3, 25),
    "text/shakespeare-lstm": Workload("tokens", 3, 40),
    "text/shakespeare-gru": Workload("tokens", 3, 40),
    "text/shakespeare-words": Workload("tokens", 3, 20),
    "mnist/bidirectional-lstm": Workload("samples", 3, 50),
    "mnist/resnet": Workload("samples", 3, 30),
    "mnist/autoencoder": Workload("samples", 3, 50),
    "sorting/binary": Workload("samples", 40, 10),
    "sorting/five-symbols": Workload("samples", 40, 10),
    "arithmetic/addition": Workload("samples", 20, 10),
    "text/nanogpt": Workload("tokens", 4, 20, steps_per_epoch=250),
}


@dataclasses.dataclass(frozen=True)
class Point:
    """One measurement of a workload.

    steps: of each epoch; None leaves what the experiment says
    changes: what `--set` changes of the experiment besides
    options: the same for the peer
    """

    name: str
    epochs: int
    threads: int
    steps: int | None = None
    changes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Measured:
    """What either side says of itself."""

    items_per_second: float
    parameters: int
    loss: float


def chosen(parts: list[str]) -> list[str]:
    """Workloads whose names contain one of the parts; all of them without any."""
    return [name for name in WORKLOADS if not parts or any(part in name for part in parts)]


def round_of(
    number: int, workloads: list[str], options: argparse.Namespace, python: pathlib.Path
) -> dict[str, tuple[Measured, Measured]]:
    """Measures each workload with Assay, and right after that with PyTorch."""
    measured = {}
    for name in workloads:
        steps = WORKLOADS[name].steps if options.short else None
        measured[name] = both(Point(name, WORKLOADS[name].epochs, options.threads, steps), python)
        note(number, name, *measured[name])
    return measured


def both(point: Point, python: pathlib.Path) -> tuple[Measured, Measured]:
    """Measures with Assay, and right after that with PyTorch, which must have the same network."""
    ours = assay(point)
    theirs = pytorch(point, python)
    if ours.parameters != theirs.parameters:
        raise SystemExit(
            f"{point.name}: Assay has {ours.parameters} parameters, PyTorch {theirs.parameters}"
        )
    return ours, theirs


def note(number: int, name: str, ours: Measured, theirs: Measured) -> None:
    print(
        f"round {number}  {name}: {ours.items_per_second:,.0f} against"
        f" {theirs.items_per_second:,.0f} {WORKLOADS[name].unit}/s,"
        f" loss {ours.loss:.4g} against {theirs.loss:.4g}",
        file=sys.stderr,
    )


def changes(point: Point) -> list[str]:
    """What `--set` changes: how long the training is, and that only its end is evaluated."""
    at_the_end = [f"evaluation.every={point.epochs}", "stopping=[]"]
    usual = WORKLOADS[point.name].steps_per_epoch
    steps = point.steps or usual
    if not steps:
        return [*at_the_end, f"training.epochs={point.epochs}", *point.changes]
    length = [f"training.steps={point.epochs * steps}", f"training.steps_per_epoch={steps}"]
    instead = [] if usual else ["~training.epochs"]
    return [*at_the_end, *instead, *length, *point.changes]


def assay(point: Point) -> Measured:
    """Trains an experiment with Assay."""
    with tempfile.TemporaryDirectory() as results:
        command = [ROOT / "assay", "run", ROOT / "experiments" / f"{point.name}.yaml"]
        command += ["--format", "json", "--quiet", "--results", results]
        for change in changes(point):
            command += ["--set", change]
        processors = f"-XX:ActiveProcessorCount={point.threads}"
        given = os.environ.get("ASSAY_JAVA_OPTIONS", "")
        said = answer(command, {"ASSAY_JAVA_OPTIONS": f"{given} {processors}".strip()})
    return measured(said)


def pytorch(point: Point, python: pathlib.Path) -> Measured:
    """Trains its peer with PyTorch."""
    command = [python, "-m", "peers", point.name, "--no-evaluation", *point.options]
    command += ["--threads", str(point.threads), "--epochs", str(point.epochs)]
    if point.steps:
        command += ["--steps", str(point.steps)]
    return measured(answer(command, {"PYTHONPATH": str(ROOT / "framework" / "bench")}))


def measured(said: dict) -> Measured:
    return Measured(said["items_per_second"], said["parameters"], said["metrics"]["train/loss"])


def answer(command: list, environment: dict[str, str]) -> dict:
    """The JSON document that a command prints."""
    ran = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if ran.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}:\n{ran.stderr[-2000:]}")
    return json.loads(ran.stdout)
