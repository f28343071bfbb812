"""What tests/core/lesson/net is held to. Run with PyTorch in double precision (recorded: 2.6.0).

    python3 tests/support/references/lesson_net.py > tests/support/references/lesson-net.json

Loss: mean over the rows of the sum over outputs of importance times the squared error. Weights stand as in
src/core/lesson/net/net.ts: for each layer [inputs, outputs], then its biases.
"""
import json
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)
STEPS = 5


def listed(tensor):
    return [round(value, 12) for value in tensor.detach().reshape(-1).tolist()]


def recorded(inputs, width, depth, outputs, activation):
    sizes = [inputs] + [width] * depth + [outputs]
    parts = []
    for before, after in zip(sizes, sizes[1:]):
        parts += [torch.randn(before, after) / before ** 0.5, 0.3 * torch.randn(after)]
    x, y = torch.randn(7, inputs), torch.randn(7, outputs)
    importance = torch.tensor([1.0, 4.0][:outputs])

    def loss_of(weights):
        h = x
        for layer in range(depth + 1):
            h = h @ weights[2 * layer] + weights[2 * layer + 1]
            if layer < depth:
                h = torch.tanh(h) if activation == 'tanh' else torch.relu(h)
        return ((h - y) ** 2 * importance).sum(1).mean()

    def after_steps(optimiser):
        weights = [part.clone().requires_grad_() for part in parts]
        steps = optimiser(weights)
        for _ in range(STEPS):
            steps.zero_grad()
            loss_of(weights).backward()
            steps.step()
        return listed(torch.cat([part.reshape(-1) for part in weights]))

    start = [part.clone().requires_grad_() for part in parts]
    loss = loss_of(start)
    loss.backward()
    return dict(
        shape=dict(inputs=inputs, width=width, depth=depth, outputs=outputs, activation=activation),
        inputs=listed(x), targets=listed(y), importance=listed(importance),
        theta=listed(torch.cat([part.reshape(-1) for part in parts])),
        loss=loss.item(), gradient=listed(torch.cat([part.grad.reshape(-1) for part in start])),
        adamw=after_steps(lambda w: torch.optim.AdamW(w, lr=0.02, weight_decay=0.1, eps=1e-8)),
        plain=after_steps(lambda w: torch.optim.SGD(w, lr=0.05)),
    )


print(json.dumps(dict(steps=STEPS, nets=[recorded(1, 5, 2, 1, 'tanh'), recorded(3, 4, 3, 2, 'relu'), recorded(2, 6, 1, 2, 'tanh')])))
