import { AppError } from '#core/base/errors.ts';
import {
  headerOf,
  HEADER_PATH,
  MANIFEST_PATH,
  MOST_MANIFEST_BYTES,
  MOST_PART_BYTES,
  readManifest,
  tooLarge,
  type NamedDataset,
  type PartKind,
  type ProjectPart,
} from '#core/files/project/manifest.ts';
import { launchesCsv } from '#core/files/project/launches-csv.ts';
import { rowsIn } from '#core/files/project/project-records.ts';
import {
  readPart,
  suffixOf,
  writePart,
  type PartContent,
} from '#core/files/project/part-content.ts';
import type { FiledColumn, FiledDataset } from '#core/files/project/project-records.ts';
import { WholeProject } from '#core/files/project/whole-project.ts';
import type { SavedProject, SaveProjectRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { SCHEMA_VERSION } from '#storage/database/database.ts';
import {
  assertUnchanged,
  listProject,
  loadFiledSettings,
  recordsOf,
  type ProjectListing,
  type ProjectRecord,
} from '#storage/project/project-listing.ts';
import { whileStoring } from '#storage/database/work-lock.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { sha256Of } from '#workers/runtime/sha256.ts';
import { newCipher, type PartCipher } from './part-cipher.ts';
import { manifestBound, sealedPath } from './part-names.ts';
import { openSink } from './project-sink.ts';
import { packed, ZipWriter } from './zip-writer.ts';

/**
 * Saves everything that is stored to one file, record by record. Each record is checked as restoring would check it. A
 * stop or failure leaves no file, or the previous one. Throws AppError project-damaged where a data set is incomplete
 * and could not be restored.
 */
export function saveProject(request: SaveProjectRequest, job: Job): Promise<SavedProject> {
  return whileStoring(() => save(request, job));
}

async function save({ target, passphrase }: SaveProjectRequest, job: Job): Promise<SavedProject> {
  const paced = new ThrottledJob(job);
  const listing = await listProject();
  const sealing = passphrase === null ? null : await newCipher(passphrase);
  const sink = await openSink(target);
  try {
    const writer = new ProjectWriter(new ZipWriter(sink), sealing?.cipher ?? null);
    const header = JSON.stringify(headerOf(sealing?.encryption ?? null));
    await writer.begin(header);
    await writeRecords(listing, writer, paced);
    await assertUnchanged(listing);
    const savedAt = Date.now();
    const bytes = await writer.finish({ listing, savedAt, header });
    job.signal.throwIfAborted();
    const datasetCount = listing.datasets.length;
    const leftOut = listing.datasets.flatMap((each) => each.leftOut ?? []);
    return { file: await sink.close(), savedAt, bytes, datasetCount, leftOut };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

async function writeRecords(
  { datasets, recordCount }: ProjectListing,
  writer: ProjectWriter,
  job: ThrottledJob,
): Promise<void> {
  let done = 0;
  const step = () => job.step({ phase: 'save', done: done++, total: recordCount });
  for (const [index, dataset] of datasets.entries()) {
    const named = namedDataset(dataset.record, index);
    await orDamaged(named, async () => {
      for await (const each of recordsOf(dataset)) {
        await step();
        await writer.write(named.number, each);
      }
      await writer.endOfDataset(named);
    });
  }
  await step();
  await writer.write(null, { kind: 'settings', record: await loadFiledSettings() });
  job.report({ phase: 'save', done: recordCount, total: recordCount });
}

function namedDataset({ report, rowCount }: FiledDataset, index: number): NamedDataset {
  return { number: index + 1, name: report.name, rows: rowCount };
}

/** Reports a damaged record as damage of its data set: project-file-unreadable becomes project-damaged. */
async function orDamaged({ name }: NamedDataset, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const isDamage = cause instanceof AppError && cause.code === 'project-file-unreadable';
    if (!isDamage) throw cause;
    throw new AppError('project-damaged', cause.message, { name }, { cause });
  }
}

interface Ending {
  readonly listing: ProjectListing;
  readonly savedAt: number;
  readonly header: string;
}

interface PartFacts {
  readonly kind: PartKind;
  readonly dataSet: number | null;
  readonly rows: number;
}

class ProjectWriter {
  readonly #zip: ZipWriter;
  readonly #cipher: PartCipher | null;
  readonly #parts: ProjectPart[] = [];
  readonly #counts = new Map<string, number>();
  readonly #encoder = new TextEncoder();
  readonly #whole = new WholeProject();
  /** Columns of the same chunk, for the readable copy. */
  #launches: FiledColumn[] = [];

  constructor(zip: ZipWriter, cipher: PartCipher | null) {
    this.#zip = zip;
    this.#cipher = cipher;
  }

  async begin(header: string): Promise<void> {
    await this.#zip.add(HEADER_PATH, this.#encoder.encode(header));
  }

  async write(dataSet: number | null, { kind, record }: ProjectRecord): Promise<void> {
    const column = kind === 'column' ? record : null;
    const isOther = column?.chunk !== this.#launches[0]?.chunk;
    if (isOther && dataSet !== null) await this.#endOfLaunches(dataSet);
    const content = writePart(kind, record);
    this.#whole.add(kind, dataSet, readPart(kind, content));
    const rows = rowsIn(kind, record);
    await this.#add(content, { kind, dataSet, rows }, suffixOf(content));
    if (column) this.#launches.push(column);
  }

  /** Ends a data set. Throws AppError project-file-unreadable where it is incomplete. */
  async endOfDataset(named: NamedDataset): Promise<void> {
    await this.#endOfLaunches(named.number);
    this.#whole.finish([named]);
  }

  /** Writes the readable copy of a chunk, once all its columns have come. */
  async #endOfLaunches(dataSet: number): Promise<void> {
    const columns = this.#launches;
    if (columns.length === 0) return;
    this.#launches = [];
    const facts = { kind: 'launches', dataSet, rows: columns[0]!.values.length } as const;
    await this.#add(launchesCsv(columns), facts, 'csv');
  }

  /** Writes the manifest and returns the bytes of the file. */
  async finish({ listing, savedAt, header }: Ending): Promise<number> {
    const dataSets = listing.datasets.map(({ record }, index) => namedDataset(record, index));
    const manifest = { schemaVersion: SCHEMA_VERSION, savedAt, dataSets, parts: this.#parts };
    const text = JSON.stringify(manifest, null, 1);
    readManifest(text, SCHEMA_VERSION);
    const content = this.#encoder.encode(text);
    if (content.length > MOST_MANIFEST_BYTES) throw tooLarge(content.length);
    const bound = manifestBound(header);
    if (this.#cipher) {
      const sealed = await this.#cipher.seal(bound, packed(content));
      await this.#zip.addAsIs(sealedPath(MANIFEST_PATH), sealed);
    } else await this.#zip.add(MANIFEST_PATH, content);
    await this.#zip.finish();
    return this.#zip.bytes;
  }

  async #add(content: PartContent, facts: PartFacts, suffix: string): Promise<void> {
    const bytes = typeof content === 'string' ? this.#encoder.encode(content) : content;
    if (bytes.length > MOST_PART_BYTES) throw tooLarge(bytes.length);
    const plainPath = this.#pathOf(facts, suffix);
    const path = this.#cipher ? sealedPath(plainPath) : plainPath;
    const sealed = await this.#cipher?.seal(path, packed(bytes));
    const sha256 = await sha256Of(sealed ?? bytes);
    this.#parts.push({ path, ...facts, bytes: bytes.length, sha256 });
    if (sealed) await this.#zip.addAsIs(path, sealed);
    else await this.#zip.add(path, bytes);
  }

  /** Returns a path such as data-sets/1/column-12.safetensors. */
  #pathOf({ kind, dataSet }: PartFacts, suffix: string): string {
    if (dataSet === null) return `${kind}.${suffix}`;
    const name = `data-sets/${dataSet}/${kind}`;
    const number = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, number);
    return `${name}-${number}.${suffix}`;
  }
}
