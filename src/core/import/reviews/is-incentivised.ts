/** What buyers write who got something for their review. English, German, French, Spanish, Chinese. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:in|as an) (?:exchange|return) for (?:(?:my|an?|this|our|the) )?(?:(?:honest|unbiased|fair|free|truthful|and|,) ?)*(?:review|opinion|feedback|rating|testimonial)/i,
  /\b(?:received|got|given|sent|provided)\b.{0,50}\b(?:for free|free of charge|complimentary|free sample|at no (?:cost|charge)|at a discount(?:ed price)?)\b.{0,60}\b(?:review|test|feedback|opinion|try)/i,
  /\b(?:review|feedback) (?:was )?collected as part of a promotion\b|\bvine (?:voice|program|review)|\binfluenster\b/i,
  /\b(?:gift ?card|voucher|coupon|discount|refund|cash ?back|money)\b.{0,30}\b(?:for|if) (?:i |you )?(?:leav(?:e|ing)|writ(?:e|ing)|giv(?:e|ing)|post(?:ing)?|an?|my|this|good|positive|5.star|five.star| )+(?:reviews?|ratings?|feedback)\b/i,
  /\b(?:kostenlos|kostenfrei|gratis|unentgeltlich|rabattiert|vergünstigt)\b.{0,60}\b(?:test|zur verfügung|rezension|bewertung|produkttest)/i,
  /\bprodukttest(?:er(?:in)?)?\b|\bals (?:tester(?:in)?|testprodukt) (?:erhalten|bekommen)/i,
  /\bgutschein\w*\b.{0,40}\b(?:bewertung|rezension)|\b(?:bewertung|rezension)\w*\b.{0,40}\bgutschein/i,
  /\ben échange d(?:e mon|['’]un) avis|\breçu .{0,40}gratuit(?:ement)?.{0,60}(?:avis|test)|\bbon (?:d['’]achat|de réduction) .{0,30}\bavis/i,
  /\ba cambio de (?:mi|una|esta)? ?(?:opinión|reseña|valoración)|\bgratis .{0,40}(?:reseña|opinión|probar)/i,
  /好评返现|好评有礼|评价有礼|晒[图单]有?(?:返|送|礼)|免费试用.{0,12}(?:评价|好评|报告)/u,
  /(?:好评|五星|5星|晒图|晒单).{0,8}(?:返[现钱还]|红包|送(?:的)?(?:赠品|礼[品物])|优惠券|得赠品|有赠品)/u,
  /(?:赠品|礼品|红包|优惠券|返的?钱).{0,8}(?:才给|才写|换|所以给|就给).{0,4}(?:好评|五星|5星)/u,
];

/** Returns whether a review says that its writer got something for it. */
export function isIncentivised(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text));
}
