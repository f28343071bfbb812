import { inertText, shortText } from '#core/base/text/inert-text.ts';
import type { Issue, Treatment } from './issues.ts';
import { DEFAULT_TREATMENTS, findingKey, type Treatments } from './treatments.ts';

const ROWS_NAMED = 5;
const SAMPLES_SHOWN = 3;
const SAMPLE_LENGTH = 80;

type Finding = Pick<Issue, 'kind' | 'severity'> & Partial<Pick<Issue, 'field' | 'column'>>;

interface Entry extends Issue {
  readonly rows: number[];
  readonly samples: string[];
  rowCount: number;
  treatment: Issue['treatment'];
}

/** Collects findings by kind and column, and knows the seller's choice of treatment for each. */
export class IssueLog {
  readonly #entries = new Map<string, Entry>();
  readonly #treatments: Treatments;
  /** A million rows in succession can have the same finding, so the last entry is cached. */
  #lastFinding: Finding | null = null;
  #lastEntry: Entry | null = null;

  constructor(treatments: Treatments = DEFAULT_TREATMENTS) {
    this.#treatments = treatments;
  }

  /** Adds one row or cell. The first rows are listed, the others counted. */
  add(finding: Finding, row: number, sample?: string): void {
    const entry = this.#entryFor(finding);
    entry.rowCount += 1;
    if (entry.rows.length < ROWS_NAMED) entry.rows.push(row);
    keepSample(entry, sample);
  }

  /** Adds something about the file as a whole or about some of its columns. */
  note(finding: Finding, count: number, sample?: string): void {
    const entry = this.#entryFor(finding);
    entry.rowCount += count;
    keepSample(entry, sample);
  }

  /** Adds the findings of another log. */
  addAll(issues: readonly Issue[]): void {
    for (const { rows, rowCount, samples, ...finding } of issues) {
      const entry = this.#entryFor(finding);
      entry.rowCount += rowCount;
      entry.rows.push(...rows.slice(0, ROWS_NAMED - entry.rows.length));
      for (const sample of samples) keepSample(entry, sample);
    }
  }

  /** Offers a treatment of a finding. Returns whether it is on: the seller's choice, or else the default. */
  treats(finding: Finding, name: Treatment, usually: boolean): boolean {
    const { field = null, column = null } = finding;
    const isOn = this.#treatments[findingKey({ kind: finding.kind, field, column })] ?? usually;
    this.#entryFor(finding).treatment = { name, isOn };
    return isOn;
  }

  issues(): Issue[] {
    return [...this.#entries.values()];
  }

  #entryFor(finding: Finding): Entry {
    if (finding === this.#lastFinding) return this.#lastEntry!;
    const entry = this.#foundEntry(finding);
    this.#lastFinding = finding;
    this.#lastEntry = entry;
    return entry;
  }

  #foundEntry({ kind, severity, field = null, column = null }: Finding): Entry {
    const key = findingKey({ kind, field, column });
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry = {
      ...{ kind, severity, field, column, treatment: null },
      ...{ rows: [], rowCount: 0, samples: [] },
    };
    this.#entries.set(key, entry);
    return entry;
  }
}

function keepSample({ samples }: Entry, sample: string | undefined): void {
  if (!sample || samples.length === SAMPLES_SHOWN) return;
  const shown = shortText(inertText(sample), SAMPLE_LENGTH);
  if (!samples.includes(shown)) samples.push(shown);
}
