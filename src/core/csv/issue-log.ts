import type { Issue } from './issues.ts';

const ROWS_NAMED = 5;
const SAMPLE_LENGTH = 80;

type Finding = Pick<Issue, 'kind' | 'severity'> & Partial<Pick<Issue, 'field' | 'column'>>;

interface Entry extends Issue {
  readonly rows: number[];
  rowCount: number;
}

/** Gathers findings by kind and column, whatever their number. */
export class IssueLog {
  readonly #entries = new Map<string, Entry>();

  /** One row or cell; the first rows are named, the others counted. */
  add(finding: Finding, row: number, sample?: string): void {
    const entry = this.#entryFor(finding, sample);
    entry.rowCount += 1;
    if (entry.rows.length < ROWS_NAMED) entry.rows.push(row);
  }

  /** Something about the file as a whole or about some of its columns. */
  note(finding: Finding, count: number, sample?: string): void {
    this.#entryFor(finding, sample).rowCount += count;
  }

  issues(): Issue[] {
    return [...this.#entries.values()];
  }

  #entryFor({ kind, severity, field = null, column = null }: Finding, sample?: string): Entry {
    const key = `${kind}\n${column ?? ''}\n${field ?? ''}`;
    const known = this.#entries.get(key);
    if (known) return known;
    const shown = sample === undefined ? null : shorten(sample);
    const entry: Entry = { kind, severity, field, column, rows: [], rowCount: 0, sample: shown };
    this.#entries.set(key, entry);
    return entry;
  }
}

function shorten(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
}
