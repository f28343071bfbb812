// npm run bench:prior [-- --parts parity,real-windows,responses,whole-tables]
// Measures what a Transformer that was trained on invented shops knows of small shops. It is not part of the app:
// tests/bench/prior/README.md says why, and how it is trained.
// - parity: the network in TypeScript against PyTorch
// - real-windows: forecasts of real tables cut to 60 and 200 launches, compared with the blend
// - responses: how well forecasts of the demo shop's new products follow what decisions really do
// - whole-tables: the Gaussian process that it starts from, alone, on whole real tables
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { parity } from './prior/parity.ts';
import { realWindows } from './prior/real-windows.ts';
import { responses } from './prior/responses.ts';
import { wholeTables } from './prior/whole-tables.ts';
import { runParts } from './run-parts.ts';

const { values: given } = parseArgs({ options: { parts: { type: 'string' } } });
await runParts(
  { parity, 'real-windows': realWindows, responses, 'whole-tables': wholeTables },
  given.parts,
);
