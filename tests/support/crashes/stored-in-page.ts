// Runs in every page of a browser that is to crash. Reads and writes its database from outside the app.

import { fromLines, readDatabase, toLines, writeDatabase } from '../schema/stored-database.ts';

const storedInPage = {
  read: async (): Promise<string> => toLines(await readDatabase('debut-data')),
  write: (lines: string): Promise<void> => writeDatabase(fromLines(lines)),
};
export type StoredInPage = typeof storedInPage;

Object.assign(globalThis, { storedInPage });
