"""Writes figures.json: what PyTorch, in double precision, makes of random samples.

    python figures.py > figures.json

Sequences are [steps, features] here and [features, steps] there.
"""

import json

import torch
from torch.nn import functional as f

torch.manual_seed(20261122)
torch.set_default_dtype(torch.float64)


def some(*shape):
    return torch.round(torch.randn(*shape) * 100) / 100


def case(layer, sample, output, **weights):
    return {
        "layer": "{%s}" % layer,
        "inputs": [[sample.tolist()]],
        "weights": {name: numbers.tolist() for name, numbers in weights.items()},
        "output": output.flatten().tolist(),
    }


def alone(function, sample, *arguments, **keys):
    return function(sample[None], *arguments, **keys)[0]


def turned(function, sample, *arguments, **keys):
    """Of a sequence."""
    return alone(function, sample.T, *arguments, **keys).T


def pooling():
    volume = some(2, 5, 4, 6)
    yield case("type: max_pool3d, kernel: 2", volume, alone(f.max_pool3d, volume, 2))
    yield case(
        "type: max_pool3d, kernel: [3, 2, 3], stride: [2, 1, 3], padding: [1, 0, 1]",
        volume,
        alone(f.max_pool3d, volume, (3, 2, 3), (2, 1, 3), (1, 0, 1)),
    )
    for counts in (True, False):
        yield case(
            f"type: avg_pool3d, kernel: 3, stride: 2, padding: 1, count_padding: {str(counts).lower()}",
            volume,
            alone(f.avg_pool3d, volume, 3, 2, 1, count_include_pad=counts),
        )
    image = some(3, 7, 6)
    for norm in (1, 2, 4):
        yield case(
            f"type: lp_pool2d, norm: {norm}, kernel: [3, 2], stride: 2",
            image,
            alone(f.lp_pool2d, image, norm, (3, 2), 2),
        )
    image = image.abs()
    yield case(
        "type: lp_pool2d, norm: 3, kernel: 2", image, alone(f.lp_pool2d, image, 3, 2)
    )


def same():
    steps, image = some(7, 2), some(2, 6, 5)
    weight, bias = some(3, 2, 4), some(3)
    yield case(
        "type: conv1d, filters: 3, kernel: 4, padding: same, dilation: 2",
        steps,
        turned(f.conv1d, steps, weight, bias, padding="same", dilation=2),
        weight=weight,
        bias=bias,
    )
    weight = some(3, 2, 2, 3)
    yield case(
        "type: conv2d, filters: 3, kernel: [2, 3], padding: same",
        image,
        alone(f.conv2d, image, weight, bias, padding="same"),
        weight=weight,
        bias=bias,
    )
    volume, weight = some(2, 3, 4, 5), some(3, 2, 2, 3, 4)
    yield case(
        "type: conv3d, filters: 3, kernel: [2, 3, 4], padding: same",
        volume,
        alone(f.conv3d, volume, weight, bias, padding="same"),
        weight=weight,
        bias=bias,
    )


def transposed():
    steps, weight, bias = some(4, 3), some(3, 4, 3), some(4)
    yield case(
        "type: transposed_conv1d, filters: 4, kernel: 3, stride: 2, padding: 1,"
        " output_padding: 1, dilation: 2",
        steps,
        turned(
            f.conv_transpose1d, steps, weight, bias, 2, 1, 1, 1, 2
        ),
        weight=weight,
        bias=bias,
    )
    volume, weight = some(4, 2, 3, 2), some(4, 3, 2, 3, 1)
    bias = some(6)
    yield case(
        "type: transposed_conv3d, filters: 6, kernel: [2, 3, 1], stride: [1, 2, 3],"
        " padding: [0, 1, 0], output_padding: [0, 1, 2], groups: 2",
        volume,
        alone(
            f.conv_transpose3d,
            volume,
            weight,
            bias,
            (1, 2, 3),
            (0, 1, 0),
            (0, 1, 2),
            2,
        ),
        weight=weight,
        bias=bias,
    )


