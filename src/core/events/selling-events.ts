/** In the order of the year, by where most markets have them. */
export const EVENT_IDS = [
  'lunar-new-year',
  'carnival',
  'valentine',
  'ramadan',
  'womens-day',
  'st-patrick',
  'eid-al-fitr',
  'spring',
  'easter',
  'golden-week',
  'mothers-day',
  '520',
  'wedding-season',
  'childrens-day',
  'eid-al-adha',
  'graduation',
  'summer',
  'dragon-boat',
  'fathers-day',
  '618',
  'national-day',
  'qixi',
  'back-to-school',
  'mid-autumn',
  'diwali',
  'halloween',
  'singles-day',
  'thanksgiving',
  'black-friday',
  'winter',
  'saint-nicholas',
  'hanukkah',
  'double-12',
  'christmas',
  'new-year',
] as const;

export type EventId = (typeof EVENT_IDS)[number];

/** A time of the year that people buy for. */
export interface SellingEvent {
  readonly id: EventId;
  /** Words that products for it are named with, for the language model; no sentence, and nobody reads it. */
  readonly description: string;
}

const DESCRIPTIONS: Readonly<Record<EventId, string>> = {
  'lunar-new-year':
    'chinese new year spring festival red envelope zodiac lantern couplet lucky knot',
  carnival: 'carnival costume mardi gras masquerade mask beads confetti wig face paint',
  valentine: 'valentine heart love romantic couple rose chocolate gift for her sweetheart',
  ramadan: 'ramadan kareem crescent moon lantern iftar dates prayer mat quran calendar',
  'womens-day': 'womens day gift for her flowers beauty skincare perfume scarf',
  'st-patrick': 'st patricks day shamrock irish clover leprechaun lucky green',
  'eid-al-fitr': 'eid mubarak gift sweets abaya henna islamic crescent party decoration',
  spring: 'spring garden flower seeds planter bulbs watering can trellis bird feeder outdoor',
  easter: 'easter egg bunny chick rabbit basket hunt pastel spring wreath',
  'golden-week': 'travel luggage suitcase backpack camping picnic outdoor trip souvenir',
  'mothers-day': 'mothers day mom mum mother gift flowers mug necklace best mom',
  '520': 'love confession couple gift rose bouquet lipstick jewellery girlfriend',
  'wedding-season':
    'wedding bride bridal groom bridesmaid ring guest book confetti veil cake topper',
  'childrens-day': 'kids toy toys children doll building blocks puzzle plush game',
  'eid-al-adha': 'eid al adha mubarak hajj sheep feast islamic gift',
  graduation: 'graduation graduate cap gown diploma class of congratulations tassel',
  summer: 'summer beach swimsuit pool sunglasses sunscreen picnic bbq fan sandals cooler',
  'dragon-boat': 'dragon boat festival zongzi rice dumpling mugwort sachet',
  'fathers-day': 'fathers day dad father daddy gift for him tools beer grill wallet',
  '618': '618 mid year shopping festival sale deal discount bundle',
  'national-day': 'independence day national flag patriotic fireworks bunting country pride',
  qixi: 'qixi chinese valentine couple love magpie gift rose jewellery',
  'back-to-school':
    'school backpack pencil case notebook lunch box stationery student folder ruler',
  'mid-autumn': 'mid autumn festival mooncake lantern moon rabbit tea gift box chuseok',
  diwali: 'diwali deepavali diya rangoli lights lamp puja lakshmi sweets candle',
  halloween: 'halloween costume pumpkin skeleton witch ghost bat spider spooky trick or treat',
  'singles-day': 'singles day double 11 shopping festival sale deal discount bundle',
  thanksgiving: 'thanksgiving turkey harvest pumpkin fall autumn table platter pie cornucopia',
  'black-friday': 'black friday cyber monday deal sale discount bundle electronics',
  winter: 'winter warm scarf gloves hat fleece thermal heater blanket hot water bottle',
  'saint-nicholas': 'saint nicholas sinterklaas chocolate letters speculaas boot mitre gift',
  hanukkah: 'hanukkah chanukah menorah dreidel gelt jewish candles',
  'double-12': 'double 12 year end shopping festival sale deal discount',
  christmas: 'christmas xmas santa advent tree ornament stocking noel reindeer snowman bauble',
  'new-year': 'new years eve party champagne fireworks countdown confetti planner calendar',
};

export const SELLING_EVENTS: readonly SellingEvent[] = EVENT_IDS.map((id) => ({
  id,
  description: DESCRIPTIONS[id],
}));
