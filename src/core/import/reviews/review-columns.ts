// What columns of reviews, returns and questions are called, in English, Chinese, German, French and Spanish.

import { words } from '#core/base/text/words.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';

export type ReviewField =
  | 'id'
  /** Whether the row is published; several columns count. */
  | 'status'
  /** ID of the row that this row answers. */
  | 'parent'
  | 'productId'
  | 'sku'
  | 'handle'
  /** Address of the product's page. */
  | 'url'
  | 'product'
  | 'rating'
  | 'title'
  | 'text'
  | 'day'
  | 'units'
  | 'reason'
  | 'question'
  | 'answer'
  | 'verified'
  /** What the messages of one chat have in common; it is never kept. */
  | 'conversation'
  /** Role or name of who wrote a message; it is never kept. */
  | 'sender'
  | 'messageType'
  /** Whether the buyer sees a message. */
  | 'visibility';

/** Headers as in the file. */
export type ReviewColumns = Readonly<Partial<Record<ReviewField, readonly string[]>>>;

/** Names of a text in some files and of a rating in others. */
const EITHER: readonly string[] = words(
  'review, 评价, 评论, bewertung, avis, reseña, opinión, valoración',
);

/** The same names, normalised. */
export const TEXT_OR_RATING: ReadonlySet<string> = folded(EITHER);

/** Names that only files of what buyers said have. */
export const TELLING: Readonly<Partial<Record<ReviewField, ReadonlySet<string>>>> = {
  id: folded([
    ...['review id', 'review number', '评论编号', '评论id', '评价编号', '评价id', '评论序号'],
    ...['bewertungs id', 'bewertungsnummer', 'id avis', 'id de l avis', 'id de reseña'],
  ]),
  rating: folded(
    words(
      'review rating, review score, review stars, star rating, stars, sternebewertung, sterne',
      'étoiles, estrellas, 评价星级, 评论星级, 星级, 商品评分, 描述评分',
    ),
  ),
  title: folded([
    ...['review title', 'review headline', 'review subject', 'comment title', '评论标题'],
    ...['评价标题', 'titel der bewertung', 'bewertungstitel', 'titre de l avis', 'titre avis'],
    ...['título de la reseña', 'título de reseña'],
  ]),
  text: folded([
    ...EITHER,
    ...['review text', 'review content', 'review body', 'review message', 'review comment'],
    ...['review comments', 'review description', 'review details', 'comment content'],
    ...['customer review', 'buyer review', 'customer feedback', 'feedback text', 'comment text'],
    ...['评价内容', '评论内容', '评价详情', '评论详情', '买家评价', '用户评论', '用户评价'],
    ...['初评内容', '首评内容', '评语', '评价文本', '评论文本'],
    ...['bewertungstext', 'rezension', 'rezensionstext', 'kundenbewertung', 'bewertung text'],
    ...['text der bewertung', 'avis client', 'texte de l avis', 'texte avis', 'contenu de l avis'],
    ...['commentaire client', 'texto de la reseña', 'contenido de la reseña'],
    ...['opinión del cliente'],
  ]),
  day: folded([
    ...['review date', 'date of review', 'review created', 'review created at', 'reviewed at'],
    ...['review date created', 'date reviewed', 'review time', 'comment date', '评价时间'],
    ...['评论时间', '评价日期', '评论日期', 'bewertungsdatum', 'datum der bewertung'],
    ...['date de l avis', 'date avis', 'fecha de la reseña', 'fecha de reseña'],
  ]),
  question: folded([
    ...['question', 'question text', 'question content', 'question body', 'customer question'],
    ...['buyer question', 'frage', 'kundenfrage', 'fragetext', 'question du client'],
    ...['question client', 'pregunta', 'pregunta del cliente', '问题', '提问', '提问内容'],
    ...['问题内容', '买家提问', '咨询内容', '买家问题', '客户问题', '顾客提问'],
  ]),
  reason: folded([
    ...['return reason', 'reason for return', 'return reason code', 'refund reason'],
    ...['returned reason', 'reason for refund', 'retourengrund', 'rückgabegrund'],
    ...['rücksendegrund', 'grund der retoure', 'grund der rücksendung', 'motif de retour'],
    ...['motif du retour', 'raison du retour', 'motivo de devolución', 'motivo de la devolución'],
    ...['退货原因', '退款原因', '退换原因', '退货退款原因', '售后原因'],
  ]),
};

