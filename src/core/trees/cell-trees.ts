// Boosted trees over all cells of an action space for one product. Its own inputs decide most splits at once; what is left of a
// tree asks for some of week, channel, promotion and price only, and is added up over those, not over every cell.

import { nodeCount, treeCount, type BoostedTrees } from './boosted-trees.ts';

/** Cells in the order of their axes, the last fastest, with the inputs that each gives the trees. */
export interface CellInputs {
  readonly axes: readonly number[];
  /** [cells, columns] row-major. */
  readonly values: Float32Array;
}

/** Cells as they differ along some axes: one stands for all that are equal there. */
interface Projection {
  readonly representatives: Int32Array;
  /** Per cell, which of them stands for it. */
  readonly indexOfCell: Int32Array;
}

export class CellTrees {
  readonly #cells: CellInputs;
  readonly cellCount: number;
  readonly #columnCount: number;
  /** Per column, a bit for each axis along which it varies. */
  readonly #axesOfColumn: Uint32Array;
  readonly #projections = new Map<number, Projection>();

  constructor(cells: CellInputs) {
    this.#cells = cells;
    this.cellCount = cells.axes.reduce((count, size) => count * size, 1);
    this.#columnCount = cells.values.length / this.cellCount;
    this.#axesOfColumn = this.#findAxes();
  }

  /**
   * The value in every cell.
   * @param product its inputs; the cells' columns follow them in the inputs of the trees
   */
  valuesOf(trees: BoostedTrees, product: Float32Array): Float64Array {
    const sums = new Map<number, Float64Array>();
    const rest = new RestOfTree(trees, product, this.#axesOfColumn);
    for (let tree = 0; tree < treeCount(trees); tree++) {
      rest.read(tree);
      const projection = this.#projection(rest.axes);
      let sum = sums.get(rest.axes);
      if (!sum) sums.set(rest.axes, (sum = new Float64Array(projection.representatives.length)));
      for (let k = 0; k < sum.length; k++) {
        const from = projection.representatives[k]! * this.#columnCount;
        sum[k] = sum[k]! + rest.valueAt(this.#cells.values, from);
      }
    }
    const values = new Float64Array(this.cellCount).fill(trees.base);
    for (const [axes, sum] of sums) {
      const { indexOfCell } = this.#projection(axes);
      for (let cell = 0; cell < values.length; cell++)
        values[cell] = values[cell]! + sum[indexOfCell[cell]!]!;
    }
    return values;
  }

  #projection(axes: number): Projection {
    const known = this.#projections.get(axes);
    if (known) return known;
    const order = new Map<number, number>();
    const indexOfCell = Int32Array.from({ length: this.cellCount }, (_, cell) => {
      const representative = this.#along(cell, (axis, index) => ((axes >> axis) & 1 ? index : 0));
      if (!order.has(representative)) order.set(representative, order.size);
      return order.get(representative)!;
    });
    const projection = { representatives: Int32Array.from(order.keys()), indexOfCell };
    this.#projections.set(axes, projection);
    return projection;
  }

  #findAxes(): Uint32Array {
    const found = new Uint32Array(this.#columnCount);
    for (let cell = 0; cell < this.cellCount; cell++) {
      for (const axis of this.#cells.axes.keys()) {
        const other = this.#along(cell, (each, index) => (each === axis ? 0 : index));
        this.#noteDifferences(found, axis, [cell, other]);
      }
    }
    return found;
  }

  #noteDifferences(found: Uint32Array, axis: number, [cell, other]: [number, number]): void {
    const { values } = this.#cells;
    for (let j = 0; j < found.length; j++) {
      const differs = values[cell * found.length + j] !== values[other * found.length + j];
      if (differs) found[j] = found[j]! | (1 << axis);
    }
  }

  /** The cell whose place along each axis is what `move` makes of that of the given one. */
  #along(cell: number, move: (axis: number, index: number) => number): number {
    let stride = 1;
    let moved = 0;
    for (let axis = this.#cells.axes.length - 1; axis >= 0; axis--) {
      const size = this.#cells.axes[axis]!;
      moved += stride * move(axis, Math.floor(cell / stride) % size);
      stride *= size;
    }
    return moved;
  }
}

/** What a tree still asks when a product is given: its splits on the columns of cells. */
class RestOfTree {
  axes = 0;
  readonly #trees: BoostedTrees;
  readonly #product: Float32Array;
  readonly #axesOfColumn: Uint32Array;
  /** Node 0 is the root unless that is a leaf; leaf k is written as −1 − k. */
  #root = 0;
  #count = 0;
  readonly #column: Int32Array;
  readonly #threshold: Float32Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  #tree = 0;

  constructor(trees: BoostedTrees, product: Float32Array, axesOfColumn: Uint32Array) {
    this.#trees = trees;
    this.#product = product;
    this.#axesOfColumn = axesOfColumn;
    const nodes = nodeCount(trees.depth);
    this.#column = new Int32Array(nodes);
    this.#threshold = new Float32Array(nodes);
    this.#left = new Int32Array(nodes);
    this.#right = new Int32Array(nodes);
  }

  read(tree: number): void {
    this.#tree = tree;
    this.#count = 0;
    this.axes = 0;
    this.#root = this.#restAt(0);
  }

  /** values: the inputs of cells; those of one begin at `from`. */
  valueAt(values: Float32Array, from: number): number {
    let node = this.#root;
    while (node >= 0) {
      const goesLeft = values[from + this.#column[node]!]! < this.#threshold[node]!;
      node = goesLeft ? this.#left[node]! : this.#right[node]!;
    }
    return this.#trees.leaf[this.#tree * 2 ** this.#trees.depth - 1 - node]!;
  }

  #restAt(node: number): number {
    const { depth, column, threshold } = this.#trees;
    const nodes = nodeCount(depth);
    if (node >= nodes) return -1 - (node - nodes);
    const at = this.#tree * nodes + node;
    const input = column[at]!;
    if (input < 0) return this.#restAt(2 * node + 1);
    if (input < this.#product.length) {
      const goesLeft = this.#product[input]! < threshold[at]!;
      return this.#restAt(2 * node + (goesLeft ? 1 : 2));
    }
    const own = this.#count++;
    this.#column[own] = input - this.#product.length;
    this.#threshold[own] = threshold[at]!;
    this.axes |= this.#axesOfColumn[this.#column[own]]!;
    this.#left[own] = this.#restAt(2 * node + 1);
    this.#right[own] = this.#restAt(2 * node + 2);
    return own;
  }
}
