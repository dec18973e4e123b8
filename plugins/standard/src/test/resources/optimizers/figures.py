"""Makes mixed.json: what PyTorch makes of several optimizers and of a momentum that changes.

    python figures.py > mixed.json
"""

import json

import torch

torch.set_default_dtype(torch.float64)


def mixed(steps):
    """A small network whose parts have optimizers of their own, behind one limit of the gradient."""
    inputs = torch.tensor([[0.3, -0.7, 1.1], [-0.4, 0.9, 0.2], [1.3, 0.1, -0.6], [0.5, -1.2, 0.8]])
    targets = torch.tensor([[0.5], [-0.2], [0.9], [0.1]])
    named = {
        "first.weight": [[0.2, -0.4], [0.7, 0.1], [-0.3, 0.5]],
        "first.bias": [0.05, -0.1],
        "norm.gain": [1.1, 0.9],
        "last.weight": [[0.6], [-0.8]],
        "last.bias": [0.1],
    }
    p = {name: torch.tensor(value, requires_grad=True) for name, value in named.items()}
    momentum = torch.optim.SGD(
        [{"params": [p["first.weight"]]}, {"params": [p["first.bias"]]}], lr=0.2, momentum=0.8
    )
    rmsprop = torch.optim.RMSprop([p["last.weight"]], lr=0.01)
    adamw = torch.optim.AdamW([p["norm.gain"], p["last.bias"]], lr=0.05, weight_decay=0.1)
    for step in range(steps):
        rate = 0.2 * (1 - step / steps)
        momentum.param_groups[0]["lr"] = rate
        momentum.param_groups[1]["lr"] = rate * 0.5
        hidden = torch.tanh(inputs @ p["first.weight"] + p["first.bias"])
        hidden = torch.nn.functional.rms_norm(hidden, (2,), p["norm.gain"], eps=1e-5)
        loss = torch.nn.functional.mse_loss(hidden @ p["last.weight"] + p["last.bias"], targets)
        for parameter in p.values():
            parameter.grad = None
        loss.backward()
        torch.nn.utils.clip_grad_norm_(p.values(), 0.5)
        for optimizer in (momentum, rmsprop, adamw):
            optimizer.step()
    return {name: value.detach().flatten().tolist() for name, value in p.items()}


def bowl(make, schedule, steps):
    """Steps from weights (0.5, -1) and a bias 0.25 on (w1 + 2 w2)^2 / 2 + (b - 1)^2."""
    w = torch.tensor([0.5, -1.0], requires_grad=True)
    b = torch.tensor([0.25], requires_grad=True)
    optimizer = make([w, b])
    scheduler = schedule(optimizer, steps)
    for step in range(steps):
        if step > 0:
            scheduler.step()
        optimizer.zero_grad()
        loss = (w[0] + 2 * w[1]) ** 2 / 2 + (b[0] - 1) ** 2
        loss.backward()
        optimizer.step()
    return w.tolist() + b.tolist()


class Line:
    """A momentum that goes from 0.5 to 0.9 in a straight line."""

    def __init__(self, optimizer, steps):
        self.group, self.steps, self.now = optimizer.param_groups[0], steps, -1
        self.step()

    def step(self):
        self.now += 1
        self.group["momentum"] = 0.5 + 0.4 * self.now / self.steps


def one_cycle(optimizer, steps):
    return torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.2, total_steps=steps)


def momenta(steps):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1, momentum=0.9)
    scheduler = one_cycle(optimizer, steps)
    values = []
    for step in range(steps):
        if step > 0:
            scheduler.step()
        values.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
    return values


sgd = torch.optim.SGD
adam = torch.optim.Adam
figures = {
    "source": f"PyTorch {torch.__version__.split('+')[0]}, float64",
    "mixed": mixed(5),
    "line": bowl(lambda p: sgd(p, lr=0.1, momentum=0.5), Line, 5),
    "nesterov_line": bowl(lambda p: sgd(p, lr=0.1, momentum=0.5, nesterov=True), Line, 5),
    "sgd_one_cycle": bowl(lambda p: sgd(p, lr=0.1, momentum=0.9), one_cycle, 10),
    "adam_one_cycle": bowl(lambda p: adam(p, lr=0.1), one_cycle, 10),
    "adamw_one_cycle": bowl(lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.1), one_cycle, 10),
    "adamax_one_cycle": bowl(lambda p: torch.optim.Adamax(p, lr=0.1), one_cycle, 10),
    "amsgrad_one_cycle": bowl(lambda p: adam(p, lr=0.1, amsgrad=True), one_cycle, 10),
    "rmsprop_one_cycle": bowl(
        lambda p: torch.optim.RMSprop(p, lr=0.1, momentum=0.9), one_cycle, 10
    ),
    "momentum_one_cycle": momenta(10),
}
print(json.dumps(figures, indent=1))
