import type { FilePreview, UndecidedDate } from '#core/import/columns/import-report.ts';
import type { TableKind } from '#core/import/kind/kinds.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import type { ReadingChoice } from '#core/import/csv/reading-choice.ts';
import type { DateOrder } from '#core/import/values/read-date.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import {
  assignColumn,
  chooseMatch,
  clashingFields,
  draftIssues,
  horizonOf,
  toggleAttribute,
  undecidedDate,
  withoutColumn,
  withoutMatch,
  type MappingDraft,
} from './mapping-draft.ts';

/** A file whose columns are being matched. */
export interface OpenedFile extends MappingDraft {
  readonly file: File;
  readonly name: string;
  /** How the preview was read. */
  readonly reading: ReadingChoice;
  /** Reading that is under way; null once its preview is shown. */
  readonly nextReading: ReadingChoice | null;
  readonly preview: FilePreview;
  /** What it is taken for: what it seems to be, until the seller says that it holds launches. */
  readonly kind: TableKind;
  /** The seller's answer, where the dates of the column are ambiguous. */
  readonly dateOrder: DateOrder | null;
  /** Days over which outcomes are counted, where the seller says so. */
  readonly horizonDays: number | null;
}

const NOTHING_MAPPED: Mapping = { fields: {}, attributes: [] };

/** What the seller chooses for the columns of a file before it is imported. */
export class ColumnChoice {
  /** Null while no file is open. */
  opened = $state.raw<OpenedFile | null>(null);

  readonly issues: readonly Issue[] = $derived(
    this.opened ? draftIssues(this.opened.mapping, this.opened.preview) : [],
  );

  readonly clashing: ReadonlySet<FieldName> = $derived(
    clashingFields(this.opened?.mapping ?? NOTHING_MAPPED),
  );

  /** Whether nothing prevents the import. */
  readonly isReady: boolean = $derived(
    this.opened?.nextReading == null && !this.issues.some(({ severity }) => severity === 'error'),
  );

  /** A launch date with an ambiguous order of day and month, where no row of its column decides; else null. */
  readonly undecidedDate: UndecidedDate | null = $derived(
    this.opened ? undecidedDate(this.opened) : null,
  );

  /** Days over which outcomes are counted: as the seller says, else as the header of the outcome says. */
  readonly horizonDays: number = $derived(this.opened ? horizonOf(this.opened) : HORIZON_DAYS);

  assign(field: FieldName, header: string | null): void {
    this.change(({ mapping, matches, dateOrder }) => ({
      mapping: assignColumn(mapping, field, header),
      matches: chooseMatch(matches, field, header),
      dateOrder: field === 'launchDate' ? null : dateOrder,
    }));
  }

  /** Keeps a personal column, or drops it again with whatever was read from it. */
  keepPersonal(header: string, isKept: boolean): void {
    this.change(({ kept, mapping, matches }) =>
      isKept
        ? { kept: [...kept, header] }
        : {
            kept: kept.filter((each) => each !== header),
            mapping: withoutColumn(mapping, header),
            matches: withoutMatch(matches, header),
          },
    );
  }

  toggleAttribute(header: string): void {
    this.change(({ mapping }) => ({ mapping: toggleAttribute(mapping, header) }));
  }

  orderDates(dateOrder: DateOrder): void {
    this.change(() => ({ dateOrder }));
  }

  countDays(horizonDays: number): void {
    this.change(() => ({ horizonDays }));
  }

  rename(name: string): void {
    this.change(() => ({ name }));
  }

  change(edit: (opened: OpenedFile) => Partial<OpenedFile>): void {
    if (this.opened) this.opened = { ...this.opened, ...edit(this.opened) };
  }
}
