/** Sales events in the order of the year, by their date in most markets. */
export const EVENT_IDS = [
  'new-year-goods',
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
  '818',
  'back-to-school',
  '99',
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
  'shuangdan',
  'christmas',
  'new-year',
] as const;

export type EventId = (typeof EVENT_IDS)[number];

/** A time of the year that people buy for. */
export interface SellingEvent {
  readonly id: EventId;
  /**
   * Phrases in several languages that alone mark a product as meant for it. Each is a word, the start of one, or
   * several words in a row.
   */
  readonly phrases: readonly string[];
}

const PHRASES: Readonly<Record<EventId, string>> = {
  'new-year-goods': 'new year goods, 年货节, 年货',
  'lunar-new-year':
    'lunar new year, chinese new year, spring festival, red envelope, zodiac, 春节, 新年, 年货, 红包, 春联',
  carnival: 'carnival, mardi gras, masquerade, karneval, fasching, carnevale, carnaval, 狂欢节',
  valentine:
    'valentine, sweetheart, heart, hearts, kiss, darling, love, lover, romantic, romance, cupid, girlfriend, boyfriend, valentinstag, san valentin, 情人节, 情侣',
  ramadan: 'ramadan, iftar, suhoor, ramadan kareem, 斋月',
  'womens-day': 'womens day, international womens day, 8 march, 女神节, 妇女节, 38节, 三八节',
  'st-patrick': 'st patrick, st patricks, shamrock, leprechaun, irish',
  'eid-al-fitr': 'eid, eid mubarak, eid al fitr, 开斋节',
  spring: 'spring, gardening, seedling, planter, frühling, primavera, printemps, 春季, 春天',
  easter:
    'easter, bunny, easter egg, egg hunt, hare, rabbit, chick, paschal, ostern, oster, pascua, pâques, pasqua, 复活节, 彩蛋, 兔子',
  'golden-week': 'golden week, 黄金周, 国庆',
  'mothers-day':
    'mothers day, mother, mum, mom, mummy, grandma, muttertag, mama, fête des mères, 母亲节, 妈妈',
  '520': '520, confession, 表白, 告白',
  'wedding-season':
    'wedding, bride, bridal, bridesmaid, groom, hochzeit, mariage, boda, matrimonio, 婚礼, 结婚, 婚庆, 新娘',
  'childrens-day': 'childrens day, 儿童节, 六一',
  'eid-al-adha': 'eid, eid mubarak, eid al adha, hajj, 古尔邦节',
  graduation: 'graduation, graduate, diploma, abschluss, 毕业',
  summer:
    'summer, beach, seaside, coastal, nautical, vacation, pool, poolside, swim, swimsuit, sun, sunny, tropical, sommer, verano, été, estate, plage, 夏季, 夏天, 沙滩, 泳衣',
  'dragon-boat': 'dragon boat, zongzi, 端午, 粽子',
  'fathers-day':
    'fathers day, father, dad, daddy, grandpa, vatertag, papa, fête des pères, 父亲节, 爸爸',
  '618': '618, mid year sale',
  'national-day':
    'independence day, patriotic, fourth of july, stars and stripes, national day, 国庆',
  qixi: 'qixi, magpie, 七夕',
  '818': '818大促, 818狂欢',
  'back-to-school':
    'back to school, school, classroom, pupil, student, homework, teacher, campus, kindergarten, satchel, schoolbag, schule, schulanfang, rentrée, vuelta al cole, 开学, 学校, 学生, 书包',
  '99': '99大促, 划算节',
  'mid-autumn': 'mid autumn, mooncake, chuseok, 中秋, 月饼',
  diwali: 'diwali, deepavali, diya, rangoli, 排灯节',
  halloween:
    'halloween, spooky, haunted, eerie, creepy, scary, monster, witch, ghost, pumpkin, skeleton, trick or treat, vampire, zombie, 万圣, 南瓜, 女巫, 鬼',
  'singles-day': 'singles day, double 11, 双11, 双十一',
  thanksgiving: 'thanksgiving, turkey, harvest, 感恩节',
  'black-friday': 'black friday, cyber monday, 黑五',
  winter:
    'winter, snow, fleece, thermal, hot water bottle, mittens, winter warmer, hiver, invierno, inverno, 冬季, 冬天, 保暖',
  'saint-nicholas': 'saint nicholas, sinterklaas, nikolaus, 圣尼古拉',
  hanukkah: 'hanukkah, chanukah, menorah, dreidel, 光明节',
  'double-12': 'double 12, 双12, 双十二',
  shuangdan: '双旦, 双旦节',
  christmas:
    'christmas, xmas, santa, noel, yule, yuletide, festive, nativity, advent, reindeer, snowman, bauble, mistletoe, holly, sleigh, elf, gingerbread, candy cane, stocking filler, weihnacht, weihnachten, noël, navidad, natale, kerst, 圣诞',
  'new-year': 'new year, new years eve, countdown, silvester, nochevieja, 跨年, 元旦',
};

export const SELLING_EVENTS: readonly SellingEvent[] = EVENT_IDS.map((id) => ({
  id,
  phrases: PHRASES[id].split(', '),
}));
