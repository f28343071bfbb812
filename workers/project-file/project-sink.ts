// Where a project file goes while it is written: to the file that the seller chose, or, where browsers offer none, into blobs, which
// they keep out of the memory of scripts.

import { AppError } from '#core/errors.ts';

export interface ProjectSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What was written, where it lies in no file yet. */
  close(): Promise<Blob | null>;
  /** Nothing is left of it. */
  discard(): Promise<void>;
}

const BLOB_BYTES = 4 * 1024 * 1024;

export async function openSink(target: FileSystemFileHandle | null): Promise<ProjectSink> {
  return target ? fileSink(await writable(() => target.createWritable())) : blobSink();
}

/** Disks fill up, and folders go away. */
async function writable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const message = `expected to write the file, got ${String(cause)}`;
    throw new AppError('project-file-unwritable', message, {}, { cause });
  }
}

/** The file that was there is replaced when all is written, not before. */
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
