"""The ratios as a picture: a bar for each workload, and a line where both are equal."""

from html import escape

WIDTH, LEFT, LINE, TOP = 760, 230, 30, 46
BAR, RANGE, EQUAL = "#3b6ea5", "#1b2a3a", "#b03a2e"


def svg(figures: dict) -> str:
    """Bars are medians; the thin line on each goes from the least to the most."""
    rows = list(figures["workloads"].items())
    most = max(2.0, *(row["ratio"]["most"] for _, row in rows))
    scale = (WIDTH - LEFT - 70) / most
    height = TOP + LINE * len(rows) + 34
    equal = LEFT + scale
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        f'<text x="{LEFT}" y="20" font-weight="bold">Training throughput, PyTorch = 1</text>',
    ]
    for number, (name, row) in enumerate(rows):
        parts += bar(name, row["ratio"], TOP + LINE * number, scale)
    parts += [
        f'<line x1="{equal:.1f}" y1="{TOP - 14}" x2="{equal:.1f}" y2="{height - 30}"'
        f' stroke="{EQUAL}" stroke-dasharray="4 3"/>',
        f'<text x="{LEFT}" y="{height - 12}" fill="#555">{escape(figures["machine"])},'
        f" {figures['threads']} threads, median of {figures['rounds']} rounds;"
        f" geometric mean {figures['geometric_mean']:.2f}</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def bar(name: str, ratio: dict[str, float], y: int, scale: float) -> list[str]:
    middle = y + 9
    least, most = (LEFT + ratio[end] * scale for end in ("least", "most"))
    return [
        f'<text x="{LEFT - 10}" y="{y + 14}" text-anchor="end">{escape(name)}</text>',
        f'<rect x="{LEFT}" y="{y}" width="{ratio["median"] * scale:.1f}" height="18"'
        f' fill="{BAR}"/>',
        f'<line x1="{least:.1f}" y1="{middle}" x2="{most:.1f}" y2="{middle}" stroke="{RANGE}"'
        ' stroke-width="2"/>',
        f'<text x="{max(most, LEFT + ratio["median"] * scale) + 8:.1f}" y="{y + 14}">'
        f"{ratio['median']:.2f}</text>",
    ]
