/** Offers a text as a file to save; nothing leaves the device. */
export function saveText(fileName: string, text: string): void {
  // The byte order mark makes spreadsheet programs read UTF-8.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
