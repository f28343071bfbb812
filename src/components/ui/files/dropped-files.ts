// Files of folders, dropped or chosen. Each is named by its path within what was given, because browsers lose the path of
// a dropped file, and all lose it on the way to a worker.

/** Files that systems keep in folders, of no use to anyone. */
const OF_SYSTEM = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;

/**
 * Returns what was dropped, which must be asked for while the drop is handled; `filesOf` reads it later. Returns null
 * where the browser does not tell folders from files.
 */
export function droppedEntries(items: DataTransferItemList): FileSystemEntry[] | null {
  const files = [...items].filter(({ kind }) => kind === 'file');
  const entries = files.map((item) => item.webkitGetAsEntry());
  return entries.every((entry) => entry !== null) ? entries : null;
}

/** Reads files and all files within folders, in the order of their paths. Throws where a folder cannot be read. */
export async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  for (const entry of entries) {
    if (isFolder(entry)) found.push(...(await filesOf(await entriesIn(entry))));
    else if (isFile(entry) && !OF_SYSTEM.test(entry.name)) found.push(await fileOf(entry));
  }
  return found;
}

/** Names files that were chosen as a folder by their paths. */
export function filesOfFolder(files: Iterable<File>): File[] {
  return [...files]
    .filter(({ name }) => !OF_SYSTEM.test(name))
    .map((file) => named(file, file.webkitRelativePath || file.name));
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Browsers list a folder a part at a time; an empty part is the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const nextPart = () =>
    new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
  const all: FileSystemEntry[] = [];
  for (let part = await nextPart(); part.length > 0; part = await nextPart()) all.push(...part);
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject);
  });
  return named(file, entry.fullPath.replace(/^\//, ''));
}

/** The bytes are not copied. */
function named(file: File, path: string): File {
  return new File([file], path, { type: file.type, lastModified: file.lastModified });
}
