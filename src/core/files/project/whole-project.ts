// Checks that the records of a project file match: every data set has its columns with as many rows as it states,
// every training has its model. Saved files are checked before they are offered, opened ones before they are restored,
// because anyone may have written them.

import { AppError } from '#core/base/errors.ts';
import { isStanding } from '#core/ledger/entries/adopted-plan.ts';
import { CHUNK_ROWS } from '#core/import/columns/encode-column.ts';
import type { NamedDataset } from './manifest.ts';
import { modelsOfTraining } from './new-ids.ts';
import {
  PROJECT_TABLES,
  type FiledColumn,
  type FiledDataset,
  type FiledSource,
  type ProjectRecords,
  type RecordKind,
} from './project-records.ts';

/** What one data set contains. */
export interface DatasetContents {
  readonly dataset: FiledDataset;
  readonly modelCount: number;
  readonly planCount: number;
  readonly adoptedCount: number;
}

export class WholeProject {
  readonly #parts = new Map<number, DatasetParts>();
  readonly #modelIds = new Set<number>();
  #hasSettings = false;

  /** Adds a record. Throws AppError project-file-unreadable where it contradicts the records before it. */
  add<Kind extends RecordKind>(
    kind: Kind,
    dataSet: number | null,
    record: ProjectRecords[Kind],
  ): void {
    if (dataSet === null) {
      expect(!this.#hasSettings, 'settings once');
      this.#hasSettings = true;
      return;
    }
    if (kind === 'data-set') {
      expect(!this.#parts.has(dataSet), `data set ${dataSet} once`);
      this.#parts.set(dataSet, new DatasetParts(record as FiledDataset));
    }
    const parts = this.#parts.get(dataSet);
    if (!parts) throw unlike(`data set ${dataSet} before its parts`);
    parts.add(kind, record);
    for (const id of modelsIn(kind, record)) this.#modelIds.add(id);
  }

  /** Returns the numbers of all models that any record mentions, ascending. */
  get modelIds(): readonly number[] {
    return [...this.#modelIds].sort((a, b) => a - b);
  }

  /**
   * Ends the check and returns the contents by data set. Throws AppError project-file-unreadable where something is
   * missing.
   * @param dataSets the data sets in the manifest
   */
  finish(dataSets: readonly NamedDataset[]): ReadonlyMap<number, DatasetContents> {
    return new Map(
      dataSets.map(({ number, name, rows }) => {
        const contents = this.#parts.get(number)?.finish();
        const { report, rowCount } = contents?.dataset ?? {};
        if (report?.name !== name || rowCount !== rows) throw unlike(`data set ${number}: ${name}`);
        return [number, contents!];
      }),
    );
  }
}

class DatasetParts {
  readonly #dataset: FiledDataset;
  readonly #seen = new Set<string>();
  readonly #columnRows = new Map<string, number>();
  readonly #sourceRows = new Map<string, number>();
  readonly #models = new Set<number>();
  readonly #trainings = new Set<number>();
  #planCount = 0;
  #adoptedCount = 0;

  constructor(dataset: FiledDataset) {
    this.#dataset = dataset;
  }

  add<Kind extends RecordKind>(kind: Kind, record: ProjectRecords[Kind]): void {
    if (PROJECT_TABLES[kind].isSingle) this.#once(kind);
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- the compiler does not follow a kind that is a type parameter
    const take = this.#takers[kind] as ((record: ProjectRecords[Kind]) => void) | undefined;
    take?.(record);
  }

  finish(): DatasetContents {
    const { rowCount, source, modelInUse, firstLaunchDay, lastLaunchDay } = this.#dataset;
    expect(firstLaunchDay <= lastLaunchDay, 'a last launch that is not before the first');
    const isWhole = (rows: ReadonlyMap<string, number>, wanted: number) =>
      [...rows.values()].every((count) => count === wanted);
    expect(rowCount > 0 && this.#columnRows.has('launchDay'), 'launches with their days');
    expect(isWhole(this.#columnRows, rowCount), `columns of ${rowCount} rows`);
    const columns = source ? source.headers.map((header) => `column:${header}`) : [];
    const wanted = source ? [...columns, 'row-numbers', 'fingerprints'] : [];
    expect(isWhole(this.#sourceRows, source?.rowCount ?? 0), 'all rows of the file');
    const hasAll = source?.rowCount === 0 || wanted.every((name) => this.#sourceRows.has(name));
    expect(hasAll && this.#sourceRows.size <= wanted.length, 'all columns of the file');
    const trained = [...this.#trainings].every((id) => this.#models.has(id));
    expect(trained && this.#trainings.size === this.#models.size, 'a model of each training');
    expect(modelInUse === undefined || this.#models.has(modelInUse), 'the model in use');
    return {
      dataset: this.#dataset,
      modelCount: this.#models.size,
      planCount: this.#planCount,
      adoptedCount: this.#adoptedCount,
    };
  }

  readonly #takers: { readonly [Kind in RecordKind]?: (record: ProjectRecords[Kind]) => void } = {
    column: (column) => this.#takeColumn(column),
    source: (source) => this.#takeSource(source),
    model: ({ report: { modelId } }) => {
      this.#once(`model ${modelId}`);
      this.#models.add(modelId);
    },
    training: ({ modelId, report }) => {
      this.#once(`training ${modelId}`);
      expect(report.modelId === modelId, 'the report of its own training');
      this.#trainings.add(modelId);
    },
    evidence: ({ modelId }) => {
      this.#once(`evidence ${modelId}`);
      expect(this.#trainings.has(modelId), 'evidence of a training');
    },
    plans: ({ plans }) => (this.#planCount = plans.length),
    ledger: (entry) => (this.#adoptedCount += isStanding(entry) ? 1 : 0),
  };

  /** Parts arrive in order, and all but the last are full. */
  #takeColumn({ name, chunk, values }: FiledColumn): void {
    const before = this.#columnRows.get(name) ?? 0;
    expect(before === chunk * CHUNK_ROWS, `part ${before / CHUNK_ROWS} of ${name}`);
    this.#columnRows.set(name, before + values.length);
  }

  #takeSource({ name, part, values }: FiledSource): void {
    this.#once(`source ${part} ${name}`);
    expect(part === 0 || this.#seen.has(`source ${part - 1} ${name}`), `part ${part - 1} first`);
    const rows = values instanceof Float64Array ? values.length : values.codes.length;
    this.#sourceRows.set(name, (this.#sourceRows.get(name) ?? 0) + rows);
  }

  #once(what: string): void {
    expect(!this.#seen.has(what), `${what} once`);
    this.#seen.add(what);
  }
}

function modelsIn<Kind extends RecordKind>(kind: Kind, record: ProjectRecords[Kind]): number[] {
  if (kind === 'training') return modelsOfTraining(record as ProjectRecords['training']);
  if (kind === 'plans' || kind === 'offers' || kind === 'ledger') {
    return [(record as ProjectRecords['plans' | 'offers' | 'ledger']).modelId];
  }
  return [];
}

function expect(isSo: boolean, expected: string): void {
  if (!isSo) throw unlike(expected);
}

function unlike(expected: string): AppError {
  return new AppError('project-file-unreadable', `expected ${expected}, got another`);
}
