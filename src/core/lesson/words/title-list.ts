// Invented titles of products, which make the map: six of each of five categories, in both languages.

import { words } from '#core/base/text/words.ts';

export const TITLE_CATEGORIES = ['seats', 'coats', 'cups', 'sound', 'shoes'] as const;
export type TitleCategory = (typeof TITLE_CATEGORIES)[number];

export interface ListedTitle {
  readonly category: TitleCategory;
  readonly title: string;
}

type Titles = Readonly<Record<TitleCategory, readonly string[]>>;

const ENGLISH: Titles = {
  seats: words(
    'Velvet armchair, Oak dining chair, Corner sofa, Garden bench, Reading chair, Bar stool',
  ),
  coats: words('Wool coat, Rain jacket, Padded parka, Denim jacket, Long trench coat, Fleece vest'),
  cups: words(
    'Coffee mug, Porcelain tea cup, Espresso cups, Glass tumbler, Travel mug, Wine glasses',
  ),
  sound: [
    ...['Wireless headphones', 'Bluetooth speaker', 'Noise cancelling earbuds'],
    ...['Record player', 'Microphone', 'Pocket radio'],
  ],
  shoes: words(
    'Running shoes, Leather boots, Canvas sneakers, Summer sandals, House slippers, Hiking boots',
  ),
};

const CHINESE: Titles = {
  seats: ['天鹅绒扶手椅', '橡木餐椅', '转角沙发', '花园长椅', '阅读椅', '吧台凳'],
  coats: ['羊毛大衣', '防雨夹克', '棉服外套', '牛仔外套', '长款风衣', '抓绒背心'],
  cups: ['咖啡杯', '陶瓷茶杯', '浓缩咖啡杯', '玻璃水杯', '旅行水杯', '葡萄酒杯'],
  sound: ['无线耳机', '蓝牙音箱', '降噪耳塞', '唱片机', '麦克风', '收音机'],
  shoes: ['跑步鞋', '皮靴', '帆布鞋', '夏季凉鞋', '居家拖鞋', '登山靴'],
};

/** Returns the titles of a language. */
export function listedTitles(isChinese: boolean): ListedTitle[] {
  const titles = isChinese ? CHINESE : ENGLISH;
  return TITLE_CATEGORIES.flatMap((category) =>
    titles[category].map((title) => ({ category, title })),
  );
}
