// Facts that buyers ask for, each with the words that ask for it. Narrower than an aspect: cotton and warm are both material,
// but who asks for one does not want to know the other.

import { PhraseTrie } from '#core/model/aspects/phrase-trie.ts';
import { textUnits } from '#core/model/aspects/text-units.ts';

/**
 * Of a question that names several, the first in this list is asked for: "does the wool pill" does not ask for the material.
 * English words stand for all their forms; "1" stands for any number. Written by us.
 */
const FACTS: readonly string[] = [
  'shrink, shrinkage, shrunk, shrank, preshrunk, get smaller, become smaller, smaller after, smaller in the wash, 缩水, ' +
    '变小, 洗小, 缩不缩, 会缩, 缩吗',
  'fade, bleed, colourfast, colorfast, colours fast, colors fast, 掉色, 褪色',
  'pill, pilling, bobble, 起球',
  'stretch, stretchy, elastic, 弹性, 弹力, 有弹',
  'breathable, 透气, 闷热, 闷吗, 会闷',
  'see through, see thru, see through it, sheer, transparent, opaque, 会透, 透吗, 透不透, 很透, 太透, 透明, 透肉, 透光',
  'thick, thin, thickness, 厚吗, 厚不厚, 厚薄, 厚度, 厚款, 薄款, 多厚, 加厚, 薄吗, 薄不薄',
  'warm, warmth, insulated, for winter, in winter, 保暖, 暖和, 冬天',
  'soft, itchy, itch, scratchy, 软吗, 软不软, 柔软, 扎人, 扎不扎',
  'safe for skin, allergy, allergic, sensitive skin, 过敏, 敏感肌',
  'smell, odour, odor, scent, stink, smelly, stinky, musty, fume, 味道, 气味, 异味, 香味, 有味, 味吗, 塑料味, 味重, 没味, 难闻, 刺鼻, 臭吗, 好闻',
  'taste, flavour, flavor, sweet, bitter, 口感, 口味, 甜吗, 甜不甜, 好吃, 好喝, 酸吗, 苦吗',
  '运费险',
  'return address, where do i send, where to send, where do i return, where should i post, send back to, ' +
    'parcel back to, to which address should i return, address for return, 退货地址, 寄回, 退回去, 退到哪, 退货寄',
  'return, refund, exchange, send back, send it back, money back, 退货, 退款, 换货, 退换, 可以退, 能退, 换尺码, 免费换, 换一件, 无理由',
  'shipping cost, delivery cost, shipping fee, shipping charge, delivery charge, delivery fee, cost of shipping, ' +
    'cost of delivery, how much is shipping, how much is delivery, free shipping, free delivery, shipping free, ' +
    'delivery free, pay for delivery, pay for shipping, postage, 运费, 包邮, 邮费, 免邮',
  'delivery time, shipping time, will it arrive, does it arrive, until it arrive, to arrive, arrive by, arrive before, ' +
    'arrive in time, arrive on time, when do you ship, when will you ship, when does it ship, dispatch, days for shipping, ' +
    'days for delivery, how long does delivery, how long does shipping, how long is delivery, how long is shipping, ' +
    'how long for delivery, how long will delivery, how long will shipping, how fast is delivery, how fast is shipping, ' +
    'how fast do you ship, how quickly do you ship, 发货, 能到, 送到, 能收到, 多久收到, 几天收到, 什么时候到, 到货时间, 多久到, 几天到, 寄出, ' +
    '能发货, 能寄出, 能送到, 能送达',
  'ship to, deliver to, shipped to, delivered to, international shipping, ship abroad, ship international, 寄到, 发到, 能寄, ' +
    '能送, 能发',
  'courier, carrier, ups, usps, fedex, dhl, 快递, 物流公司, 顺丰, 圆通, 中通, 韵达, 申通, 邮政',
  'in stock, back in stock, restock, sold out, out of stock, 现货, 有货, 补货, 库存, 缺货',
  'discount, coupon, promo, promo code, voucher, on sale, a sale, cheaper, 优惠, 优惠券, 便宜, 打折, 折扣, 活动, 满减, 降价',
  'free gift, 赠品, 送什么, 礼品, 赠送',
  'gift box, gift wrap, gift bag, 礼盒, 送人, 礼品袋',
  'warranty, guarantee, 保修, 质保',
  'invoice, receipt, vat, 发票, 开票',
  'genuine, authentic, authenticity, fake, counterfeit, 正品, 真品, 假货',
  'expiry, expire, expiration, best before, shelf life, use by, sell by, how long does it keep, 保质期, 生产日期, 有效期, 过期, 到期, ' +
    '哪天生产, 新鲜',
  'battery life, battery last, battery hold, battery run, run on a charge, last on a charge, 续航, 待机, 能用几个小时, 充满电能用, ' +
    '电池能用',
  'charging time, charging take, take to charge, time to charge, how long to charge, 充满, 充一次, 充多久, 充电多久, 充电时间',
  'dishwasher, 洗碗机',
  'microwave, 微波, 微波炉',
  'fridge, refrigerator, freezer, 冰箱, 冷藏, 冷冻',
  'oven, 烤箱, 明火',
  'baby, newborn, infant, toddler, kid, child, children, 宝宝, 婴儿, 小孩, 孩子, 儿童',
  'pregnant, pregnancy, 孕妇, 怀孕',
  'waterproof, water resistant, water repellent, rain, get wet, 防水, 下雨, 雨天, 淋雨',
  'loud, noise, noisy, quiet, silent, 噪音, 噪声, 声音, 静音, 吵吗, 吵不吵',
  'assemble, assembly, put together, put it together, install, installation, 安装, 组装, 拼装',
  'user manual, instruction, how to use, how do i use, 说明书, 怎么用, 使用方法, 用法',
  'compatible, compatibility, 兼容, 适配, 通用',
  'run small, run large, run big, run short, run long, true to size, fit small, fit large, fit big, fit is small, ' +
    'fit is large, is the fit small, is the fit large, come up small, come up large, fit as expected, 偏大, 偏小, 偏码, 偏长, 偏短, ' +
    '正码, 标准码, 尺码准, 尺码标准, 码准',
  'what size, which size, size should, size do i, size to order, size to take, my size, usual size, usually wear, ' +
    'normally wear, size chart, size guide, 尺码, 身高, 体重, 什么码, 多大码, 哪个码, 几码, 穿多大, 拍多大, 买多大, 选多大',
  'weight limit, weight capacity, how much weight, maximum weight, max weight, hold up to, 承重, 能承受, 载重',
  'heavy, weigh, weight, lightweight, 多重, 重吗, 重不重, 重量, 很重, 太重',
  'dimension, measurement, measure, how wide, how tall, how high, how deep, how big, length, width, height, diameter, ' +
    'how long is the strap, how long is the cable, 尺寸, 长度, 宽度, 高度, 直径, 多长, 多宽, 多高',
  'wash, washable, dry clean, tumble dry, iron it, ironed, clean it, to clean, 机洗, 手洗, 清洗, 水洗, 干洗, 能洗, 可以洗, 怎么洗, 好洗',
  'durable, sturdy, last long, break easily, 耐用, 结实, 牢固',
  'in the photo, on the photo, in the picture, on the picture, like the picture, like the photo, photo show, ' +
    'picture show, true to colour, true to color, real colour, real color, 色差, 和图片, 跟图片, 与图片, 图片一样, 和照片, 跟照片, 实物',
  'made of, made from, made out of, what material, which material, what fabric, which fabric, kind of fabric, ' +
    'kind of material, fabric is it, material is it, what are the materials, composition, ingredient, 1% cotton, ' +
    'pure cotton, it cotton, this cotton, it linen, it wool, it leather, real leather, genuine leather, it silk, ' +
    'it polyester, contain polyester, contain wool, 材质, 什么材料, 什么面料, 什么料, 面料是, 材料是, 成分, 纯棉, 全棉, 是棉, 棉的吗, 真皮, 什么做的, 真丝',
  'which colour, which color, what colour, what color, other colour, other color, more colours, more colors, in black, ' +
    'in white, in red, in blue, in green, in navy, in grey, in gray, in pink, in brown, black version, white version, ' +
    'red version, blue version, green version, 几种颜色, 几个颜色, 什么颜色, 别的颜色, 其他颜色, 有黑色, 有白色, 有红色, 有蓝色, 有绿色, 有粉色, 有灰色',
];

/** Phrases that hold words of a fact and do not ask for it. */
const NO_FACTS: readonly string[] = [
  'in the wash, after washing, after wash, when washed, after a hot wash, hot wash, in the dryer, after the wash, ' +
    'how thin',
  '伸缩, 意味, 趣味, 品味, 不能发, 能发热, 能发光',
];

const PHRASES = new PhraseTrie<number | null>(() => false);
for (const phrase of NO_FACTS.flatMap(phrasesIn)) PHRASES.add(textUnits(phrase), null);
for (const [fact, words] of FACTS.entries())
  for (const phrase of phrasesIn(words)) PHRASES.add(textUnits(phrase), fact);

function phrasesIn(words: string): string[] {
  return words.split(', ');
}

/** Returns the number of the fact that a question asks for; null where its words name none. */
export function factOf(question: string): number | null {
  const named = PHRASES.find(textUnits(question)).flatMap(({ values }) => values);
  const facts = named.filter((fact) => fact !== null);
  return facts.length > 0 ? Math.min(...facts) : null;
}
