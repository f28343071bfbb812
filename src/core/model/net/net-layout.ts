// The layout of a network's parameters in one flat vector.

import { outputCount, type NetShape } from './net.ts';

export type ParameterName =
  | 'w1'
  | 'r1'
  | 's1'
  | 'b1'
  | 'w2'
  | 'r2'
  | 's2'
  | 'b2'
  | 'headHidden'
  | 'headSkip'
  | 'headBias';

/** Something for each parameter. headSkip is absent where the network has no skip. */
export type ByParameter<T> = Readonly<Record<Exclude<ParameterName, 'headSkip'>, T>> & {
  readonly headSkip?: T | undefined;
};

/** One parameter tensor: its place in the flat vector, and whether weight decay applies to it. */
export interface Segment {
  readonly name: ParameterName;
  readonly shape: number[];
  readonly offset: number;
  readonly size: number;
  readonly decay: boolean;
}

/**
 * Returns the parameter tensors in the order of the flat vector. The first layer is stored as [inputs, members, width],
 * so that all members make one large product.
 */
export function segments(shape: NetShape): Segment[] {
  const { inputs, members, width } = shape;
  const outputs = outputCount(shape);
  const parts: [ParameterName, number[], boolean][] = [
    ['w1', [inputs, 1, width], true],
    ['r1', [inputs, members, 1], false],
    ['s1', [1, members, width], false],
    ['b1', [members * width], false],
    ['w2', [width, width], true],
    ['r2', [members, 1, width], false],
    ['s2', [members, 1, width], false],
    ['b2', [members, 1, width], false],
    ['headHidden', [members, width, outputs], true],
    ['headSkip', [members, inputs, outputs], true],
    ['headBias', [members, 1, outputs], false],
  ];
  let end = 0;
  const used = parts.filter(([name]) => name !== 'headSkip' || shape.hasSkip);
  return used.map(([name, partShape, decay]) => {
    const size = partShape.reduce((product, length) => product * length, 1);
    end += size;
    return { name, shape: partShape, offset: end - size, size, decay };
  });
}

export function parameterCount(shape: NetShape): number {
  const last = segments(shape).at(-1)!;
  return last.offset + last.size;
}
