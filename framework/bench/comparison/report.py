"""Figures of several rounds, as numbers and as a table."""

import datetime
import math
import os
import platform
import statistics

from .measure import WORKLOADS, Measured


def spread(values: list[float]) -> dict[str, float]:
    return {"median": statistics.median(values), "least": min(values), "most": max(values)}


def figures(rounds: list[dict[str, tuple[Measured, Measured]]], threads: int) -> dict:
    """Medians and spreads over rounds, and the geometric mean of the ratios' medians."""
    rows = {}
    for name in rounds[0]:
        pairs = [measured[name] for measured in rounds]
        rows[name] = {
            "unit": WORKLOADS[name].unit,
            "parameters": pairs[0][0].parameters,
            "assay": spread([ours.items_per_second for ours, _ in pairs]),
            "pytorch": spread([theirs.items_per_second for _, theirs in pairs]),
            "ratio": spread([o.items_per_second / t.items_per_second for o, t in pairs]),
        }
    ratios = [row["ratio"]["median"] for row in rows.values()]
    return {
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "threads": threads,
        "rounds": len(rounds),
        "workloads": rows,
        "least_ratio": min(ratios),
        "geometric_mean": math.exp(statistics.fmean(math.log(ratio) for ratio in ratios)),
    }


def machine() -> str:
    """The processor's name where the system tells it, and how many of it there are."""
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = (line.split(":", 1)[1] for line in lines if line.startswith("model name"))
            name = next(names, name).strip()
    except OSError:
        pass
    return f"{name}, {os.cpu_count()} processors"


def text(figures: dict) -> str:
    """The table; a ratio above 1 means that Assay is faster."""
    lines = [
        f"{figures['machine']}; {figures['threads']} threads, {figures['rounds']} rounds,"
        f" {figures['date']}",
        "",
        "| experiment | Assay | PyTorch | Assay / PyTorch |",
        "|---|---|---|---|",
    ]
    for name, row in figures["workloads"].items():
        ratio = row["ratio"]
        lines.append(
            f"| `{name}` | {row['assay']['median']:,.0f} {row['unit']}/s"
            f" | {row['pytorch']['median']:,.0f}"
            f" | **{ratio['median']:.2f}** ({ratio['least']:.2f} to {ratio['most']:.2f}) |"
        )
    lines.append(f"| geometric mean | | | **{figures['geometric_mean']:.2f}** |")
    return "\n".join(lines)
