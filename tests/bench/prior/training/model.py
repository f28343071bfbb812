"""The launch Transformer: past launches as tokens, units as a mixture of normal distributions.

Each launch is one token: its fields, and its units where they are known. Launches attend to the context only, so that
forecasts do not depend on each other."""
import torch
from torch import nn
from torch.nn import functional as F

from fields import EXPERT_PARTS, EXPERTS, TEXT_PARTS
from shops import LABELS

CODE = 6  # random numbers that stand for a label, so that equal labels can be found
MOST_LEVELS = 256
NORMALS = 8


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key_value, self.out = nn.Linear(width, width), nn.Linear(width, 2 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.temperature = nn.Parameter(torch.zeros(heads))

    def forward(self, x, learnt):
        normed = self.before(x)
        split = lambda values: values.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        # Attention over more launches would become flatter: its scale grows with the logarithm of their number.
        scale = 1 + self.temperature * (torch.log(torch.tensor(float(learnt))) - 4.5)
        query = split(self.query(normed)) * scale[None, :, None, None]
        key, value = (split(part) for part in self.key_value(normed[:, :learnt]).chunk(2, dim=-1))
        seen = F.scaled_dot_product_attention(query, key, value)
        x = x + self.out(seen.transpose(1, 2).flatten(2))
        return x + self.down(F.gelu(self.up(self.between(x))))


class LaunchTransformer(nn.Module):
    def __init__(self, inputs, width=96, layers=5):
        super().__init__()
        heads, inner = width // 24, int(2.67 * width)
        self.fields = nn.Sequential(nn.Linear(inputs + CODE * len(LABELS), 2 * width), nn.GELU(), nn.Linear(2 * width, width))
        self.sales = nn.Linear(4, width)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        self.head = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, 3 * NORMALS + len(EXPERTS)))
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.trunc_normal_(module.weight, std=module.in_features ** -0.5)
                nn.init.zeros_(module.bias)
        for layer in self.layers:
            for linear in (layer.out, layer.down):
                nn.init.zeros_(linear.weight)
        nn.init.trunc_normal_(self.head[-1].weight, std=0.01)
        with torch.no_grad():
            self.head[-1].bias[:NORMALS] = torch.linspace(-1.5, 1.5, NORMALS)
            self.head[-1].bias[NORMALS:2 * NORMALS] = -0.5

    def forward(self, inputs, codes, z, sold_out, learnt, table=None):
        """inputs [shops, launches, inputs]; codes [shops, launches, labels]; z and sold_out [shops, launches], of which
        those of the context are read. Returns the distribution of z of the later launches: centres, ln spreads and
        ln weights, [shops, later, normals].

        table: numbers that stand for labels, [shops, labels, levels, CODE]; drawn anew for each batch where it is None, so that
        only equality counts."""
        shops, count, _ = inputs.shape
        if table is None:
            table = torch.randn(shops, len(LABELS), MOST_LEVELS, CODE)
        known = (codes >= 0) & (codes < MOST_LEVELS)
        index = codes.clamp(0, MOST_LEVELS - 1).transpose(1, 2)[..., None].expand(-1, -1, -1, CODE)
        coded = table.gather(2, index).transpose(1, 2) * known[..., None]
        x = self.fields(torch.cat([inputs, coded.flatten(2)], dim=-1))
        own = torch.stack([z[:, :learnt], z[:, :learnt] - inputs[:, :learnt, 0], sold_out[:, :learnt], torch.ones_like(z[:, :learnt])], dim=-1)
        x = torch.cat([x[:, :learnt] + self.sales(own), x[:, learnt:]], dim=1)
        for layer in self.layers:
            x = layer(x, learnt)
        return self.distribution(self.head(self.last(x[:, learnt:])), inputs[:, learnt:])

    def distribution(self, out, later):
        """Starts from the experts: their weighted mean is added to all centres."""
        centres, spreads, weights, trust = out.split([NORMALS, NORMALS, NORMALS, len(EXPERTS)], dim=-1)
        experts = later[..., 0:EXPERT_PARTS * len(EXPERTS):EXPERT_PARTS]
        start = (torch.softmax(trust, dim=-1) * experts).sum(dim=-1, keepdim=True)
        return start + centres, spreads.clamp(-4, 2), F.log_softmax(weights, dim=-1)


def log_density(distribution, z):
    centres, spreads, weights = distribution
    return torch.logsumexp(weights - spreads - 0.5 * ((z[..., None] - centres) * torch.exp(-spreads)) ** 2 - 0.9189385, dim=-1)


def log_above(distribution, z):
    """Returns the logarithm of the chance of more than z."""
    centres, spreads, weights = distribution
    return torch.logsumexp(weights + torch.special.log_ndtr(-(z[..., None] - centres) * torch.exp(-spreads)), dim=-1)
