// @ts-check
// Rules for the days of each sales event in each market, in the grammar of date-holidays
// (https://github.com/commenthol/date-holidays/blob/master/docs/specification.md).

/** @typedef {import('../../../src/core/launch/events/selling-events.ts').EventId} EventId */

/**
 * Days from a rule. An event begins on `from`, and lasts one day or until the day before `until`. `unless` holds a day
 * that the event gives way to, and the day it moves to. `corrected` holds days by year where the rule is wrong. `before`
 * holds how many days before `from` an event begins, and how many it lasts.
 * @typedef {object} RuledDays
 * @property {string} markets
 * @property {string} from
 * @property {string} [until]
 * @property {[day: string, instead: string]} [unless]
 * @property {Readonly<Record<string, string>>} [corrected]
 * @property {readonly [days: number, length: number]} [before]
 */
/**
 * Days that the holidays of a market list under an English name.
 * @typedef {{ markets: string, holiday: string }} ListedDays
 */
/**
 * Days that date-holidays knows only for a few years, and not always correctly.
 * @typedef {{ markets: string, computed: 'diwali' | 'deepavali' }} ComputedDays
 */
/** @typedef {RuledDays | ListedDays | ComputedDays} EventRule */

const WESTERN_EUROPE = 'GB IE DE AT CH FR ES IT NL BE';
const EUROPE = `${WESTERN_EUROPE} PL SE DK`;
const NORTH = `US CA ${EUROPE}`;
const SOUTH = 'AU NZ ZA BR';
const EAST_ASIA = 'CN TW HK JP KR';
/** Markets with summer and winter as in the north; at the equator (SG, MY) there are none. */
const NORTHERN_SEASONS = `${NORTH} ${EAST_ASIA} MX`;
const DAY_AFTER_THANKSGIVING = 'friday after 4th thursday in November';
const CYBER_MONDAY_OVER = 'tuesday after 4th thursday in November';

/** Markets of Ramadan and Eid: where they are public holidays, or many shops sell for them. */
const MUSLIM_FEASTS = 'AE SA MY SG IN GB FR DE';

const ALL_BUT_BR_SA = `${NORTH} AU NZ ZA ${EAST_ASIA} SG MY IN MX AE`;