def rearrangements():
    image = some(2, 4, 6)
    yield case(
        "type: space_to_depth, factor: 2", image, alone(f.pixel_unshuffle, image, 2)
    )
    image = some(18, 2, 3)
    yield case(
        "type: depth_to_space, factor: 3", image, alone(f.pixel_shuffle, image, 3)
    )
    steps, volume = some(3, 2), some(2, 2, 3, 2)
    yield case(
        "type: upsample1d, factor: 3",
        steps,
        turned(f.interpolate, steps, scale_factor=3),
    )
    yield case(
        "type: upsample3d, factor: [2, 1, 3]",
        volume,
        alone(f.interpolate, volume, scale_factor=(2, 1, 3)),
    )
    yield case(
        "type: zero_pad3d, padding: [1, 2, 0, 3, 2, 1]",
        volume,
        f.pad(volume, (2, 1, 0, 3, 1, 2)),
    )


def normalised():
    """PyTorch divides alpha by the size."""
    image = some(7, 3, 2)
    yield case(
        "type: local_response_norm",
        image,
        alone(f.local_response_norm, image, 5, 5 * 1e-4, 0.75, 2),
    )
    yield case(
        "type: local_response_norm, size: 3, alpha: 0.2, beta: 0.5, k: 1",
        image,
        alone(f.local_response_norm, image, 3, 3 * 0.2, 0.5, 1),
    )


def local():
    """Windows side by side, [channels window, places], and a product for each place."""
    image, weight, bias = some(2, 4, 5), some(2 * 2 * 3, 2, 3, 2), some(2 * 2 * 3)
    windows = f.unfold(image[None], (3, 2), padding=(1, 0), stride=2)[0]
    weights = weight.reshape(windows.shape[1], -1, windows.shape[0])
    output = torch.einsum("pfj,jp->fp", weights, windows)
    yield case(
        "type: locally_connected2d, filters: 3, kernel: [3, 2], stride: 2, padding: [1, 0]",
        image,
        output + bias.reshape(windows.shape[1], -1).T,
        weight=weight,
        bias=bias,
    )


def transposed_same():
    """All that becomes of it, of which `kernel - stride` is cut off, the more of it at the end."""
    steps, weight, bias = some(4, 2), some(2, 3, 4), some(3)
    yield case(
        "type: transposed_conv1d, filters: 3, kernel: 4, stride: 3, padding: same",
        steps,
        turned(f.conv_transpose1d, steps, weight, bias, 3)[:12],
        weight=weight,
        bias=bias,
    )
    image, weight = some(2, 3, 2), some(2, 3, 4, 1)
    yield case(
        "type: transposed_conv2d, filters: 3, kernel: [4, 1], stride: [1, 3], padding: same",
        image,
        alone(f.conv_transpose2d, image, weight, bias, (1, 3), 0, (0, 2))[:, 1:4],
        weight=weight,
        bias=bias,
    )
    volume, weight = some(2, 2, 3, 2), some(2, 3, 3, 2, 3)
    yield case(
        "type: transposed_conv3d, filters: 3, kernel: [3, 2, 3], stride: [2, 1, 1],"
        " padding: same, dilation: [1, 2, 1]",
        volume,
        alone(
            f.conv_transpose3d, volume, weight, bias, (2, 1, 1), 0, 0, 1, (1, 2, 1)
        )[:, :4, 1:4, 1:3],
        weight=weight,
        bias=bias,
    )


def local_dilated():
    image, weight = some(2, 5, 4), some(2 * 3 * 2, 2, 3, 2)
    windows = f.unfold(image[None], (3, 2), padding=(1, 0), stride=2, dilation=(2, 1))[0]
    weights = weight[: windows.shape[1] * 2].reshape(windows.shape[1], 2, -1)
    yield case(
        "type: locally_connected2d, filters: 2, kernel: [3, 2], stride: 2, padding: [1, 0],"
        " dilation: [2, 1], bias: false",
        image,
        torch.einsum("pfj,jp->fp", weights, windows),
        weight=weight[: windows.shape[1] * 2],
    )


if __name__ == "__main__":
    groups = (pooling, same, transposed, rearrangements, normalised, local)
    groups += (transposed_same, local_dilated)
    print(json.dumps([one for group in groups for one in group()]))
