// The two parts that describe a project file. debut.json comes first and is never encrypted: it states the format and
// the encryption, if any. manifest.json comes last, when all is known: it lists every other part with its size and
// checksum.

import { AppError } from '#core/base/errors.ts';
import { ownValue } from '#core/base/lookup.ts';
import {
  count,
  exactly,
  list,
  moment,
  nullable,
  object,
  oneIn,
  such,
  text,
  type Form,
} from '../form/form.ts';
import { RECORD_KINDS, type RecordKind } from './project-records.ts';
import { isPartPath } from './part-path.ts';

export const HEADER_PATH = 'debut.json';
export const MANIFEST_PATH = 'manifest.json';

const FORMAT = 'debut-project';
/** Rises with every change of the parts' contents. A newer file is refused. */
export const FORMAT_VERSION = 1;

/** How keys are derived and parts encrypted. The README in this folder explains how to decrypt with other programs. */
export interface Encryption {
  readonly cipher: 'AES-256-GCM';
  readonly derivation: 'PBKDF2-SHA-256';
  readonly iterations: number;
  /** 16 bytes, hexadecimal. */
  readonly salt: string;
  /** An encrypted empty part, hexadecimal. It distinguishes a wrong passphrase from a damaged file. */
  readonly check: string;
}

export interface ProjectHeader {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** Null where the file is not encrypted: anyone who has it can read it. */
  readonly encryption: Encryption | null;
}

/** launches: a readable copy of the columns, for people and other programs; never read back. */
export type PartKind = RecordKind | 'launches';

export interface ProjectPart {
  readonly path: string;
  readonly kind: PartKind;
  /** Number of its data set in the file; null where the part belongs to all. */
  readonly dataSet: number | null;
  /** Size of the content before encryption. */
  readonly bytes: number;
  /** SHA-256 of the bytes that a ZIP program extracts, hexadecimal; for an encrypted part, of the encrypted bytes. */
  readonly sha256: string;
  /** Number of launches, rows, products or plans. */
  readonly rows: number;
}

export interface NamedDataset {
  readonly number: number;
  readonly name: string;
  readonly rows: number;
}

export interface ProjectManifest {
  /** Schema version of the database that the file was saved from. */
  readonly schemaVersion: number;
  readonly savedAt: number;
  readonly dataSets: readonly NamedDataset[];
  readonly parts: readonly ProjectPart[];
}

/** Limits in bytes. A larger file was made to fill memory and disk, or does not fit one ZIP. */
export const MOST_PART_BYTES = 256_000_000;
export const MOST_TOTAL_BYTES = 8_000_000_000;
export const MOST_MANIFEST_BYTES = 32_000_000;
export const MOST_HEADER_BYTES = 4_096;
/** Limit of the ratio of unpacked to packed size, for parts above the harmless size. */
const MOST_RATIO = 200;
const HARMLESS_BYTES = 1_000_000;
const MOST_DATASETS = 10_000;
/** Limits of PBKDF2 iterations: with fewer, guessing is fast; with more, a page would hang. */
const ITERATIONS = { least: 100_000, most: 10_000_000 };

const hex = (bytes: number): Form<string> =>
  such(text, `${bytes} bytes in hexadecimal digits`, (digits) => {
    return digits.length === 2 * bytes && /^[0-9a-f]*$/.test(digits);
  });

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const header = object<ProjectHeader>({
  format: exactly(FORMAT),
  version: count,
  encryption: nullable(
    object<Encryption>({
      cipher: exactly('AES-256-GCM'),
      derivation: exactly('PBKDF2-SHA-256'),
      iterations: such(count, 'iterations', (iterations) => {
        return iterations >= ITERATIONS.least && iterations <= ITERATIONS.most;
      }),
      salt: hex(SALT_BYTES),
      check: hex(NONCE_BYTES + TAG_BYTES),
    }),
  ),
});

