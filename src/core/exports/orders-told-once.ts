import type { ExportFormat } from './export-format.ts';
import { EXPORT_FORMATS } from './formats.ts';
import { orderKey } from './order-key.ts';
import type { OrderLines } from './order-lines.ts';
import { takeLines } from './take-lines.ts';

export interface LineFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly lines: OrderLines;
}

interface ToldOnce {
  readonly files: readonly LineFile[];
  /** Lines left out of files that repeat others. */
  readonly repeated: number;
}

/**
 * A platform may write its orders twice, as a list of orders and as one of payments, in lines that no two of which look alike:
 * an order is taken from the export that stands first among the formats, and from others only what came back of it.
 */
export function ordersToldOnce(files: readonly LineFile[]): ToldOnce {
  const place = ({ format }: LineFile) => EXPORT_FORMATS.findIndex(({ id }) => id === format.id);
  const inTurn = files.toSorted((a, b) => place(a) - place(b));
  const tellers = new Map<string, string>();
  const told = inTurn.map((file) => (isAlone(file, files) ? file : withoutTold(file, tellers)));
  const rowCount = (some: readonly LineFile[]) =>
    some.reduce((count, { lines }) => count + lines.rowCount, 0);
  return { files: told, repeated: rowCount(files) - rowCount(told) };
}

function isAlone({ format }: LineFile, files: readonly LineFile[]): boolean {
  const { platform, id } = format;
  return files.every((other) => other.format.platform !== platform || other.format.id === id);
}

/** Notes in `tellers` which format tells of an order. */
function withoutTold(file: LineFile, tellers: Map<string, string>): LineFile {
  const { format, lines } = file;
  const isTold = lines.orderId.texts.map((text) => {
    const order = JSON.stringify([format.platform, orderKey(text)]);
    const teller = text === '' ? format.id : (tellers.get(order) ?? format.id);
    tellers.set(order, teller);
    return teller !== format.id;
  });
  const { codes } = lines.orderId;
  const taken = Uint32Array.from(codes.keys()).filter(
    (line) => !isTold[codes[line]!] || lines.quantity[line]! < 0,
  );
  return taken.length === lines.rowCount ? file : { ...file, lines: takeLines(lines, taken) };
}
