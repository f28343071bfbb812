const MOST_CHARACTERS = 2000;
const UNSEEN = /<!--[\s\S]*?-->|<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi;
/** Tags that separate words. */
const BLOCK_TAG =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|img|li|main|nav|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>/gi;
const TAG = /<\/?[a-z][^>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/gi;
/** Some exports write a line break as a backslash and a letter. */
const WRITTEN_BREAK = /\\[nrt](?![a-z])/g;

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
    ...{ ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', deg: '°', times: '×' },
    ...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
    ...{ laquo: '«', raquo: '»', copy: '©', reg: '®', trade: '™', para: '¶', sect: '§' },
    ...{ euro: '€', pound: '£', yen: '¥', cent: '¢', frac12: '½', frac14: '¼', frac34: '¾' },
    ...{ ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '', zwj: '', plusmn: '±', micro: 'µ' },
    ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß' },
    ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', aring: 'å', aelig: 'æ' },
    ...{ egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', ccedil: 'ç', ntilde: 'ñ' },
    ...{ igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï', ograve: 'ò', oacute: 'ó' },
    ...{ ocirc: 'ô', otilde: 'õ', oslash: 'ø', oelig: 'œ', ugrave: 'ù', uacute: 'ú' },
    ...{ ucirc: 'û', yacute: 'ý', Eacute: 'É', Agrave: 'À', Ccedil: 'Ç', Ntilde: 'Ñ' },
  }),
);

/** Returns the visible text of HTML on one line, cut after 2,000 characters. */
export function stripHtml(html: string): string {
  const text = visibleText(html);
  return text.length <= MOST_CHARACTERS
    ? text
    : Array.from(text).slice(0, MOST_CHARACTERS).join('').trimEnd();
}

/** Returns the visible text of HTML on one line. */
export function visibleText(html: string): string {
  return html
    .replace(UNSEEN, ' ')
    .replace(BLOCK_TAG, ' ')
    .replace(TAG, '')
    .replace(ENTITY, characterOf)
    .replace(WRITTEN_BREAK, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function characterOf(
  entity: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? entity;
  const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}