const part = object<ProjectPart>({
  path: such(text, 'the path of a part', isPartPath),
  kind: oneIn<PartKind>([...RECORD_KINDS, 'launches']),
  dataSet: nullable(count),
  bytes: such(count, `at most ${MOST_PART_BYTES} bytes`, (bytes) => bytes <= MOST_PART_BYTES),
  sha256: hex(32),
  rows: count,
});

const manifest = such(
  object<ProjectManifest>({
    schemaVersion: count,
    savedAt: moment,
    dataSets: list(object<NamedDataset>({ number: count, name: text, rows: count })),
    parts: list(part),
  }),
  'parts of the data sets that it names',
  ({ dataSets, parts }) => {
    const numbers = new Set(dataSets.map(({ number }) => number));
    return (
      dataSets.length <= MOST_DATASETS &&
      numbers.size === dataSets.length &&
      parts.every(({ dataSet, kind }) => {
        return kind === 'settings' ? dataSet === null : dataSet !== null && numbers.has(dataSet);
      })
    );
  },
);

/** Returns the header of a file with this encryption, in the current format version. */
export function headerOf(encryption: Encryption | null): ProjectHeader {
  return { format: FORMAT, version: FORMAT_VERSION, encryption };
}

/**
 * Reads debut.json. Throws AppError project-file-version where a newer app wrote it, or project-file-unreadable where
 * it is not a header.
 */
export function readHeader(json: string): ProjectHeader {
  const value = parsed(json);
  const isOurs = isObject(value) && ownValue(value, 'format') === FORMAT;
  const version = isOurs ? ownValue(value, 'version') : undefined;
  if (typeof version === 'number' && version > FORMAT_VERSION) throw newer('format', version);
  return readAs(header, value, HEADER_PATH);
}

/**
 * Reads manifest.json. Throws AppError project-file-version where a newer app wrote it, project-file-too-large where
 * its parts unpack to too many bytes, project-file-unreadable where it is not a manifest.
 * @param schemaVersion schema version of the database that the file will be restored to
 */
export function readManifest(json: string, schemaVersion: number): ProjectManifest {
  const read = readAs(manifest, parsed(json), MANIFEST_PATH);
  if (read.schemaVersion > schemaVersion) throw newer('database', read.schemaVersion);
  const bytes = read.parts.reduce((sum, each) => sum + each.bytes, 0);
  if (bytes > MOST_TOTAL_BYTES) throw tooLarge(bytes);
  return read;
}

/**
 * Returns whether an unpacked size is plausible for its packed size, rather than a decompression bomb. Writers store
 * parts above the limit uncompressed.
 */
export function isBelievable(bytes: number, packedBytes: number): boolean {
  return bytes <= HARMLESS_BYTES || bytes <= MOST_RATIO * packedBytes;
}

/** Returns the AppError project-file-too-large for a file that unpacks to too many bytes. */
export function tooLarge(bytes: number): AppError {
  return new AppError('project-file-too-large', `expected less to unpack, got ${bytes} bytes`);
}

/**
 * Reads a value with a form. Throws AppError project-file-unreadable where it does not match, as `asProjectFile` does.
 */
export function readAs<T>(form: Form<T>, value: unknown, path: string): T {
  return asProjectFile(path, () => form(value, path));
}

/**
 * Runs a read and turns its errors into those of project files. Errors of model files and unexpected errors become
 * project-file-version or project-file-unreadable; other AppErrors are unchanged.
 */
export function asProjectFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'model-file-version') throw newer(path, NaN);
    const isKnown = cause instanceof AppError && !cause.code.startsWith('model-file');
    if (isKnown) throw cause;
    const message = `expected ${path} as it is written, got: ${String(cause)}`;
    throw new AppError('project-file-unreadable', message, {}, { cause });
  }
}

function parsed(json: string): unknown {
  return asProjectFile('JSON', () => JSON.parse(json) as unknown);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function newer(what: string, version: number): AppError {
  const message = `expected a version of ${what} that is known, got ${version}`;
  return new AppError('project-file-version', message);
}
