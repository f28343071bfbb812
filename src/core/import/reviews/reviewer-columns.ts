// Columns that tell who wrote a review. They are named, so that the seller sees that nothing of them is kept.

import { words } from '#core/base/text/words.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';
import { findPersonalColumns } from '../privacy/personal-columns.ts';

/** Names what is about the buyer. */
const isAboutBuyer = namedBy(
  'email reviewer author nickname nick username ip location avatar age gender city country phone img',
  'picture pictures photo photos image images video videos media verfasser rezensent alter geschlecht',
  'ort bild bilder foto fotos auteur pseudo ville autor autora edad ciudad imagen',
  '昵称 用户名 用户id 会员 买家名 买家id 头像 图片 晒图 视频 订单 性别 年龄 评价链接 评论链接 评价人 评论人 评论者',
  '地区 城市 ip属地 ip地址',
);
/** Whole headers about the buyer, the order or a page that names the buyer. */
const WHOLE: ReadonlySet<string> = new Set(
  words(
    'name, display name, full name, first name, last name, customer, user, order id, order number',
    'order no, order, user id, customer id, buyer id, license plate number, review url, review link',
    'bestellnummer, nom, nombre, numero de commande, numero de pedido',
  ),
);
/**
 * Returns the headers of columns with personal details, judging by headers and first rows.
 * @param read headers that are read, such as the text of the review
 */
export function reviewerColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  read: ReadonlySet<string>,
): string[] {
  const found = new Set(findPersonalColumns(headers, rows).map(({ header }) => header));
  return headers.filter((header) => !read.has(header) && (found.has(header) || isOfBuyer(header)));
}

function isOfBuyer(header: string): boolean {
  const name = foldedHeader(header);
  return WHOLE.has(name) || isAboutBuyer(name);
}