/** @type {Readonly<Record<EventId, readonly EventRule[]>>} */
export const EVENT_RULES = {
  // Shops in China choose the days anew each year: from three weeks before the feast until parcels no longer arrive.
  'new-year-goods': [{ markets: 'CN', from: 'chinese 01-0-01', before: [20, 13] }],
  // Where it is a public holiday, or large shops mark it for people from there.
  'lunar-new-year': [
    { markets: 'CN TW HK SG MY US CA GB AU NZ', from: 'chinese 01-0-01' },
    { markets: 'KR', from: 'korean 01-0-01' },
  ],
  // From Thursday ("Weiberfastnacht", "giovedì grasso") or Saturday until Ash Wednesday, or the one day on which people
  // dress up.
  carnival: [
    { markets: 'DE AT CH IT ES', from: 'easter -52', until: 'easter -46' },
    { markets: 'BR NL BE', from: 'easter -50', until: 'easter -46' },
    { markets: 'DK', from: 'easter -49' },
    { markets: 'US FR', from: 'easter -47' },
  ],
  // Brazil has its Dia dos Namorados instead.
  valentine: [
    { markets: ALL_BUT_BR_SA, from: '02-14' },
    { markets: 'BR', from: '06-12' },
  ],
  ramadan: [{ markets: MUSLIM_FEASTS, from: '1 Ramadan', until: '1 Shawwal' }],
  'womens-day': [
    { markets: 'CN', from: '03-01', until: '03-09' },
    { markets: 'TW IT PL', from: '03-08' },
  ],
  'st-patrick': [{ markets: 'IE US CA GB AU', from: '03-17' }],
  'eid-al-fitr': [{ markets: MUSLIM_FEASTS, from: '1 Shawwal' }],
  // Spring, summer and winter are meteorological; India's summer is that of its Meteorological Department, before the
  // monsoon.
  spring: [
    { markets: `${NORTH} CN JP KR`, from: '03-01', until: '06-01' },
    { markets: SOUTH, from: '09-01', until: '12-01' },
  ],
  easter: [{ markets: `${NORTH} ${SOUTH} MX`, from: 'easter' }],
  'golden-week': [
    { markets: 'JP', from: '04-29', until: '05-06' },
    { markets: 'CN', from: '10-01', until: '10-08' },
  ],
  // Korea has one Parents' Day, on 8 May. French law moves the day where it would be Pentecost.
  'mothers-day': [
    {
      markets: 'US CA GB IE DE AT CH ES IT NL BE PL SE DK AU BR MX ZA TW',
      holiday: "Mother's Day",
    },
    { markets: 'FR', from: 'sunday before 06-01', unless: ['easter 49', 'sunday after 06-01'] },
    { markets: 'NZ CN HK SG MY JP IN', from: '2nd sunday in May' },
    { markets: 'KR', from: '05-08' },
    { markets: 'AE SA', from: '03-21' },
  ],
  520: [{ markets: 'CN', from: '05-20' }],
  // Where one part of the year stands out: the dry and mild months.
  'wedding-season': [
    { markets: NORTH, from: '05-01', until: '10-01' },
    { markets: 'AU NZ ZA', from: '10-01', until: '04-01' },
    { markets: 'IN', from: '11-01', until: '03-01' },
  ],
  'childrens-day': [
    { markets: 'JP KR', from: '05-05' },
    { markets: 'CN PL', from: '06-01' },
    { markets: 'TW HK', from: '04-04' },
    { markets: 'MX', from: '04-30' },
    { markets: 'BR', from: '10-12' },
    { markets: 'IN', from: '11-14' },
  ],
  'eid-al-adha': [{ markets: MUSLIM_FEASTS, from: '10 Dhu al-Hijjah' }],
  graduation: [
    { markets: 'US', from: '05-01', until: '06-16' },
    { markets: 'CA CN TW SE DK', from: '06-01', until: '07-01' },
    { markets: 'JP', from: '03-01', until: '04-01' },
    { markets: 'KR', from: '02-01', until: '03-01' },
  ],
  summer: [
    { markets: `${NORTHERN_SEASONS} AE SA`, from: '06-01', until: '09-01' },
    { markets: SOUTH, from: '12-01', until: '03-01' },
    { markets: 'IN', from: '03-01', until: '06-01' },
  ],
  'dragon-boat': [{ markets: 'CN TW HK', from: 'chinese 05-0-05' }],
  // In Germany on Ascension Day; in Korea on the same day as Mother's Day.
  'fathers-day': [
    { markets: 'US CA GB IE NL PL TW AU BR ZA', holiday: "Father's Day" },
    { markets: 'FR CN HK SG MY JP IN MX', from: '3rd sunday in June' },
    { markets: 'BE AT', from: '2nd sunday in June' },
    { markets: 'CH', from: '1st sunday in June' },
    { markets: 'DE', from: 'easter 39' },
    { markets: 'ES IT', from: '03-19' },
    { markets: 'DK', from: '06-05' },
    { markets: 'SE', from: '2nd sunday in November' },
    { markets: 'NZ', from: '1st sunday in September' },
  ],
  // From the presale on, as Tmall announced it; before 2020 its first of June.
  618: [
    {
      ...{ markets: 'CN', from: '05-20', until: '06-21' },
      corrected: {
        ...{ 2015: '2015-06-01', 2016: '2016-06-01', 2017: '2017-06-01', 2018: '2018-06-01' },
        ...{ 2019: '2019-06-01', 2020: '2020-05-25', 2021: '2021-05-24', 2022: '2022-05-26' },
        ...{ 2023: '2023-05-26', 2025: '2025-05-13' },
      },
    },
  ],
  // Where people buy flags and hold parties for it: on the day itself, not on a substitute day off.
  'national-day': [
    { markets: 'US', from: '07-04' },
    { markets: 'CA', from: '07-01' },
    { markets: 'AU', from: '01-26' },
    { markets: 'FR', from: '07-14' },
    { markets: 'CH', from: '08-01' },
    { markets: 'NL', holiday: "King's Day" },
    { markets: 'SE', from: '06-06' },
    { markets: 'MX', from: '09-16' },
    { markets: 'BR', from: '09-07' },
    { markets: 'IN', from: '08-15' },
    { markets: 'SG', from: '08-09' },
    { markets: 'MY', from: '08-31' },
    { markets: 'AE', from: '12-02' },
    { markets: 'SA', from: '09-23' },
  ],
  qixi: [{ markets: 'CN TW', from: 'chinese 07-0-07' }],
  818: [{ markets: 'CN', from: '08-18' }],
  99: [{ markets: 'CN', from: '09-09' }],
  // When schools begin, over a country's regions and most years, as published by ministries and states. India: from
  // April, when the sessions of CBSE begin, to mid-June, when states in the west and south reopen. Malaysia is left
  // out: its year began in January, March and February in turn.
  'back-to-school': [
    { markets: 'US', from: '08-01', until: '09-08' },
    { markets: 'DE', from: '08-01', until: '09-16' },
    { markets: 'SE DK NL CH', from: '08-10', until: '09-08' },
    { markets: 'MX AE SA', from: '08-20', until: '09-06' },
    { markets: 'IE BE', from: '08-25', until: '09-04' },
    { markets: 'GB CA FR PL CN TW HK', from: '09-01', until: '09-09' },
    { markets: 'AT ES IT', from: '09-01', until: '09-17' },
    { markets: 'AU NZ BR', from: '01-25', until: '02-11' },
    { markets: 'ZA', from: '01-10', until: '01-21' },
    { markets: 'SG', from: '01-02', until: '01-06' },
    { markets: 'KR', from: '03-02', until: '03-06' },
    { markets: 'JP', from: '04-01', until: '04-11' },
    { markets: 'IN', from: '04-01', until: '06-16' },
  ],
  // Chuseok in Korea. In 2033 the leap month follows the eleventh month, not the seventh, because the winter solstice
  // has to stay in the eleventh. The new moon of 18 September 2039 is at 08:23 UTC. The tables of the Hong Kong
  // Observatory agree.
  'mid-autumn': [
    {
      markets: 'CN TW HK SG MY',
      from: 'chinese 08-0-15',
      corrected: { 2033: '2033-09-08', 2039: '2039-10-02' },
    },
    { markets: 'KR', from: 'korean 8-0-15', corrected: { 2033: '2033-09-08' } },
  ],
  diwali: [
    { markets: 'IN GB US CA AU AE', computed: 'diwali' },
    { markets: 'SG MY', computed: 'deepavali' },
  ],
  halloween: [{ markets: `US CA ${WESTERN_EUROPE} SE DK AU NZ JP HK SG MX`, from: '10-31' }],
  // In China from the presale on, as Tmall announced it; before 2020 its usual day.
  'singles-day': [
    {
      ...{ markets: 'CN', from: '10-15', until: '11-12' },
      corrected: {
        ...{ 2015: '2015-10-20', 2016: '2016-10-20', 2017: '2017-10-20', 2018: '2018-10-20' },
        ...{ 2019: '2019-10-20', 2020: '2020-10-21', 2021: '2021-10-20', 2022: '2022-10-24' },
        ...{ 2023: '2023-10-24', 2024: '2024-10-14' },
      },
    },
    { markets: 'TW HK SG MY', from: '11-11' },
  ],
  thanksgiving: [
    { markets: 'US', from: '4th thursday in November' },
    { markets: 'CA', from: '2nd monday in October' },
  ],
  // Up to and including Cyber Monday.
  'black-friday': [
    {
      markets: `${NORTH} ${SOUTH} MX AE SA`,
      from: DAY_AFTER_THANKSGIVING,
      until: CYBER_MONDAY_OVER,
    },
  ],
  winter: [
    { markets: `${NORTHERN_SEASONS} IN`, from: '12-01', until: '03-01' },
    { markets: SOUTH, from: '06-01', until: '09-01' },
  ],
  // On its eve in the Netherlands.
  'saint-nicholas': [
    { markets: 'NL', from: '12-05' },
    { markets: 'BE DE AT CH PL', from: '12-06' },
  ],
  hanukkah: [{ markets: 'US CA GB', from: '25 Kislev' }],
  'double-12': [{ markets: 'CN TW SG MY', from: '12-12' }],
  shuangdan: [{ markets: 'CN', from: '12-20', until: '01-04' }],
  christmas: [{ markets: `${ALL_BUT_BR_SA} BR`, from: '12-25' }],
  'new-year': [{ markets: `${ALL_BUT_BR_SA} BR`, from: '12-31' }],
};
