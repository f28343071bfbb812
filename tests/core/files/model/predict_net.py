import numpy as np
def predict_net(model, tensors, x, phi):  # x: [rows, inputs], phi: [rows, basis] -> z: [members, rows, heads]
    net, heads = model["net"], model["net"]["shape"]["heads"]
    w = {name[4:]: np.float64(t) for name, t in tensors.items() if name.startswith("net/")}
    relu, softplus = lambda v: np.maximum(v, 0), lambda v: np.logaddexp(0, v)
    hidden = relu(np.einsum("ni,imw->mnw", x, w["w1"] * w["r1"] * w["s1"]) + w["b1"].reshape(-1, 1, w["w2"].shape[0]))
    hidden = relu((hidden * w["r2"]) @ w["w2"] * w["s2"] + w["b2"])
    coefficients = hidden @ w["headHidden"] + (x @ w["headSkip"] if "headSkip" in w else 0) + w["headBias"]
    ends = np.cumsum([head["basis"] for head in heads])
    for head, end in zip(heads, ends):
        for column, sign, start in ((c["column"], c["sign"], c["start"]) for c in head.get("signed", [])):
            one = coefficients[..., end - head["basis"] + column]  # a view: written in place
            one[...] = sign * softplus(sign * one + np.log(np.expm1(start)))
    phi = np.concatenate([phi[:, : head["basis"]] for head in heads], axis=1)
    return np.add.reduceat(coefficients * phi, ends - [head["basis"] for head in heads], axis=-1) + net["offsets"]
