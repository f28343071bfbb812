import type { FileToRead } from '#protocol/dataset-requests.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { openContent } from './open-content.ts';

/** A table that is read as a file of its own. */
export interface NamedFile extends FileToRead {
  readonly name: string;
}

/** Splits a shop's files. Each table of a workbook or zip becomes one, named like "Orders.zip › orders.csv". */
export async function splitFiles(files: readonly File[]): Promise<NamedFile[]> {
  const split: NamedFile[] = [];
  for (const file of files) {
    const names = await tablesIn(file);
    const isWhole = names.length < 2;
    if (isWhole) split.push({ file, name: file.name, reading: AS_DETECTED });
    else
      for (const part of names)
        split.push({ file, name: `${file.name} › ${part}`, reading: { ...AS_DETECTED, part } });
  }
  return split;
}

async function tablesIn(file: File): Promise<string[]> {
  try {
    const { parts } = await openContent(file);
    return parts.filter(({ isEmpty }) => !isEmpty).map(({ name }) => name);
  } catch {
    return []; // reading it later reports why
  }
}
