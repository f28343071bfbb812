// Phrases that mean more than the aspect that they belong to, or something else.

import type { Aspect } from './aspect.ts';

/** Words that name a fault, so that denying it is praise: "no smell". They count only where an aspect has them. */
export const FAULTS: readonly string[] = [
  ...(
    'broke, fell apart, defective, hole, flimsy, itchy, smell, odour, odor, sheer, see through, thin, ' +
    'stink, dangerous, hazard, burnt, sharp edge, allergic, rash, toxic, caught fire, electric shock, ' +
    'leak, crushed, pricey, expensive, broken, rip, torn, snag, fade, shrink, pill, itch, scratchy, ' +
    'see thru, stiff, smelly, unsafe, overpriced, noise, noisy, damage, faulty, stain, flaw, defect'
  ).split(', '),
  ...(
    '坏了 坏的 烂 线头 色差 死机 异味 难闻 刺鼻 危险 漏电 过敏 有毒 起火 爆炸 划伤 烫伤 刺激 漏 压坏 破损 贵 薄 掉色 褪色 起球 缩水 开线 瑕疵 划痕 损坏 假货 卡顿 卡死 ' +
    '发热 发烫 噪音 杂音 蓝屏 花屏 黑屏 闪退 漏光 油腻 难吃 臭 酸 涩 发痒 撒了 漏液 磕碰 欺骗'
  ).split(' '),
];

/** Phrases that only look like an aspect's words. They hide the shorter word in them. */
export const OTHER_MEANINGS: readonly string[] = [
  ...(
    'look forward, looking for, look no further, looked for, small business, small problem, large part, ' +
    'power of, sheer joy, fit the bill, box store, long time, as long as, so long as, no longer, ' +
    'any longer, in short, long sleeve, short sleeve, big fan, big deal, warm weather, cut out, ' +
    'put together look, break the bank, red flag, a long way, all day long, worth a try, worth trying, ' +
    'short time, last too long, reed thin'
  ).split(', '),
  ...(
    '宝贵 珍贵 贵公司 贵方 甜蜜 灿烂 遗漏 薄弱 浓厚 雄厚 香港 干脆 脆弱 意味 趣味 品味 一味 布置 公布 发布 分布 瀑布 宣布 屏蔽 心酸 辛酸 破坏 钱包 盒饭 空间站 方便面 ' +
    '听了不舒服 看着舒服 心里舒服 用着舒服 太小气 太大方 太大希望 太大差别 太大区别 太大问题 有点小怕 有些松动 有点松动 薄荷 有点小激动 有点小失望 有点小遗憾 有点小郁闷 有点小问题'
  ).split(' '),
];

/** Of these, "too large", "too long" and their opposites say nothing about a product's size: "声音太小", "差别有点大". */
export const NOT_SIZED: readonly (readonly [Aspect | null, string])[] = [
  [
    'performance',
    '声音 噪音 噪声 响声 音量 内存 容量 硬盘 分区 键盘 字体 铃声 功率 水压 热量 发热 散热量 发热量 耗电量 信号',
  ],
  ['smell-and-taste', '香味 味道 气味 味'],
  ['looks', '色差'],
  ['price', '优惠 力度'],
  [null, '差异 相差 差别 差距 区别 变化 希望 风险 压力 帮助 影响 问题 时间'],
];
