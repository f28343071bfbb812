import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archiveOf, lastingSbom, licenceText } from '#workers/build/release.js';

it('packs the files with their checksums, the same bytes in any order', () => {
  const page = strToU8('<p>');
  const script = strToU8('1');
  const archive = archiveOf('debut-0.1.0', { 'site/b.js': script, 'site/a.html': page });
  expect(archiveOf('debut-0.1.0', { 'site/a.html': page, 'site/b.js': script })).toEqual(archive);
  const files = unzipSync(archive);
  expect(files['debut-0.1.0/site/a.html']).toEqual(page);
  const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(strFromU8(files['debut-0.1.0/SHA256SUMS']!)).toBe(
    `${sum(page)}  site/a.html\n${sum(script)}  site/b.js\n`,
  );
});

it('leaves out of the list of packages when and in which folder it was made', () => {
  const sbom = {
    ...{ bomFormat: 'CycloneDX', serialNumber: 'urn:uuid:1' },
    metadata: { timestamp: '2026-12-02T14:47:56.338Z', component: { name: 'clone' } },
  };
  expect(lastingSbom(sbom, 'debut')).toEqual({
    ...{ bomFormat: 'CycloneDX', metadata: { component: { name: 'debut' } } },
  });
});

it('writes the licence of every package with its name and version', () => {
  const text = licenceText([
    { name: 'a', version: '1.0.0', licence: 'MIT', text: 'Permission\n' },
    { name: 'Days', version: '', licence: 'ISC', text: 'Use it' },
  ]);
  expect(text).toMatch(/^a 1\.0\.0: MIT\n\nPermission\n\n-{80}\n\nDays: ISC\n\nUse it\n$/);
});
