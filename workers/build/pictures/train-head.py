#!/usr/bin/env python3
"""Trains the last, linear layer of the image encoder: what a pretrained network sees, and colours -> 80 numbers.

    python3 workers/build/pictures/train-head.py PICTURES

PICTURES is a folder of the Grocery Store Dataset (MIT) with classes.csv and iconic/. Only its 81 product pictures are
used: they are laid out as heaps and shelves in 60 scenes each, of varied light, size, angle and surroundings. A linear
discriminant analysis then finds the directions in which scenes of one product stay together while products stay apart.
No photograph of the data set is looked at. Needs numpy, PyTorch and Pillow. Writes head.bin beside this file: float32
shift [80], float32 scale [80], int8 [inputs x 80]. About 25 minutes on two busy cores; the same seed gives the same file.
"""
import csv
import hashlib
import json
import random
import struct
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

SIDE = 224
SIZE = 80
SCENES = 60
SHRINKAGE = 0.3
COMPONENTS = 400
ROOT = Path(__file__).resolve().parents[3]


# --- The pretrained network: the weights that the build packs, as 8-bit numbers


def read_packed(path):
    """Returns the tensors of a packed file by name; see src/core/model/text/packed-tensors.ts for the layout."""
    data = path.read_bytes()
    (length,) = struct.unpack_from('<I', data, 8)
    at = 12
    head = json.loads(data[at:at + length])
    at = -(-(at + length) // 4) * 4
    tensors = {}
    for each in head['tensors']:
        shape, count = each['shape'], int(np.prod(each['shape']))
        if each['scaledBy'] == 'none':
            tensors[each['name']] = np.frombuffer(data, '<f4', count, at).reshape(shape)
            at += 4 * count
        else:
            scales = np.frombuffer(data, '<f4', shape[1], at)
            at += 4 * shape[1]
            tensors[each['name']] = np.frombuffer(data, 'i1', count, at).reshape(shape) * scales
            at = -(-(at + count) // 4) * 4
    return tensors


def conv(x, kernel, bias, stride, is_depthwise=False, is_bounded=True):
    """Padded as TensorFlow does: the odd pixel stands last."""
    rows, outputs = kernel.shape
    if is_depthwise:
        size, kernel = 3, kernel.reshape(3, 3, 1, outputs).transpose(3, 2, 0, 1)
    else:
        size = 3 if x.shape[1] * 9 == rows else 1
        kernel = kernel.reshape(size, size, -1, outputs).transpose(3, 2, 0, 1)
    n = x.shape[2]
    pad = max((-(-n // stride) - 1) * stride + size - n, 0)
    x = F.pad(x, (pad // 2, pad - pad // 2, pad // 2, pad - pad // 2))
    groups = outputs if is_depthwise else 1
    y = F.conv2d(x, torch.tensor(kernel.copy()), torch.tensor(bias.copy()), stride=stride, groups=groups)
    return y.clamp(0, 6) if is_bounded else y


BLOCKS = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
TAPS = (2, 5, 9, 11, 12, 16, 17)


def seen(tensors, x):
    """Returns the outputs of the tapped blocks, [pictures x channels x n x n] each."""
    take = lambda name: (tensors[f'{name}.kernel'], tensors[f'{name}.bias'])
    taps = []
    x = conv(x, *take('first'), 2)
    block = 0
    for expansion, _, repeats, stride in BLOCKS:
        for i in range(repeats):
            y = conv(x, *take(f'block{block}.expand'), 1) if expansion > 1 else x
            y = conv(y, *take(f'block{block}.depthwise'), stride if i == 0 else 1, is_depthwise=True)
            y = conv(y, *take(f'block{block}.project'), 1, is_bounded=False)
            x = y + x if i > 0 else y
            if block in TAPS:
                taps.append(x)
            block += 1
    taps.append(conv(x, *take('last'), 1))
    return taps


def colours(pixels):
    """Returns square roots of the shares of 4 x 9 x 10 colours in CIELAB, [pictures x 360]."""
    x = pixels.astype('f4') / 255
    x = np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    y = x @ to_xyz.T / np.array([0.9505, 1, 1.089])
    f = np.where(y > 0.008856, np.cbrt(y), 7.787 * y + 16 / 116)
    lightness, a, b = 116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])
    bin_of = lambda v, least, width, most: np.clip(np.floor((v - least) / width).astype(int), 0, most)
    k = (bin_of(lightness, 0, 25, 3) * 9 + bin_of(a, -60, 15, 8)) * 10 + bin_of(b, -60, 15, 9)
    counts = np.stack([np.bincount(each.ravel(), minlength=360) for each in k]).astype('f4')
    return np.sqrt(counts / counts.sum(1, keepdims=True))


def inputs_of(tensors, pictures):
    """[pictures x 224 x 224 x 3] bytes -> [pictures x inputs]: means and central means of each tap, then colours."""
    rows = []
    for at in range(0, len(pictures), 16):
        some = np.asarray(pictures[at:at + 16])
        x = torch.tensor(some.astype('f4') / 127.5 - 1).permute(0, 3, 1, 2)
        parts = []
        with torch.no_grad():
            for tap in seen(tensors, x):
                line = torch.exp(-((torch.linspace(-1, 1, tap.shape[2]) / 0.5) ** 2))
                weights = line[:, None] * line[None]
                parts += [tap.mean((2, 3)), (tap * weights).sum((2, 3)) / weights.sum()]
        small = some[:, ::4, ::4]
        parts += [torch.tensor(colours(small)), torch.tensor(colours(small[:, 14:42, 14:42]))]
        rows.append(torch.cat(parts, 1).numpy())
    x = np.concatenate(rows)
    return np.sign(x) * np.sqrt(np.abs(x))


# --- Scenes


def cutout(picture, is_pack):
    """Takes the white around a product away; what is white within a pack stays."""
    padded = Image.new('RGB', (picture.width + 2, picture.height + 2), (255, 255, 255))
    padded.paste(picture, (1, 1))
    white = np.asarray(padded).min(2) > 236
    outside = np.zeros(white.shape, bool)
    outside[[0, -1]] = True
    outside[:, [0, -1]] = True
    while True:
        grown = outside.copy()
        grown[1:] |= outside[:-1]
        grown[:-1] |= outside[1:]
        grown[:, 1:] |= outside[:, :-1]
        grown[:, :-1] |= outside[:, 1:]
        grown &= white
        if (grown == outside).all():
            break
        outside = grown
    inside = ~outside[1:-1, 1:-1]
    if is_pack:
        span = lambda m: np.maximum.accumulate(m, 1) & np.maximum.accumulate(m[:, ::-1], 1)[:, ::-1]
        inside = span(inside) | span(inside.T).T
    ys, xs = np.where(inside)
    mask = Image.fromarray((inside * 255).astype('u1')).filter(ImageFilter.MinFilter(3))
    found = picture.convert('RGBA')
    found.putalpha(mask.filter(ImageFilter.GaussianBlur(0.6)))
    return found.crop((xs.min(), ys.min(), xs.max() + 1, ys.max() + 1))


def put(canvas, product, x, y, size, angle, r):
    k = size / max(product.size)
    one = product.resize((max(2, int(product.width * k)), max(2, int(product.height * k))), Image.BILINEAR)
    if angle:
        one = one.rotate(angle, expand=True, resample=Image.BILINEAR)
    alpha = one.getchannel('A')
    one = ImageEnhance.Brightness(one.convert('RGB')).enhance(r.uniform(0.7, 1.15)).convert('RGBA')
    one.putalpha(alpha)
    corner = (int(x - one.width / 2), int(y - one.height / 2))
    if r.random() < 0.6:
        shadow = Image.new('RGBA', one.size, (0, 0, 0, 0))
        shadow.putalpha(alpha.point(lambda v: int(v * 0.45)))
        canvas.paste(shadow, (corner[0] + int(size * 0.05), corner[1] + int(size * 0.06)), shadow)
    canvas.paste(one, corner, one)


GROUNDS = [(40, 35, 30), (90, 90, 95), (150, 150, 150), (60, 80, 50), (120, 95, 70), (200, 200, 200), (20, 20, 25)]


def ground(r, noise):
    shape = (r.choice([2, 4, 8, 16]), r.choice([2, 4, 8, 16]), 3)
    pixels = np.array(r.choice(GROUNDS)) + noise.standard_normal(shape) * r.uniform(5, 45)
    return Image.fromarray(np.clip(pixels, 0, 255).astype('u1')).resize((SIDE, SIDE), Image.BICUBIC)


def scene(kind, products, is_pack, r, noise):
    """Returns a scene with one kind of product, alone or in a heap, among others."""
    canvas = ground(r, noise)
    pack = is_pack[kind]
    n = 1 if pack else r.choice([1, 1, 2, 2, 3, 3, 4, 5, 6, 7])
    if pack or r.random() < 0.35:
        around = [k for k in range(len(products)) if is_pack[k] == pack and k != kind]
        for _ in range(r.randrange(4, 25)):
            at = (r.uniform(0, SIDE), r.uniform(0, SIDE))
            put(canvas, products[r.choice(around)], *at, SIDE * r.uniform(0.15, 0.45), r.gauss(0, 12), r)
        canvas = canvas.filter(ImageFilter.GaussianBlur(r.uniform(0.5, 3)))
    if n == 1:
        size = SIDE * (r.uniform(0.5, 1.05) if pack else r.uniform(0.4, 1.3))
        spots = [(0.5 + r.uniform(-0.12, 0.12), 0.5 + r.uniform(-0.12, 0.12))]
    else:
        size = SIDE / n * r.uniform(0.95, 1.5)
        grid = [(x, y) for y in range(-1, n + 1) for x in range(-1, n + 1)]
        spots = [(x + 0.5 + r.uniform(-0.25, 0.25), y + 0.5 + r.uniform(-0.25, 0.25)) for x, y in grid]
        r.shuffle(spots)
    neighbour = r.randrange(len(products)) if r.random() < 0.5 else kind
    is_left = r.random() < 0.5
    for x, y in spots:
        at_edge = n > 1 and (x / n if is_left else 1 - x / n) < 0.18
        angle = r.gauss(0, 14) if pack else r.uniform(-180, 180) if r.random() < 0.7 else r.gauss(0, 15)
        one = products[neighbour if at_edge else kind]
        if not pack and r.random() < 0.5:
            one = one.transpose(Image.FLIP_LEFT_RIGHT)
        put(canvas, one, x * SIDE / n, y * SIDE / n, size * r.uniform(0.85, 1.15), angle, r)
    if r.random() < 0.3:
        draw = ImageDraw.Draw(canvas)
        for _ in range(r.randrange(1, 3)):
            x, y = r.uniform(0, SIDE), r.uniform(0, SIDE)
            box = (x, y, x + r.uniform(10, 90), y + r.uniform(10, 60))
            draw.rectangle(box, fill=tuple(r.randrange(256) for _ in range(3)))
    return lit(canvas, r, noise)


def lit(canvas, r, noise):
    """Varies light, colour cast, contrast, noise and sharpness."""
    a = (np.asarray(canvas).astype('f4') / 255) ** r.uniform(0.7, 1.3) * r.uniform(0.7, 1.15)
    a = a * np.array([r.uniform(0.85, 1.12), 1, r.uniform(0.75, 1.1)])
    if r.random() < 0.6:
        across = np.linspace(r.uniform(0.6, 1.1), r.uniform(0.6, 1.1), SIDE)
        down = np.linspace(r.uniform(0.7, 1.1), r.uniform(0.7, 1.1), SIDE)
        a = a * across[None, :, None] * down[:, None, None]
    middle = a.mean((0, 1), keepdims=True)
    a = middle + (a - middle) * r.uniform(0.75, 1.1)
    grey = a.mean(2, keepdims=True)
    a = grey + (a - grey) * r.uniform(0.7, 1.15)
    a = a + noise.standard_normal((SIDE, SIDE, 1)) * r.uniform(0, 0.03)
    picture = Image.fromarray((np.clip(a, 0, 1) * 255).astype('u1'))
    return picture.filter(ImageFilter.GaussianBlur(r.uniform(0.3, 1.6))) if r.random() < 0.6 else picture


# --- The head


def discriminants(z, kinds):
    """Directions [components x SIZE] by linear discriminant analysis with shrinkage (Fisher; Ledoit and Wolf)."""
    means = np.stack([z[kinds == k].mean(0) for k in range(kinds.max() + 1)])
    within = z - means[kinds]
    within = within.T @ within / len(z)
    apart = means - means.mean(0)
    within = within + SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within))
    values, vectors = np.linalg.eigh(within)
    white = vectors / np.sqrt(values)
    between = white.T @ (apart.T @ apart / len(means)) @ white
    return white @ np.linalg.eigh(between)[1][:, ::-1][:, :SIZE]


def fit(tensors, folder):
    """Returns the head: a matrix [inputs x SIZE] and a shift [SIZE]."""
    rows = list(csv.DictReader(open(folder / 'classes.csv')))
    pictures = [Image.open(folder / row['iconic']).convert('RGB') for row in rows]
    is_pack = [row['group'] == 'Packages' for row in rows]
    products = [cutout(*each) for each in zip(pictures, is_pack)]
    r, noise = random.Random(1), np.random.default_rng(1)
    kinds = range(len(rows))
    scenes = [np.asarray(scene(k, products, is_pack, r, noise)) for k in kinds for _ in range(SCENES)]
    x = inputs_of(tensors, scenes)
    iconic = [np.asarray(picture.resize((SIDE, SIDE), Image.BILINEAR)) for picture in pictures]
    own = inputs_of(tensors, iconic)
    mean, deviation = x.mean(0), x.std(0) + 1e-3
    parts = np.repeat([24, 32, 64, 96, 96, 320, 1280, 360], 2)
    widths = np.repeat(parts, parts)
    scale = 1 / (deviation * np.sqrt(widths))
    z, own = (x - mean) * scale, (own - mean) * scale
    # Covariance of the scenes; its greatest eigenvectors.
    components = np.linalg.eigh(z.T @ z / len(z))[1][:, ::-1][:, :COMPONENTS]
    number = np.arange(len(kinds))
    labels = np.concatenate([number.repeat(SCENES), number, number])
    w = components @ discriminants(np.concatenate([z, own, own]) @ components, labels)
    matrix = scale[:, None] * w
    return matrix, -(mean @ matrix)


def main():
    folder = Path(sys.argv[1])
    weights = sorted((ROOT / '.svelte-kit/language').glob('pictures.*.bin'))[0]
    tensors = read_packed(weights)
    matrix, shift = fit(tensors, folder)
    scales = np.abs(matrix).max(0) / 127
    whole = np.round(matrix / scales).astype('i1')
    out = shift.astype('<f4').tobytes() + scales.astype('<f4').tobytes() + whole.tobytes()
    target = Path(__file__).parent / 'head.bin'
    target.write_bytes(out)
    print(target, len(out), 'bytes, SHA-256', hashlib.sha256(out).hexdigest())


if __name__ == '__main__':
    main()
