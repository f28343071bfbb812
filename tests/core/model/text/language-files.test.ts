import { expect, it } from 'vitest';
import { languageFiles } from '#core/model/text/files.generated.ts';
import { assertIntact } from '#core/model/text/language-files.ts';
import { languageFile, sha256 } from '../../../support/language.ts';

const file = languageFiles.vocabulary;
const damaged: unknown = expect.objectContaining({
  code: 'language-damaged',
  details: { name: file.name },
});

it('accepts the files as they were built, and refuses one that is cut off, altered or another', async () => {
  const bytes = languageFile('vocabulary');
  await assertIntact(bytes, file, sha256);
  await expect(assertIntact(bytes.slice(0, -1), file, sha256)).rejects.toThrow(damaged);
  await expect(assertIntact(new Uint8Array(), file, sha256)).rejects.toThrow(damaged);
  const altered = bytes.slice();
  altered[altered.length >> 1]! ^= 1;
  await expect(assertIntact(altered, file, sha256)).rejects.toThrow(damaged);
});
