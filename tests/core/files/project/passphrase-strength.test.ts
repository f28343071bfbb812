import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passphraseStrength } from '#core/files/project/passphrase-strength.ts';

const ORDER = ['too-short', 'weak', 'fair', 'strong'];

it.each([
  ['', 'too-short'],
  ['1234567', 'too-short'],
  ['password', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['Tr0ub4dor&3x', 'fair'],
  ['correct horse battery staple', 'strong'],
  ['橡木托盘搪瓷杯子', 'strong'],
])('%s is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});

it('never falls by more characters', () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[a-z]$/), (passphrase, more) => {
      const [before, after] = [passphrase, `${passphrase}${more}`].map((each) =>
        ORDER.indexOf(passphraseStrength(each)),
      );
      expect(after).toBeGreaterThanOrEqual(before!);
    }),
  );
});
