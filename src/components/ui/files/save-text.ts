import { saveFile } from './save-file.ts';

/** Offers a text as a CSV file to save. */
export function saveText(fileName: string, text: string): void {
  // The byte order mark makes spreadsheet programs read UTF-8.
  saveFile(fileName, new Blob(['\uFEFF', text], { type: 'text/csv' }));
}
