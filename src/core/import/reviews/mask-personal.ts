// Free texts of buyers become plain texts without personal details: a mark stands in for each.

import { inertText } from '#core/base/text/inert-text.ts';
import { visibleText } from '../platform-files/strip-html.ts';
import { maskNumbers } from './mask-numbers.ts';
import { maskNames } from './mask-names.ts';

/** Longest text that is kept, in characters. Reviews are shorter; a longer one is cut. */
export const MOST_REVIEW_CHARACTERS = 5_000;
/** Stands for a personal detail that was taken out. */
export const MASK = '[…]';
/** More of a cell is not read: HTML can be four times as long as its text. */
const MOST_READ = 4 * MOST_REVIEW_CHARACTERS;
const MOST_ESCAPED = 6;

const HTML = /[<&\\]/;
const EMAIL =
  /[\p{Script=Latin}\p{N}._%+-]{1,64}\s?(?:@|＠|\(at\)|\[at\])\s?(?:[\p{Script=Latin}\p{N}-]{1,63}\.){1,4}[a-z]{2,24}/giu;
const LINK =
  /(?:https?:\/\/|\bwww\.)[\w\-./?=&%#~:+,;@!$*()[\]]+|\b(?:[a-z\d-]{1,63}\.){1,4}(?:com|net|org|cn|co|de|fr|es|uk|io|shop|me|ly)\/[\w\-./?=&%#~+]*/gi;
/** Names on social networks. In Chinese they end where a space or a sign stands. */
const HANDLE =
  /(?<![\p{L}\p{N}.])[@＠](?=[\p{N}_.-]{0,20}\p{L})[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,28}[\p{L}\p{N}_])?/gu;
const MESSENGER =
  /(?<=(?:微信号?|weixin|wechat|whatsapp|telegram|line id|qq号?|\bvx|[加➕]\s?[vq])\s{0,2}(?:[:：是]|id)?\s{0,2})(?=[a-z_-]*\d)[a-z\d][\w-]{4,24}/giu;

/**
 * Cleans a text: no HTML, no invisible characters, single spaces, at most 5,000 characters. A mark replaces mail
 * addresses, numbers of phones, cards, accounts and orders, links, names on networks, IPs, postal addresses and
 * names where a text says that they are names. Sizes, prices and dates stay.
 */
export function maskPersonal(text: string): string {
  const plain = plainText(text);
  const withoutLinks = plain
    .replace(EMAIL, MASK)
    .replace(LINK, masked)
    .replace(HANDLE, MASK)
    .replace(MESSENGER, MASK);
  return cutText(maskNames(maskNumbers(withoutLinks, MASK), MASK));
}

/** A sign at the end of an address belongs to the sentence. */
function masked(link: string): string {
  return MASK + (/[.,;:!?)\]]+$/.exec(link)?.[0] ?? '');
}

function plainText(text: string): string {
  return inertText(withoutHtml(text.slice(0, MOST_READ)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Some systems escape a text each time that it is saved: "&amp;amp;#39;". */
function withoutHtml(text: string): string {
  let plain = text;
  for (let pass = 0; pass < MOST_ESCAPED && HTML.test(plain); pass++) {
    const visible = visibleText(plain);
    if (visible === plain) break;
    plain = visible;
  }
  return plain;
}

/** Cuts a text to 5,000 characters. A surrogate whose other half is cut off is no character. */
export function cutText(text: string): string {
  return text
    .slice(0, MOST_REVIEW_CHARACTERS)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
