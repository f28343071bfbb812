// Reviews of how a parcel came say nothing of the product in it.

/** Longer texts hold more than words of delivery. */
const LONGEST = 240;

const DELIVERY_LATIN =
  /\b(?:deliver\w*|shipp\w*|shipment|courier|parcel|packag\w*|packed|arriv\w*|dispatch\w*|postage|tracking|ups|fedex|dhl|usps|hermes|liefer\w*|geliefert|versand\w*|versendet|paket\w*|verpack\w*|zustell\w*|angekommen|livr\w*|exp[ée]di\w*|colis|emball\w*|arriv[ée]e?s?|env[ií]\w*|entreg\w*|paquet\w*|embal\w*|lleg\w*|mensajer\w*)\b/giu;
const DELIVERY_HAN =
  /快递|物流|发货|送货|配送|到货|包装|包裹|派送|送达|收货|收到|京东送|顺丰|圆通|申通|中通|韵达|送得|寄/gu;

/** Words that say nothing of a product by themselves. */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'a an the and but so it its it’s was is were are be been very really quite too super extremely',
    'just also still all as for to of in on at by with from my me i we you your they this that had has',
    'have came come got get received order ordered item product seller service shop store thanks thank',
    'great good excellent fast quick quickly slow late early prompt promptly perfect fine ok okay nice bad',
    'poor terrible awful well happy pleased satisfied recommend recommended again day days week weeks',
    'time hours two three one four five 1 2 3 4 5 6 7 no not never yet problem problems stars star top',
    'und aber der die das ein eine es ist war waren sehr schnell schnelle schneller langsam gut gute guter',
    'super alles prima danke gerne wieder bestellung artikel ware verkäufer tag tage tagen woche wochen',
    'kam kommt zu spät pünktlich perfekt wie immer ich bin zufrieden jederzeit in mit nach',
    'et mais le la les un une très rapide rapidement bien bon bonne parfait merci commande article vendeur',
    'jour jours semaine semaines en retard lent produit reçu est était',
    'y pero el la los las un una muy rápido rápida rápidamente bien buen bueno buena perfecto gracias',
    'pedido artículo vendedor día días semana semanas tarde lento producto todo es fue',
  ].flatMap((line) => line.split(' ')),
);
const FILLER_HAN =
  /^(?:[很非常特别挺还真太就又也都再的了吧哦啊呢哈好快慢棒赞差给力不错满意谢支持卖家老板店家服务态度五星评速度及时\d天到下次会来买第二当已经有点可以一般]|好评)*$/u;

/** Returns whether a text is about delivery, the courier or the packaging, and about nothing else. */
export function isDeliveryOnly(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const clauses = text
    .toLowerCase()
    .split(
      /[.,;:!?。，；：！？、~～…()（）\n]+|\s(?:and|but|und|aber|et|mais|y|pero)\s|但是?|而且/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  const about = clauses.map(isOfDelivery);
  return about.includes(true) && clauses.every((clause, i) => about[i] ?? isFiller(clause));
}

/** Returns true for a clause of delivery, false for one of something else, null for one that says neither. */
function isOfDelivery(clause: string): boolean | null {
  if (isFiller(clause)) return null;
  const rest = clause.replace(DELIVERY_LATIN, ' ');
  const restHan = rest.replace(DELIVERY_HAN, '');
  return restHan !== clause && isFiller(restHan);
}

function isFiller(clause: string): boolean {
  const words = clause.match(/[\p{L}\p{N}’']+/gu) ?? [];
  return words.every((word) => FILLERS.has(word) || FILLER_HAN.test(word));
}
