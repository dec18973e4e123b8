"""Series of measurements in which one size changes."""

import dataclasses
import datetime
import os
import pathlib
import sys

from . import report
from .measure import WORKLOADS, Point, both


@dataclasses.dataclass(frozen=True)
class Series:
    """A workload with one size changed.

    size: what changes; the peer has an option of this name
    keys: what `--set` changes in the experiment, and how many times the size each is
    work: about how many items an epoch has, so that all points take a similar time
    values: the sizes
    """

    name: str
    size: str
    keys: dict[str, int]
    work: int
    values: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.size} of {self.name}"

    def point(self, value: int, threads: int) -> Point:
        return Point(
            self.name,
            epochs=3,
            threads=threads,
            steps=max(4, self.work // value),
            changes=("~expect", *(f"{key}={n * value}" for key, n in self.keys.items())),
            options=(f"--{self.size}", str(value)),
        )


BATCH = {"dataset.batch_size": 1}
WINDOW = {"dataset.window": 1}
BLOCK = "architecture.layers[2].layers[1].residual"
BATCHES = (16, 128, 1024)
WIDTHS = (32, 256, 1024)
LENGTHS = (16, 128, 512)

SERIES = [
    Series("inductive-bias/mlp", "batch", BATCH, 100000, BATCHES),
    Series("inductive-bias/lenet", "batch", BATCH, 32000, BATCHES),
    Series("sorting/five-symbols", "batch", BATCH, 50000, BATCHES),
    Series("inductive-bias/mlp", "width", {"architecture.layers[1].units": 1}, 64000, WIDTHS),
    Series("text/shakespeare-lstm", "width", {"architecture.layers[1].units": 1}, 16000, WIDTHS),
    Series(
        "text/nanogpt",
        "width",
        {"architecture.layers[0].width": 1, f"{BLOCK}[1].units": 4, f"{BLOCK}[2].units": 1},
        6000,
        WIDTHS,
    ),
    Series("text/shakespeare-lstm", "length", WINDOW, 8000, LENGTHS),
    Series("text/nanogpt", "length", WINDOW, 4000, LENGTHS),
]


def chosen(parts: list[str]) -> list[Series]:
    return [s for s in SERIES if not parts or any(part in str(s) for part in parts)]


def measure(series: list[Series], threads: list[int], python: pathlib.Path) -> list[dict]:
    """One row for each size and number of threads."""
    rows = []
    for s in series:
        for value in s.values:
            for count in threads:
                ours, theirs = both(s.point(value, count), python)
                row = {
                    "workload": s.name,
                    "size": s.size,
                    "value": value,
                    "threads": count,
                    "unit": WORKLOADS[s.name].unit,
                    "assay": ours.items_per_second,
                    "pytorch": theirs.items_per_second,
                    "ratio": ours.items_per_second / theirs.items_per_second,
                }
                rows.append(row)
                print(line(row), file=sys.stderr)
    return rows


def line(row: dict) -> str:
    return (
        f"| `{row['workload']}` | {row['size']} {row['value']} | {row['threads']}"
        f" | {row['assay']:,.0f} {row['unit']}/s | {row['pytorch']:,.0f} | {row['ratio']:.2f} |"
    )


HEAD = ["| experiment | size | threads | Assay | PyTorch | Assay / PyTorch |", "|---" * 6 + "|"]


def lost(rows: list[dict]) -> list[dict]:
    """The corners in which PyTorch is faster, the worst first."""
    return sorted((row for row in rows if row["ratio"] < 1), key=lambda row: row["ratio"])


def figures(rows: list[dict]) -> dict:
    return {
        "date": datetime.date.today().isoformat(),
        "machine": report.machine(),
        "load": os.getloadavg()[0],
        "rows": rows,
        "least_ratio": min(row["ratio"] for row in rows),
        "lost": lost(rows),
    }


def text(rows: list[dict]) -> str:
    """The table; a ratio above 1 means that Assay is faster. Where it is not is said below it."""
    slow = lost(rows)
    said = [f"PyTorch is faster in {len(slow)} of {len(rows)}", ""] if slow else ["faster in all"]
    return "\n".join(HEAD + [line(row) for row in rows] + [""] + said + corners(slow))


def corners(slow: list[dict]) -> list[str]:
    return HEAD + [line(row) for row in slow] if slow else []
