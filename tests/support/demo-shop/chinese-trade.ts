// 一家中国的家居礼品店：开在天猫、抖音、小红书、微信小程序和拼多多，跟着年货节、618、双11 上新，用人民币计价。

import { categories, materials } from './chinese-goods.ts';
import { PLAIN, type ShopTrade, type Style } from './trade.ts';

const themes: ShopTrade['themes'] = {
  [PLAIN]: { words: [''], bestLaunchWeek: 0, widthWeeks: 1, lift: 0 },
  spring: { words: ['新年', '春节', '年货'], bestLaunchWeek: 49, widthWeeks: 3, lift: 1.3 },
  mother: { words: ['母亲节', '送妈妈', '妈妈款'], bestLaunchWeek: 16, widthWeeks: 2, lift: 0.9 },
  confession: { words: ['520', '表白', '情侣'], bestLaunchWeek: 17, widthWeeks: 2, lift: 1 },
  summer: { words: ['夏季', '清凉', '夏日'], bestLaunchWeek: 22, widthWeeks: 5, lift: 0.8 },
  qixi: { words: ['七夕', '送女友', '鹊桥'], bestLaunchWeek: 29, widthWeeks: 2, lift: 0.9 },
  school: { words: ['开学季', '学生党', '宿舍'], bestLaunchWeek: 32, widthWeeks: 3, lift: 0.9 },
  moon: { words: ['中秋', '团圆', '玉兔'], bestLaunchWeek: 35, widthWeeks: 2.5, lift: 1 },
  winter: { words: ['冬季', '暖冬', '初雪'], bestLaunchWeek: 44, widthWeeks: 5, lift: 0.7 },
};

const festivals: ShopTrade['festivals'] = [
  { name: '618', bestLaunchWeek: 21.5, widthWeeks: 1.5, lift: 0.4, habitShare: 0.12 },
  { name: '双11', bestLaunchWeek: 42, widthWeeks: 2, lift: 0.5, habitShare: 0.18 },
  { name: '年货节', bestLaunchWeek: 51, widthWeeks: 1.5, lift: 0.4, habitShare: 0.1 },
];

/** For live streams, the fee includes the presenter's share. */
const channels: ShopTrade['channels'] = [
  { name: '天猫', fee: 0.08, adScale: 225, familiarity: 1.2, spendFactor: 0.9 },
  { name: '抖音', fee: 0.2, adScale: 450, familiarity: 0.8, spendFactor: 1.4 },
  { name: '小红书', fee: 0.1, adScale: 300, familiarity: 0.4, spendFactor: 1.2 },
  { name: '微信小程序', fee: 0.05, adScale: 150, familiarity: 0.1, spendFactor: 0.5 },
  { name: '拼多多', fee: 0.04, adScale: 300, familiarity: 0.3, spendFactor: 0.7 },
];

const promotions: ShopTrade['promotions'] = [
  { name: '无活动', discount: 0, pull: 0, unitsPerOrderFactor: 1, fondness: 0.9 },
  { name: '满减', discount: 0.1, pull: 0.12, unitsPerOrderFactor: 1, fondness: 0.4 },
  { name: '直播专享价', discount: 0.2, pull: 0.2, unitsPerOrderFactor: 1, fondness: 0.2 },
  { name: '第二件半价', discount: 0.12, pull: 0.05, unitsPerOrderFactor: 1.25, fondness: 0 },
  { name: '新人券', discount: 0.06, pull: 0.1, unitsPerOrderFactor: 1, fondness: 0.1 },
];

const styles: readonly Style[] = [
  { words: [''], quality: -0.15, channelLean: [0, 0, 0, 0, 0], worth: 1, sensitivity: 1 },
  {
    words: ['手工', '匠心'],
    quality: 0.35,
    channelLean: [0.1, -0.1, 0.5, 0.2, -0.4],
    worth: 1.25,
    sensitivity: 0.85,
  },
  {
    words: ['轻奢', '高级感'],
    quality: 0.2,
    channelLean: [0.4, -0.2, 0.4, 0.1, -0.5],
    worth: 1.45,
    sensitivity: 0.7,
  },
  {
    words: ['家用', '实惠'],
    quality: -0.1,
    channelLean: [-0.1, 0.4, -0.3, -0.1, 0.5],
    worth: 0.75,
    sensitivity: 1.3,
  },
  {
    words: ['环保', '可回收'],
    quality: 0.2,
    channelLean: [0.1, -0.2, 0.35, 0.3, -0.2],
    worth: 1.1,
    sensitivity: 0.95,
  },
  {
    words: ['卡通', '童趣'],
    quality: 0.05,
    channelLean: [0.1, 0.4, 0, 0.2, -0.1],
    worth: 0.9,
    sensitivity: 1.1,
  },
  {
    words: ['国潮', '新中式'],
    quality: 0.15,
    channelLean: [0.2, 0.3, 0.45, -0.1, -0.3],
    worth: 1.1,
    sensitivity: 0.9,
  },
  {
    words: ['加厚', '升级版'],
    quality: 0,
    channelLean: [0.4, 0, -0.5, -0.3, 0.5],
    worth: 1.2,
    sensitivity: 1,
  },
];

const sets: ShopTrade['sets'] = [
  { size: 2, name: '两件装' },
  { size: 3, name: '三件套' },
  { size: 4, name: '四件套' },
  { size: 6, name: '六件装' },
];

const brands: readonly string[] = [
  '雀尾巷',
  '砚台猫',
  '竹篙湾',
  '麦垄记',
  '雾凇里',
  '石榴井',
  '船坞灯',
  '鹿角坪',
  '芦花荡',
  '杏仁桥',
  '纸鸢坡',
  '糯米街',
  '铜铃斋',
  '半盏茶铺',
  '云片糕坊',
  '青梅渡口',
];

/** Rounds a worth in yuan to a price tag. Below 100 yuan, tags end in nine jiao (.90). */
function listPriceOf(worth: number): number {
  const yuan = Math.round(worth);
  return worth < 100 ? Math.max(1, yuan) - 0.1 : yuan;
}

export const CHINESE_TRADE = {
  ...{ themes, festivals, channels, promotions, styles, materials, categories, sets, brands },
  titleOf: ({ theme, style, material, noun, set }) =>
    `${theme && `【${theme}】`}${style}${material}${noun}${set && ` ${set}`}`,
  listPriceOf,
  plannedAdSpend: 200,
} satisfies ShopTrade;
