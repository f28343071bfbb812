import { words } from '#core/base/text/words.ts';
import { CHINESE } from './header-vocabulary/chinese.ts';
import { ENGLISH } from './header-vocabulary/english.ts';
import type { FieldWords } from './header-vocabulary/vocabulary.ts';
import { FRENCH } from './header-vocabulary/french.ts';
import { GERMAN } from './header-vocabulary/german.ts';
import { JAPANESE } from './header-vocabulary/japanese.ts';
import { MORE_LANGUAGES } from './header-vocabulary/more-languages.ts';
import { PORTUGUESE } from './header-vocabulary/portuguese.ts';
import { SPANISH } from './header-vocabulary/spanish.ts';

export const HEADER_WORDS: readonly FieldWords[] = [
  ENGLISH,
  GERMAN,
  SPANISH,
  FRENCH,
  PORTUGUESE,
  CHINESE,
  JAPANESE,
  MORE_LANGUAGES,
];

/** Signs of demand that stand in for units if nothing else was counted. */
export const STAND_IN_WORDS: readonly string[] = words(
  'reviews, review count, number of reviews, ratings, rating count, downloads, installs, owners',
  'owned, players, backers, backers count, votes, vote count, num votes, users rated',
  'ratings count, positive ratings, reviews count, num reviews, bewertungen, anzahl bewertungen',
  'resenas, numero de resenas, avis, nombre d avis, avaliacoes, numero de avaliacoes, 评论数',
  '评价数, 累计评价, レビュー数, レビュー件数',
);

/**
 * Words that name a field only as the whole header: "广告点击量" counts clicks, "sold on day 1" units, and "折扣价" is a price.
 */
export const WHOLE_HEADERS: ReadonlySet<string> = new Set([
  ...['werbung', 'anuncios', '广告', '推广', '投放', '広告'],
  ...['discount', 'discounts', 'markdown', 'rabatt', 'rabatte', 'nachlass', 'remise', 'remises'],
  ...['reduction', 'ristourne', 'descuento', 'descuentos', 'rebajas', 'desconto', 'descontos'],
  ...['折扣', '让利', '打折', '割引', '値引', '値引き'],
  // "gross income" is what remains of the revenue.
  'income',
  ...['sold on', 'sold via', 'sold through', 'sold at', 'verkauft uber', 'verkauft auf'],
  ...['verkauft bei', 'vendido en', 'vendido em', 'vendu sur', 'vendu via'],
]);

/** Words for notes. A header made of these alone holds notes, not a property of the product. */
export const NOTE_WORDS: ReadonlySet<string> = new Set(
  words(
    'note, notes, comment, comments, remark, remarks, memo, memos, bemerkung, bemerkungen, anmerkung',
    'anmerkungen, kommentar, kommentare, notiz, notizen, nota, notas, comentario, comentarios',
    'observaciones, commentaire, commentaires, remarque, remarques, observacoes',
  ),
);

/** Whose notes, or about what: "internal notes" are notes, but "top notes" are a property of a perfume. */
export const NOTE_OWNER_WORDS: ReadonlySet<string> = new Set([
  ...['internal', 'my', 'our', 'seller', 'supplier', 'customer', 'buyer', 'staff', 'order'],
  ...['product', 'item', 'launch', 'additional', 'other', 'general', 'free', 'text'],
]);

/** Words for notes in scripts without spaces. */
export const NOTE_PARTS: readonly string[] = words('备注, 说明, 备忘, 注释, 備考, メモ, コメント');

/** Words that say when, in which currency or how a number was counted, but not what it is. */
export const NOISE_WORDS: ReadonlySet<string> = new Set(
  words(
    '4w, 4wk, 4wks, 28d, 30d, 28, 30, 4, four, week, weeks, day, days, first, in, the, total, usd',
    'eur, gbp, cny, rmb, jpy, cad, aud, brl, month, 1m, at launch, summe, gesamt, wochen, tage',
    'semanas, semaines, netto, brutto, ht, ttc, dias, jours, ersten, primeras, premieres, primeiras',
    '元, 円, 件, 个',
  ),
);

/** Words that change a header's meaning to something else than the field whose name it also contains. */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  words(
    'stock, inventory, tax, shipping, ship, returned, returns, refund, refunded, cancelled, canceled',
    'percentage, percent, share, rate, previous, last, url, length, lenght, characters, b2b, image',
    'end, updated, min, max, target, plan, planned, forecast, lager, bestand, steuer, versand',
    'retouren, mwst, anteil, quote, prognose, impuesto, envio, iva, existencias, porcentaje',
    'devueltas, canceladas, fin, tva, livraison, taux, retournees, annulees, remise, prevision',
    'imposto, frete, estoque, taxa, devolvidas, previsao',
  ),
);

/** The same in scripts without spaces, where a word can occur anywhere in a header. */
export const FOREIGN_PARTS: readonly string[] = words(
  '库存, 在庫, 入荷, 入库, 进货, 采购, 仕入, 退货, 退款, 返品, 取消, キャンセル, 税, 运费, 送料, 加购, 收藏, 率, 占比, 环比',
  '同比, 客单价, 客単価, 目标, 目標, 计划, 预计, 予定, 下架, 更新, 结束, 終了, 截止, 修改, 图片',
  '画像, 链接, 达人, 主播, 团长, 分销',
);
