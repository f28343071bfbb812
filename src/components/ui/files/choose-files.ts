/** Endings and types of tables, as a field for files takes them. */
export const TABLES =
  '.csv,.tsv,.tab,.txt,.xlsx,.xls,.parquet,.arrow,.arrows,.feather,.gz,.zip,text/csv,text/plain';

/** Asks the seller for tables, as the browser does; returns none where the choice is cancelled. */
export function chooseTables(): Promise<readonly File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true, accept: TABLES, hidden: true });
  document.body.append(input);
  return new Promise((resolve) => {
    const settle = () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', settle, { once: true });
    input.addEventListener('cancel', settle, { once: true });
    input.click();
  });
}
