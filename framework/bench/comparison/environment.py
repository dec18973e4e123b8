"""The Python environment with PyTorch that peers run in, made on first use."""

import argparse
import os
import pathlib
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).parents[3]
TORCH = "torch>=2,<3"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--python", type=pathlib.Path, help="a Python that has PyTorch, instead of our own"
    )
    parser.add_argument(
        "--index-url",
        help="where PyTorch comes from, instead of PyPI; https://download.pytorch.org/whl/cpu is"
        " the smallest download",
    )


def python(options: argparse.Namespace) -> pathlib.Path:
    """A Python that has PyTorch."""
    if options.python:
        return options.python.absolute()
    folder = ROOT / ".cache" / "pytorch"
    interpreter = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    complete = folder / "complete"
    if not complete.exists():
        print(f"installing PyTorch into {folder}: some minutes, once", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        index = ["--index-url", options.index_url] if options.index_url else []
        command = [interpreter, "-m", "pip", "install", "--quiet", *index, TORCH, "numpy"]
        subprocess.run(command, check=True)
        complete.touch()
    return interpreter
