// Shortens titles that are whole descriptions, so that they can head a page, a row or a mark of a chart.

/** Most width of a title, in Latin letters. */
const MOST = 80;
/** Least width of a sentence that stands for its title. */
const LEAST = 10;
/** Chinese, Japanese and Korean signs are as wide as two Latin letters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
const SENTENCE = /^.*(?:[.!?](?=\s)|[。！？])/su;
const END = /[\s.,;:!?。，、；：！？–—-]+$/u;

/** Returns a title of at most 80 Latin letters or 40 Chinese signs, cut after a sentence, else after a word, with "…". */
export function shortTitle(title: string): string {
  const most = fitting(title, MOST);
  if (most === title) return title;
  const sentence = SENTENCE.exec(`${most} `)?.[0] ?? '';
  if (fitting(sentence, LEAST - 1) !== sentence) return ellipsed(sentence);
  const isWordEnd = /^\s/u.test(title.slice(most.length));
  const words = isWordEnd ? most : most.replace(/\s\S*$/u, '');
  return ellipsed(words);
}

/** Returns the beginning of a text that is at most this wide. */
function fitting(text: string, width: number): string {
  let left = width;
  let end = 0;
  for (const sign of text) {
    left -= WIDE.test(sign) ? 2 : 1;
    if (left < 0) return text.slice(0, end);
    end += sign.length;
  }
  return text;
}

function ellipsed(text: string): string {
  return `${text.replace(END, '')}…`;
}

/** Returns a title that `shortTitle` cuts; undefined where it is shown in full anyway. */
export function wholeTitle(title: string): string | undefined {
  return shortTitle(title) === title ? undefined : title;
}
