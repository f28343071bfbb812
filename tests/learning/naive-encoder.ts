import type { EncoderWeights, LayerWeights } from '#core/model/text/encoder-weights.ts';

type Rows = number[][];

/** The encoder in plain arrays and double precision, one text at a time, without padding. */
export function naiveEmbedding(weights: EncoderWeights, tokens: readonly number[]): number[] {
  let x: Rows = tokens.map((token, position) =>
    Array.from({ length: 256 }, (_, i) => {
      const angle = position * weights.frequencies[i % 128]!;
      return (
        2 * weights.embedding[token * 256 + i]! + (i < 128 ? Math.sin(angle) : Math.cos(angle))
      );
    }),
  );
  weights.layers.forEach((layer, i) => {
    const carried = i === 0 ? times(x, weights.widen, weights.widenBias) : x;
    const attended = attend(normal(x, layer.attentionNormScale, layer.attentionNormShift), layer);
    x = plus(times(attended, layer.attentionOutput, layer.attentionOutputBias), carried);
    const rested = normal(x, layer.feedForwardNormScale, layer.feedForwardNormShift);
    const hidden = times(rested, layer.feedForwardIn, layer.feedForwardInBias);
    const positive = hidden.map((row) => row.map((value) => Math.max(0, value)));
    x = plus(x, times(positive, layer.feedForwardOut, layer.feedForwardOutBias));
  });
  const mean = x[0]!.map((_, i) => x.reduce((sum, row) => sum + row[i]!, 0) / x.length);
  const sentence = times([mean], weights.sentence, weights.sentenceBias)[0]!.map(Math.tanh);
  const length = Math.hypot(...sentence);
  return sentence.map((value) => value / length);
}

function attend(x: Rows, layer: LayerWeights): Rows {
  const width = x[0]!.length;
  const size = width / 4;
  const all = times(x, layer.queryKeyValue, layer.queryKeyValueBias);
  return all.map((row) =>
    Array.from({ length: width }, (_, i) => {
      const head = Math.floor(i / size) * size;
      const likeness = all.map((other) => {
        let sum = 0;
        for (let j = head; j < head + size; j++) sum += row[j]! * other[width + j]!;
        return Math.exp(sum / Math.sqrt(size));
      });
      const total = likeness.reduce((sum, value) => sum + value, 0);
      return all.reduce((sum, other, k) => sum + (likeness[k]! / total) * other[2 * width + i]!, 0);
    }),
  );
}

function normal(x: Rows, scale: Float32Array, shift: Float32Array): Rows {
  return x.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    return row.map(
      (value, i) => ((value - mean) / Math.sqrt(variance + 1e-6)) * scale[i]! + shift[i]!,
    );
  });
}

function times(x: Rows, kernel: Float32Array, bias: Float32Array): Rows {
  return x.map((row) =>
    Array.from(bias, (start, column) =>
      row.reduce((sum, value, i) => sum + value * kernel[i * bias.length + column]!, start),
    ),
  );
}

function plus(a: Rows, b: Rows): Rows {
  return a.map((row, i) => row.map((value, j) => value + b[i]![j]!));
}
