const HAN = /\p{Script=Han}/u;

/** Returns whether a text has Chinese characters. */
export function hasChinese(text: string): boolean {
  return HAN.test(text);
}
