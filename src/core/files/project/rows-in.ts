import type { FiledColumn, FiledSource, ProjectRecords, RecordKind } from './project-records.ts';

/** Returns the number of launches, rows, products or plans in a record; 1 for any other record. */
export function rowsIn<Kind extends RecordKind>(kind: Kind, record: ProjectRecords[Kind]): number {
  if (kind === 'column') return (record as FiledColumn).values.length;
  if (kind === 'source') {
    const { values } = record as FiledSource;
    return values instanceof Float64Array ? values.length : values.codes.length;
  }
  if (kind === 'products') return (record as ProjectRecords['products']).length;
  return kind === 'plans' ? (record as ProjectRecords['plans']).plans.length : 1;
}
