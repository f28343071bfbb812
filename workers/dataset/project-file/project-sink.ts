// Target of a project file while it is written: the file that the seller chose, or blobs where the browser cannot write
// files. Browsers keep blobs out of the memory of scripts.

import { AppError } from '#core/base/errors.ts';

export interface ProjectSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Returns what was written, or null where it is in a file already. */
  close(): Promise<Blob | null>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

const BLOB_BYTES = 4 * 1024 * 1024;

/** Opens a file for writing; null: blobs. Throws AppError project-file-unwritable. */
export async function openSink(target: FileSystemFileHandle | null): Promise<ProjectSink> {
  return target ? fileSink(await writable(() => target.createWritable())) : blobSink();
}

/** Converts errors of writing, because disks fill up and folders disappear. */
async function writable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const message = `expected to write the file, got ${String(cause)}`;
    throw new AppError('project-file-unwritable', message, {}, { cause });
  }
}

/** Writes to a file. The previous file is replaced when all is written, not before. */
function fileSink(stream: FileSystemWritableFileStream): ProjectSink {
  return {
    write: (bytes) => writable(() => stream.write(bytes)),
    async close() {
      await writable(() => stream.close());
      return null;
    },
    async discard() {
      await stream.abort().catch(() => undefined); // what went wrong has been thrown already
    },
  };
}

function blobSink(): ProjectSink {
  let blobs: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  const settle = () => {
    if (waitingBytes > 0) blobs.push(new Blob(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  return {
    write(bytes) {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes >= BLOB_BYTES) settle();
      return Promise.resolve();
    },
    close() {
      settle();
      return Promise.resolve(new Blob(blobs, { type: 'application/zip' }));
    },
    discard() {
      blobs = waiting = [];
      return Promise.resolve();
    },
  };
}
