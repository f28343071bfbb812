import type { ExportFormat } from '../export-format.ts';
import { EXPORT_FORMATS } from '../formats.ts';
import { orderKey } from './order-key.ts';
import type { OrderLines } from './order-lines.ts';
import { withOrderRefunds } from './refund-rows.ts';
import { takeLines } from './take-lines.ts';

export interface LineFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly lines: OrderLines;
}

interface ToldOnce {
  readonly files: readonly LineFile[];
  /** Lines left out because another file describes their order. */
  readonly repeated: number;
}

/**
 * Keeps one description of each order. A platform may export its orders twice, as orders and as payments, in lines that
 * do not look alike. The lines come from the export that is first among the formats. The others contribute only returns
 * and refunds.
 */
export function deduplicateOrders(files: readonly LineFile[]): ToldOnce {
  const place = ({ format }: LineFile) => EXPORT_FORMATS.findIndex(({ id }) => id === format.id);
  const inTurn = files.toSorted((a, b) => place(a) - place(b));
  const tellers = new Map<string, string>();
  const refunds: PlatformRefunds = new Map();
  const told = inTurn.map((file) =>
    isAlone(file, files) ? file : withoutTold(file, { tellers, refunds }),
  );
  const rowCount = (some: readonly LineFile[]) =>
    some.reduce((count, { lines }) => count + lines.rowCount, 0);
  return {
    files: told.map((file) => refunded(file, refunds)),
    repeated: rowCount(files) - rowCount(told),
  };
}

function isAlone({ format }: LineFile, files: readonly LineFile[]): boolean {
  const { platform, id } = format;
  return files.every((other) => other.format.platform !== platform || other.format.id === id);
}

/** By platform and order, the money refunded by lines that are left out. */
type PlatformRefunds = Map<string, Map<string, number>>;

interface Noted {
  /** Format that describes an order. */
  readonly tellers: Map<string, string>;
  readonly refunds: PlatformRefunds;
}

/** Records which format describes an order, and the refunds that others state for it. */
function withoutTold(file: LineFile, { tellers, refunds }: Noted): LineFile {
  const { format, lines } = file;
  const { texts, codes } = lines.orderId;
  const isTold = texts.map((text) => {
    const order = JSON.stringify([format.platform, orderKey(text)]);
    const teller = text === '' ? format.id : (tellers.get(order) ?? format.id);
    tellers.set(order, teller);
    return teller !== format.id;
  });
  const ofOrders = refunds.get(format.platform) ?? new Map<string, number>();
  refunds.set(format.platform, ofOrders);
  const taken = Uint32Array.from(codes.keys()).filter((line) => {
    const isTaken = !isTold[codes[line]!] || lines.quantity[line]! < 0;
    const order = orderKey(texts[codes[line]!]!);
    if (!isTaken) ofOrders.set(order, (ofOrders.get(order) ?? 0) + lines.refunded[line]!);
    return isTaken;
  });
  return taken.length === lines.rowCount ? file : { ...file, lines: takeLines(lines, taken) };
}

/** Adds refunds from other exports, unless an order's own lines state any. */
function refunded(file: LineFile, refunds: PlatformRefunds): LineFile {
  const { lines, format } = file;
  const ofOrders = new Map(refunds.get(format.platform));
  const { texts, codes } = lines.orderId;
  codes.forEach((code, line) => {
    if (lines.refunded[line]! > 0) ofOrders.delete(orderKey(texts[code]!));
  });
  const isSome = [...ofOrders.values()].some((amount) => amount > 0);
  return isSome ? { ...file, lines: withOrderRefunds(lines, ofOrders) } : file;
}
