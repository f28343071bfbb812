import { shortText } from '#core/base/text/inert-text.ts';
import { personalValue } from '../privacy/personal-values.ts';
import { cleanCell } from '../values/read-text.ts';

const LABELLED =
  /^(?:supplier|vendor|company|factory|manufacturer|from|lieferant|proveedor|供应商(?:名称)?|厂家|公司(?:名称)?|工厂|店铺(?:名称)?)\s*[:：]\s*(?<name>.+)$/iu;
const COMPANY =
  /^(?<name>.*(?:\bco\.?,?\s*ltd\b|\bltd\b|\blimited\b|\bgmbh\b|\binc\b|\bllc\b|\bs\.?\s?l\.?\b|\bsarl\b|\bplc\b|\bcorp\b|公司|工厂|制品厂|商行|厂(?!\p{Script=Han}))\.?)/iu;
const BEFORE = /^(?:(?:price\s*list|quotation|catalogue|offer)\s*(?:of|by|from|[-–:])\s*)/iu;
const CONTACT =
  /\s*(?:[|,;，；]|\s{2,})?\s*(?:tel\b|phone|mobile|fax|e-?mail|contact|whatsapp|wechat|attn|联系|电话|手机|微信|地址|add(?:ress)?\b|www\.|https?:).*$/iu;
/** A number of a phone, or a person by title, without a word for contacts before it. */
const PERSON =
  /\s*(?:[|,;/，；、]\s*)?(?:\+?\d(?:[\s()-]?\d){8,}|(?<=\s)\p{Script=Han}{1,3}(?:小姐|先生|女士|经理)|\b(?:mr|mrs|ms|miss)\b\.?\s).*$/iu;
const OF_LIST =
  /(?:[-_–—:：\s]*(?:price\s*list|quotation|product\s*list|catalogue|catalog|offer|sheet|list|preisliste|报价单|报价表|价格表|产品目录|报价|选品表|货源表|\d{4}(?:[-_.年]?\d{1,2}(?:[-_.月]?\d{1,2}日?)?)?|v\d+|final|new|copy))+[-_–—:：\s]*$/iu;
/** Names that programs give to sheets. */
const ANY_SHEET = /^(?:sheet|tabelle|hoja|feuil(?:le)?|planilha|工作表)\s*\d*$/iu;
const EXTENSION = /\.[a-z0-9]{2,5}$/i;
const LONGEST = 80;

interface Named {
  /** Lines above the table. */
  readonly linesAbove: readonly (readonly string[])[];
  readonly fileName: string;
  /** '' where the file holds one table. */
  readonly sheet: string;
}

/**
 * Returns the supplier's name: as a line above the table states it, else the sheet's, else the file's, without words for a
 * price list. People's names and numbers are cut off.
 */
export function supplierName({ linesAbove, fileName, sheet }: Named): string {
  const lines = linesAbove.flatMap(named);
  const stated = lines.map((line) => LABELLED.exec(line)?.groups?.name).find((name) => name);
  const company = lines.map((line) => COMPANY.exec(line)?.groups?.name).find((name) => name);
  const file = fileName.replace(EXTENSION, '').replaceAll('_', ' ');
  const tab = ANY_SHEET.test(sheet) ? '' : sheet;
  for (const text of [stated, company, tab, file]) {
    const name = text === undefined ? '' : bare(text);
    if (name !== '') return name;
  }
  return shortText(file, LONGEST);
}

/** "Supplier:" may stand in a cell of its own. */
function named(cells: readonly string[]): string[] {
  const texts = cells.map(cleanCell).filter((cell) => cell !== '');
  return texts.map((text, i) => (/[:：]$/.test(text) ? `${text} ${texts[i + 1] ?? ''}` : text));
}

function bare(text: string): string {
  return withoutContact(text.replace(BEFORE, '').replace(CONTACT, '').replace(OF_LIST, ''));
}

/** Returns a supplier's name without people's names and numbers; '' where nothing else is left. */
export function withoutContact(text: string): string {
  const name = text.replace(CONTACT, '').replace(PERSON, '').trim();
  return personalValue(name) === null ? shortText(name, LONGEST) : '';
}
