import { describe, expect, it } from 'vitest';
import { detectEncoding, isAscii, type CanDecode } from '#core/import/csv/encoding.ts';

const canDecode: CanDecode = (bytes, encoding) => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const latin1 = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const swapped = (bytes: number[]): number[] => bytes.map((_, i) => bytes[i ^ 1]!);

const CHINESE = [0xc9, 0xcc, 0xc6, 0xb7, 0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1];
const KATAKANA = [0x83, 0x5e, 0x83, 0x43, 0x83, 0x67, 0x83, 0x8b, 0x2c, 0x83, 0x57];
const KANJI = [0x8f, 0xa4, 0x95, 0x69, 0x96, 0xbc, 0x2c, 0x94, 0xcc, 0x94, 0x84, 0x93, 0xfa];

describe('detectEncoding', () => {
  it.each([
    { says: 'ASCII as UTF-8', bytes: utf8('id,price\n1,2\n'), gives: 'utf-8' },
    { says: 'UTF-8', bytes: utf8('id,größe\n1,été\n'), gives: 'utf-8' },
    {
      says: 'UTF-8 that was cut inside a letter',
      bytes: utf8('größe é').slice(0, -1),
      gives: 'utf-8',
    },
    { says: 'a UTF-8 mark', bytes: [0xef, 0xbb, 0xbf, 0x61], gives: 'utf-8' },
    { says: 'a UTF-16 mark', bytes: [0xff, 0xfe, ...utf16('id')], gives: 'utf-16le' },
    { says: 'a swapped UTF-16 mark', bytes: [0xfe, 0xff, 0, 0x61], gives: 'utf-16be' },
    { says: 'UTF-16 without a mark', bytes: utf16('id,price\n1,2\n'), gives: 'utf-16le' },
    {
      says: 'swapped UTF-16 without a mark',
      bytes: swapped(utf16('id,price\n')),
      gives: 'utf-16be',
    },
    { says: 'Western', bytes: latin1('Größe,Preis\nCafé,1\nmaçã,2\n'), gives: 'windows-1252' },
    {
      says: 'Western with letters side by side',
      bytes: latin1('Größe|Größe|Café|1\n'),
      gives: 'windows-1252',
    },
    { says: 'a Western euro sign', bytes: [0x80, ...latin1('12,50 ')], gives: 'windows-1252' },
    { says: 'Chinese', bytes: CHINESE, gives: 'gb18030' },
    { says: 'Japanese syllables', bytes: KATAKANA, gives: 'shift_jis' },
    { says: 'Japanese words', bytes: KANJI, gives: 'shift_jis' },
  ])('recognises $says', ({ bytes, gives }) => {
    expect(detectEncoding(Uint8Array.from(bytes), canDecode)).toBe(gives);
  });

  it.each([
    { says: 'a picture', bytes: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] },
    { says: 'a spreadsheet', bytes: [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0] },
    { says: 'a document', bytes: utf8('%PDF-1.7\n1 0 obj\n') },
    { says: 'control characters', bytes: utf8('a,b\n\u0001\u0002,\u0003\n') },
    { says: 'a zero byte in text', bytes: utf8(`${'a,b\n'.repeat(50)}\0`) },
  ])('says that $says is not text', ({ bytes }) => {
    expect(detectEncoding(Uint8Array.from(bytes), canDecode)).toBe(null);
  });

  it('tells ASCII, which shows no encoding', () => {
    expect(isAscii(Uint8Array.from(utf8('a,b')))).toBe(true);
    expect(isAscii(Uint8Array.from(utf8('é')))).toBe(false);
  });
});
