"""Trains one peer and prints one JSON document: `python -m peers text/nanogpt --epochs 3`."""

import argparse
import dataclasses
import json

import torch

from . import convolutions, images, sequences, text
from .harness import Options, train

WORKLOADS = (
    images.WORKLOADS | convolutions.WORKLOADS | sequences.WORKLOADS | text.WORKLOADS
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workload", choices=WORKLOADS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    for field in dataclasses.fields(Options):
        if field.name != "evaluate":
            parser.add_argument(f"--{field.name}", type=int)
    parser.add_argument("--no-evaluation", dest="evaluate", action="store_false")
    given = vars(parser.parse_args())
    torch.set_num_threads(given.pop("threads"))
    torch.manual_seed(given.pop("seed"))
    options = Options(**{k: v for k, v in given.items() if k != "workload"})
    workload = WORKLOADS[given["workload"]](options)
    workload.steps_per_epoch = options.steps or workload.steps_per_epoch
    print(json.dumps(train(workload, options.evaluate)))


if __name__ == "__main__":
    main()
