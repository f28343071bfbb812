"""The bench's network in PyTorch, on one thread: its loss and gradients, and the time of a training step.

Takes the problem's folder as argument. Reads commands from stdin and answers each with a line of JSON on stdout."""
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import softplus

torch.set_num_threads(1)
folder = Path(sys.argv[1])
problem = json.loads((folder / 'problem.json').read_text())
K, W, P, HEADS, BATCH = (problem[name] for name in ('members', 'width', 'inputs', 'heads', 'batch'))


def floats(name, *shape):
    return torch.from_numpy(np.fromfile(folder / f'{name}.f32', np.float32)).reshape(*shape)


rows = {'x': floats('x', -1, P), 'phi': floats('phi', -1, HEADS, problem['basis'])}
for name in ('soft', 'square', 'target', 'constant'):
    rows[name] = floats(name, -1, HEADS)
pool = floats('pool', -1)
offsets = torch.tensor(problem['offsets'])
signed = torch.tensor([each['output'] for each in problem['signed']])
sign = torch.tensor([float(each['sign']) for each in problem['signed']])
shift = torch.tensor([each['shift'] for each in problem['signed']])
theta = floats('theta', -1)
parameters, decaying = {}, []
for part in problem['segments']:
    values = theta[part['offset']:part['offset'] + part['size']].reshape(part['shape']).clone()
    parameters[part['name']] = values.requires_grad_()
    if part['decay']:
        decaying.append(part['name'])
mask_shapes = [(K, BATCH, W), (K, BATCH, W), (K, BATCH, P)]


def masks(starts):
    sizes = [np.prod(shape) for shape in mask_shapes]
    return [pool[start:start + size].view(shape) for start, size, shape in zip(starts, sizes, mask_shapes)]


def loss_of(picked, drop):
    p = parameters
    x = rows['x'][picked]
    every_member = (p['w1'] * p['r1'] * p['s1']).view(P, K * W)
    first = torch.relu(torch.addmm(p['b1'], x, every_member)).view(-1, K, W).transpose(0, 1)
    hidden1 = first * drop[0]
    shared = torch.matmul(hidden1 * p['r2'], p['w2'])
    hidden2 = torch.relu(shared * p['s2'] + p['b2']) * drop[1]
    skip = x * drop[2]
    raw = torch.bmm(hidden2, p['headHidden']) + torch.bmm(skip, p['headSkip']) + p['headBias']
    own = sign * raw[..., signed]
    raw = raw.index_copy(-1, signed, sign * softplus(own + shift))
    z = (raw.view(K, -1, HEADS, problem['basis']) * rows['phi'][picked]).sum(-1) + offsets
    losses = (rows['soft'][picked] * softplus(z) + rows['square'][picked] * (0.5 * z * z)
              - rows['target'][picked] * z + rows['constant'][picked])
    return losses.sum() / (K * len(picked))


def optimiser():
    others = [p for name, p in parameters.items() if name not in decaying]
    groups = [{'params': [parameters[name] for name in decaying], 'weight_decay': problem['weightDecay']},
              {'params': others, 'weight_decay': 0}]
    return torch.optim.AdamW(groups, lr=problem['learningRate'], fused=True)


adamw = optimiser()
rng = np.random.default_rng(1)


def step():
    picked = torch.from_numpy(rng.integers(0, len(rows['x']), BATCH))
    drop = masks([int(rng.integers(0, len(pool) - K * BATCH * max(W, P))) for _ in mask_shapes])
    adamw.zero_grad()
    loss = loss_of(picked, drop)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(list(parameters.values()), problem['clipNorm'])
    adamw.step()


def check(starts):
    """Returns the loss on the first rows at the initial weights and writes its gradient. Must run before any step."""
    loss = loss_of(torch.arange(BATCH), masks(starts))
    loss.backward()
    gradient = torch.cat([parameters[part['name']].grad.reshape(-1) for part in problem['segments']])
    gradient.numpy().astype(np.float32).tofile(folder / 'torch-gradient.f32')
    return {'loss': loss.item()}


def timed(count):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        step()
        times.append(1000 * (time.perf_counter() - start))
    return times


def product_speed():
    """Returns billions of floating-point operations a second in a matrix product.

    The figure shows whether PyTorch has an optimised BLAS."""
    size, repeats = 512, 20
    a, b = torch.randn(size, size), torch.randn(size, size)
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        torch.matmul(a, b)
        seconds.append(time.perf_counter() - start)
    return 2e-9 * size ** 3 / min(seconds)


def answer(command):
    if 'check' in command:
        return check(command['check'])
    return timed(command['steps']) if 'steps' in command else product_speed()


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
