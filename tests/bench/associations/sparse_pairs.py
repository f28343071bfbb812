"""Counts pairs of products in one order as SciPy's sparse product X'X. python3 sparse_pairs.py ORDERS PRODUCTS LEAST"""

import sys
from time import perf_counter

import numpy as np
from scipy import sparse

orders = np.fromfile(sys.argv[1], np.uint32)
products = np.fromfile(sys.argv[2], np.uint32)
least = int(sys.argv[3])

started = perf_counter()
kept = (np.bincount(products) >= least)[products]
x = sparse.csr_matrix((np.ones(kept.sum(), np.int32), (orders[kept], products[kept])))
x.data[:] = 1
pairs = sparse.triu(x.T @ x, k=1)
print(f"{perf_counter() - started:.2f} s, {(pairs.data >= least).sum()} pairs")
