import type { ExportFormat } from './export-format.ts';
import { EXPORT_FORMATS } from './formats.ts';
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

/** Of each platform, the money that lines which are left out gave back for their orders. */
type PlatformRefunds = Map<string, Map<string, number>>;

interface Noted {
  /** The format that tells of an order. */
  readonly tellers: Map<string, string>;
  readonly refunds: PlatformRefunds;
}

/** Notes which format tells of an order, and what others say was given back for it. */
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

/** What the lines of an order say themselves was given back for it counts before what others do. */
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
