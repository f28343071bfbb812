// Whether a row is a published opinion of a buyer.

import { words } from '#core/base/text/words.ts';
import { opinionLevel } from './opinion-words.ts';

const UNPUBLISHED: ReadonlySet<string> = new Set(
  words(
    'unpublished, hidden, spam, pending, rejected, trash, deleted, archived, draft, disabled',
    'not published, not approved, unapproved, disapproved, removed, inactive, private, hold',
    'declined, blocked, flagged, awaiting moderation, 0, false, no, nein, non, 否',
    'nicht veröffentlicht, verborgen, ausstehend, abgelehnt, gelöscht, non publié, masqué',
    'en attente, rejeté, supprimé, oculto, pendiente, rechazado, eliminado, no publicado, 未发布',
    '隐藏, 已隐藏, 已删除, 删除, 待审核, 审核中, 审核不通过, 未通过, 已屏蔽, 屏蔽, 垃圾',
  ),
);

/** Returns whether a state means that a row is not shown to buyers. */
export function isUnpublished(state: string): boolean {
  return UNPUBLISHED.has(state.toLowerCase());
}

/** Returns whether the ID of the row above means that this row answers it. */
export function isAnswerTo(parent: string): boolean {
  return parent !== '' && parent !== '0';
}

/** Texts that platforms write where the buyer wrote none. */
const BY_SHOP =
  /^(?:此|该)?(?:用户|买家|顾客)?(?:没有|未|未及时)?(?:填写|做出|发表|作出)?(?:任何)?(?:文字)?(?:评价|评论|内容)(?:内容)?[。.!！]?$|^(?:系统)?默认好评[。.!！]?$|系统默认(?:好评|评价)/u;

/** Returns whether a platform wrote the text in place of the buyer. */
export function isWrittenByShop(text: string): boolean {
  return text.length <= 30 && BY_SHOP.test(text);
}

/** Reads "Yes", "TRUE", "1", "是"; null where a cell says neither yes nor no. */
export function readYesNo(cell: string): boolean | null {
  const text = cell.toLowerCase();
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  const level = opinionLevel(text);
  return level === null || level === 0 ? null : level > 0;
}

const YES: ReadonlySet<string> = new Set(words('1, y, verified, verified buyer, 已购, 已购买'));
const NO: ReadonlySet<string> = new Set(['0', 'n', 'not verified', 'unverified', '未购']);
