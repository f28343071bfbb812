import { words } from '#core/base/text/words.ts';
import type { Aspect, AspectWords } from './aspect.ts';
import { ASPECTS } from './aspect.ts';
import { CHINESE_WORDS } from './chinese-words.ts';
import { ENGLISH_WORDS } from './english-words.ts';

interface Seeds {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** Ten words or phrases an aspect and language. English words stand for all their forms: "fit" for "fits", "fitting". */
const SEEDS: Readonly<Record<Aspect, Seeds>> = {
  'size-and-fit': {
    en: words('size, fit, small, large, tight, loose, length, waist, petite, flattering'),
    zh: ['尺码', '大小', '尺寸', '合身', '肥瘦', '宽松', '个头', '码数', '偏大', '偏小'],
  },
  quality: {
    en: words(
      'quality, well made, stitch, seam, durable, broke, fell apart, defective, hole, flimsy',
    ),
    zh: ['质量', '做工', '结实', '耐用', '坏了', '新鲜', '烂', '线头', '正品', '品质'],
  },
  material: {
    en: words('material, fabric, soft, cotton, comfortable, itchy, thin, thick, sheer, texture'),
    zh: ['材质', '面料', '布料', '料子', '手感', '舒服', '柔软', '薄', '厚', '透气'],
  },
  looks: {
    en: words('colour, color, look, beautiful, style, design, picture, pretty, gorgeous, cute'),
    zh: ['颜色', '款式', '好看', '漂亮', '外观', '样子', '色差', '图片', '设计', '时尚'],
  },
  performance: {
    en: [
      ...['work great', 'performance', 'battery', 'speed', 'fast'],
      ...['charge', 'function', 'power', 'easy to use', 'effective'],
    ],
    zh: ['性能', '功能', '电池', '速度', '运行', '反应', '死机', '效果', '屏幕', '好用'],
  },
  'smell-and-taste': {
    en: words('smell, odour, odor, scent, fragrance, taste, flavour, flavor, stink, delicious'),
    zh: ['味道', '气味', '异味', '香味', '好闻', '好吃', '甜', '口感', '难闻', '刺鼻'],
  },
  safety: {
    en: [
      ...['safe', 'dangerous', 'hazard', 'burnt', 'sharp edge'],
      ...['allergic', 'rash', 'toxic', 'caught fire', 'electric shock'],
    ],
    zh: ['安全', '危险', '漏电', '过敏', '有毒', '起火', '爆炸', '划伤', '烫伤', '刺激'],
  },
  price: {
    en: words(
      'price, expensive, cheap, worth, money, cost, on sale, good value, pricey, affordable',
    ),
    zh: ['价格', '便宜', '性价比', '贵', '实惠', '划算', '优惠', '降价', '价钱', '物有所值'],
  },
  delivery: {
    en: [
      ...['delivery', 'deliver', 'ship', 'arrive', 'courier'],
      ...['tracking', 'arrived late', 'came quickly', 'in the mail', 'postage'],
    ],
    zh: ['物流', '快递', '发货', '送货', '次日达', '配送', '快递员', '运输', '送到', '第二天就到'],
  },
  packaging: {
    en: words(
      'packaging, pack, box, wrap, parcel, bubble wrap, sealed, leak, crushed, plastic bag',
    ),
    zh: ['包装', '盒子', '箱子', '包裹', '密封', '漏', '纸箱', '压坏', '破损', '塑料袋'],
  },
  instructions: {
    en: [
      ...['instruction', 'manual', 'assembly', 'assemble', 'put together'],
      ...['set up', 'guide', 'directions', 'easy to install', 'diagram'],
    ],
    zh: words('说明书, 教程, 组装, 使用说明, 操作说明, 拼装, 指南, 图纸, 步骤, 安装说明'),
  },
  service: {
    en: [
      ...['customer service', 'seller', 'customer support', 'refund', 'response'],
      ...['replacement', 'staff', 'warranty', 'exchange policy', 'return policy'],
    ],
    zh: ['服务', '客服', '售后', '态度', '卖家', '退货', '换货', '退款', '师傅', '商家'],
  },
};

/** Each aspect's seeds begin with the ten English and ten Chinese ones. */
export const SEED_COUNT = 20;

/** The aspects with our words only, before a shop's own texts add theirs. */
export const SEED_ASPECTS: readonly AspectWords[] = ASPECTS.map((aspect) => ({
  aspect,
  seeds: [
    ...new Set([
      ...SEEDS[aspect].en,
      ...SEEDS[aspect].zh,
      ...ENGLISH_WORDS[aspect].split(', '),
      ...CHINESE_WORDS[aspect].split(' '),
    ]),
  ],
  grown: [],
  added: [],
  removed: [],
}));
