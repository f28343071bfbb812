// Builds changed project files in the same layout: other parts, with checksums that fit them or not.

import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { crc32 } from '#core/base/bytes/crc32.ts';
import {
  directoryOf,
  localHeader,
  placeOf,
  type ZipEntry,
} from '#core/files/project/zip-layout.ts';

export type Parts = Map<string, Uint8Array>;

export interface WrittenManifest {
  parts: { path: string; kind: string; dataSet: number | null; sha256: string; bytes: number }[];
  dataSets: { number: number; name: string; rows: number }[];
  schemaVersion: number;
  savedAt: number;
}

export async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

export function fileOf(bytes: Uint8Array): File {
  return new File([Uint8Array.from(bytes)], 'project.debut');
}

export async function partsOf(file: Blob): Promise<Parts> {
  return new Map(Object.entries(unzipSync(await bytesOf(file))));
}

export function textOf(parts: Parts, path: string): string {
  return new TextDecoder().decode(parts.get(path));
}

export function setText(parts: Parts, path: string, text: string): void {
  parts.set(path, new TextEncoder().encode(text));
}

export function editManifest(parts: Parts, edit: (manifest: WrittenManifest) => void): void {
  const manifest = JSON.parse(textOf(parts, 'manifest.json')) as WrittenManifest;
  edit(manifest);
  setText(parts, 'manifest.json', JSON.stringify(manifest));
}

/** Makes sizes and checksums fit the parts, so that only the contents of parts can be at fault. */
export function withTrueChecksums(parts: Parts): void {
  editManifest(parts, (manifest) => {
    for (const part of manifest.parts) {
      const content = parts.get(part.path);
      if (!content) continue;
      part.bytes = content.length;
      part.sha256 = createHash('sha256').update(content).digest('hex');
    }
  });
}

export interface RawEntry {
  readonly path: string;
  readonly content: Uint8Array;
  /** Values that its headers state instead of the true ones. */
  readonly said?: Partial<ZipEntry>;
  readonly isPacked?: boolean;
}

/** Returns a ZIP archive of these entries. */
export function zipOf(entries: readonly RawEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const written: ZipEntry[] = [];
  let at = 0;
  for (const { path, content, said, isPacked = false } of entries) {
    const stored = isPacked ? new Uint8Array(deflateRawSync(content)) : content;
    const entry = {
      ...{ path, packedBytes: stored.length, bytes: content.length, crc32: crc32(content) },
      ...{ isDeflated: isPacked, start: at },
      ...said,
    };
    chunks.push(localHeader(entry), stored);
    written.push(entry);
    at = placeOf(entry).from + stored.length;
  }
  return new Uint8Array(Buffer.concat([...chunks, directoryOf(written)]));
}

export function projectOf(parts: Parts): File {
  return fileOf(zipOf([...parts].map(([path, content]) => ({ path, content }))));
}