/** Signs of a returned piece in columns that are not read as such. */
export const RETURN_SIGNS: ReadonlySet<string> = folded(
  words(
    'return date, returned at, return id, return number, returned on, rma, rma number',
    'detailed disposition, license plate number, return quantity, returned quantity, date returned',
    'return status, 退货时间, 退货日期, 退货数量, 退货编号, 售后编号, retourendatum, rückgabedatum',
    'retourennummer, date de retour, date du retour, fecha de devolución',
  ),
);

/** Names of each field, best first. */
export const NAMES: Readonly<Record<ReviewField, ReadonlySet<string>>> = {
  id: named('id', [
    ...['comment id', 'feedback id', 'question id', 'return id', 'rma', 'rma number', 'id'],
    ...['编号', '序号', '问题编号', '退货编号', '售后编号', 'retourennummer'],
  ]),
  status: folded(
    words(
      'status, state, review status, review state, curated, comment approved, approved, is approved',
      'published, is published, review is published, publication status, moderation status',
      'visibility, veröffentlicht, freigegeben, statut, publié, approuvé, estado, publicado',
      'aprobado, 状态, 评论状态, 评价状态, 审核状态, 是否显示, 是否公开, 显示状态, 展示状态',
    ),
  ),
  parent: folded([
    ...['comment parent', 'parent id', 'parent review id', 'parent comment id', 'in reply to'],
    ...['reply to', '父评论id', '回复对象'],
  ]),
  productId: folded(
    words(
      'product id, shopify product id, external product id, item id, listing id, comment post id',
      'asin, child asin, product identifier, product number, product code, item number',
      'article number, goods id, spu id, spu, style id, clothing id, produkt id, produktnummer',
      'artikelnummer, artikel nr, artikel id, id produit, id du produit, référence produit',
      'référence, id producto, id del producto, id de producto, referencia, 商品id, 商品编号',
      '商品编码, 宝贝id, 产品id, 产品编号, 产品编码, 款号, 货号, spu编码, 商品货号',
    ),
  ),
  sku: folded([
    ...['sku', 'product sku', 'item sku', 'variant sku', 'seller sku', 'merchant sku'],
    ...['sku id', 'sku编码', '商家编码', 'asin', 'fnsku', 'referencia sku'],
  ]),
  handle: folded(['handle', 'product handle', 'slug', 'product slug']),
  url: folded(
    words(
      'product url, product link, product page, product page url, item url, listing url, produkt url',
      'produktlink, url du produit, url produit, url del producto, 商品链接, 宝贝链接, 产品链接',
    ),
  ),
  product: folded(
    words(
      'product title, product name, item name, item title, listing title, listing, product, item',
      'product group, purchased item, produktname, produkttitel, produkt, artikelname',
      'artikelbezeichnung, artikel, nom du produit, titre du produit, nom produit, produit, article',
      'nombre del producto, título del producto, nombre de producto, producto, artículo, 商品名称',
      '商品标题, 宝贝标题, 宝贝名称, 产品名称, 商品名, 商品, 产品, 宝贝',
    ),
  ),
  rating: named('rating', [
    ...['rating', 'score', 'overall rating', 'product rating', 'rating value', 'customer rating'],
    ...['grade', '评分', '打分', '得分', '分数', '评价等级', '好评中评差评', '评价类型'],
    ...['评价结果', 'note', 'punktzahl', 'punkte', 'évaluation', 'notation'],
    ...['calificación', 'puntuación', 'puntaje', 'recommended ind', 'recommended'],
    ...['is recommended', 'recommend', 'would recommend', '是否推荐', '推荐', 'weiterempfehlung'],
    ...['sentiment', 'label', 'polarity', '情感', '标签', ...EITHER],
  ]),
  title: named(
    'title',
    words('title, headline, subject, summary, titel, überschrift, titre, título, 标题'),
  ),
  text: named(
    'text',
    words(
      'customer comments, customer comment, buyer comment, buyer comments, return comments',
      'return comment, return note, return notes, comments, comment, body, content, message, text',
      'feedback, kommentar, kommentare, kundenkommentar, nachricht, inhalt, commentaire',
      'commentaires, message client, texte, contenu, comentario, comentarios, mensaje, texto',
      'contenido, 内容, 留言, 买家留言, 退货说明, 退款说明, 备注, 文本, 正文, message text',
      'message content, message body, 消息内容, 聊天内容, 对话内容, 会话内容, 消息, 聊天记录',
    ),
  ),
  day: named(
    'day',
    words(
      'return date, returned at, date returned, returned on, question date, asked at, asked on',
      'created at, date created, creation date, submitted at, submission date, posted at',
      'published at, date, created, timestamp, time, comment date gmt, datum, erstellt am',
      'retourendatum, rückgabedatum, date de création, date de retour, date du retour',
      'fecha de devolución, fecha, fecha de creación, 退货时间, 退货日期, 提问时间, 咨询时间',
      '创建时间, 时间, 日期, 申请时间, 退款申请时间, sent at, sent on, sent, sent time, sent date',
      'message time, message date, 发送时间, 消息时间, 聊天时间, 会话时间',
    ),
  ),
  units: folded(
    words(
      'return quantity, returned quantity, quantity returned, quantity, qty, units, pieces, menge',
      'anzahl, stückzahl, quantité, cantidad, 退货数量, 数量, 件数',
    ),
  ),
  reason: named('reason', ['reason', 'reason code', 'grund', 'motif', 'raison', 'motivo', '原因']),
  question: TELLING.question!,
  answer: folded(
    words(
      'answer, answer text, answer content, answer body, reply, reply content, reply text, response',
      'merchant reply, seller reply, shop reply, store reply, merchant response, owner response',
      'company reply, public reply, seller response, antwort, antworttext, händlerantwort, réponse',
      'réponse du vendeur, respuesta, respuesta del vendedor, 回答, 答案, 回复, 回复内容, 商家回复',
      '卖家回复, 客服回复, 掌柜回复, 解释, 回答内容',
    ),
  ),
  verified: folded([
    ...['verified purchase', 'verified', 'is verified', 'is verified buyer', 'verified buyer'],
    ...['verified reviewer', 'is verified purchase', 'verified customer', 'verifizierter kauf'],
    ...['verifiziert', 'achat vérifié', 'vérifié', 'compra verificada', 'verificado', '已购'],
    ...['是否购买', '是否已购', '已购买', '认证购买'],
  ]),
  // A buyer's own number or nick comes last: it stands for a chat where nothing else does.
  conversation: folded(
    words(
      'conversation id, session id, chat id, chat session id, ticket id, thread id, conversation',
      'session, chat, ticket, thread, conversation number, ticket number, ticket no, case id',
      'case number, 会话id, 会话编号, 会话号, 会话, 对话id, 对话编号, 聊天id, 聊天编号, 咨询id',
      '咨询编号, 工单id, 工单编号, 工单号, visitor id, customer id, buyer id, 访客id, 客户id, 顾客id',
      '买家id, 买家昵称, 买家旺旺, 旺旺昵称, 客户昵称, 顾客昵称',
    ),
  ),
  // Roles first: they are surer than names.
  sender: folded(
    words(
      'sender role, sender type, author role, author type, role, user role, user type, from type',
      'direction, message direction, sender, sender name, message sender, from, sent by, author',
      'author name, speaker, 发送方角色, 发送者角色, 发送者类型, 发送方类型, 角色, 发送方, 发送者',
      '发送人, 消息发送方, 发言方, 发言人, 发言者, 发送方昵称, 发送人昵称, 发送者昵称',
    ),
  ),
  messageType: folded(words('message type, event type, comment type, type, 消息类型, 类型')),
  visibility: folded(['public', 'is public', 'visibility', '是否公开', '可见性']),
};

/** Returns the telling names of a field, then the others. */
function named(field: ReviewField, others: readonly string[]): ReadonlySet<string> {
  return new Set([...(TELLING[field] ?? []), ...folded(others)]);
}

function folded(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(foldedHeader));
}
