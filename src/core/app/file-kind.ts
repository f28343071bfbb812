import { HEADER_PATH } from '../files/project/manifest.ts';

/** What Debut can do with a file that arrived outside a field. null: nothing. */
export type FileKind = 'table' | 'project' | 'model' | null;

/** Number of bytes at the beginning that decide the kind. */
export const TELLING_BYTES = 512;

const TABLE_NAME = /\.(?:csv|tsv|tab|txt|xlsx|xls|parquet|arrow|arrows|feather|zip|gz)$/i;
const NO_ENDING = /^[^.]*$/;

export const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04];
export const GZIP: readonly number[] = [0x1f, 0x8b];
/** "PAR1" */
const PARQUET = [0x50, 0x41, 0x52, 0x31];
/** "ARROW1"; before 2020, "FEA1". */
const ARROW = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];
const FEATHER = [0x46, 0x45, 0x41, 0x31];
const TABLES = [PARQUET, ARROW, FEATHER];
/** Byte offset in a zip of the length of the first file name; below, of that name. */
const ZIP_NAME_LENGTH = 26;
const ZIP_NAME = 30;
/**
 * A model file begins with the length of its header in eight bytes. The last four are zero in any file that fits into
 * memory.
 */
const MODEL_HEADER = 8;
const OPENING_BRACE = 0x7b;

/**
 * Returns the kind of a file by its name and first bytes. The reader of that kind may still reject it, with a more
 * precise message.
 */
export function fileKind(name: string, beginning: Uint8Array): FileKind {
  if (/\.debut$/i.test(name) || isProject(beginning)) return 'project';
  if (/\.safetensors$/i.test(name) || isModel(beginning)) return 'model';
  if (TABLE_NAME.test(name) || TABLES.some((mark) => startsWith(beginning, mark))) return 'table';
  return NO_ENDING.test(name) && mayHoldTable(beginning) ? 'table' : null;
}

function isProject(beginning: Uint8Array): boolean {
  if (!startsWith(beginning, ZIP)) return false;
  const length = (beginning[ZIP_NAME_LENGTH] ?? 0) + 256 * (beginning[ZIP_NAME_LENGTH + 1] ?? 0);
  const first = beginning.subarray(ZIP_NAME, ZIP_NAME + length);
  return String.fromCharCode(...first) === HEADER_PATH;
}

function isModel(beginning: Uint8Array): boolean {
  const highBytes = beginning.subarray(MODEL_HEADER / 2, MODEL_HEADER);
  return beginning[MODEL_HEADER] === OPENING_BRACE && highBytes.every((byte) => byte === 0);
}

/** Returns whether bytes are compressed or text: without a file extension there is no other evidence. */
function mayHoldTable(beginning: Uint8Array): boolean {
  if (startsWith(beginning, ZIP) || startsWith(beginning, GZIP)) return true;
  return beginning.length > 0 && !beginning.includes(0);
}

/** Returns whether bytes begin with those of a signature. */
export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
