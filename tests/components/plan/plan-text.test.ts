import { describe, expect, it } from 'vitest';
import { formatMoment } from '#components/format.ts';
import { planText } from '#components/plan/plan-text.ts';
import { USUAL_AIM } from '#core/launch/aim.ts';
import { inChinese } from '../../support/in-chinese.ts';
import { samplePlan, sampleRanking } from '../../support/ranking.ts';

const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };
const made = { ranking: sampleRanking({ aim }), datasetName: 'Demo shop' };
const plan = samplePlan({ notes: ['assumed-unit-cost'] });

describe('a plan as text', () => {
  it('says what to do, what to expect, what is usual and what stands behind it', () => {
    expect(planText(plan, made)).toBe(`Red mug
Launch on Monday 9 March on Own store, priced at 12.60 with 10% off, so that buyers pay 11.34, with 60 on ads and a first order of 160 pieces.
Your list price is 12.00; this plan puts 12.60 on the label. In many countries a price may be called reduced only if the higher one was really asked before: check what holds for you.
Order the first stock by Saturday 7 February.

In the first four weeks:
Units asked for: about 120, most likely 78–190
Revenue: about 1,370, most likely 888–2,190
Profit: about 602, most likely 391–964
Odds of a loss: 4 in 100
Odds of selling out: 23 in 100
Left over, on average: 38 pieces

What you usually do: Mostly Marketplace (46%), no promotion (70%), most often 26 Mar–22 Apr
Units asked for: about 80, most likely 52–130
Revenue: about 907, most likely 590–1,450
Profit: about 400, most likely 260–640

Thinly supported. Done like this before: 7 launches in this category, the newest on 10 September 2025; 31 launches in all
Its unit cost was not given, so your usual one was taken.

Made ${formatMoment(made.ranking.plannedAt)} from “Demo shop” with Debut.`);
  });

  it('says it in Chinese, too', () => {
    const [decision, outcome] = inChinese(() => planText(plan, made)).split('\n\n');
    expect(decision).toBe(
      'Red mug\n3月9日（周一）在 Own store 上新，定价 12.60，促销为 10% off，买家实付 11.34，广告费 60，首批订货 160 件。\n你的标价是 12.00，这份计划定价 12.60。许多国家规定，只有真正收取过的原价才能用来标示降价，请先确认当地的规定。\n最晚在2月7日（周六）订首批货。',
    );
    expect(outcome).toContain('前四周：\n买家想买：约 120 件，最可能 78–190 件\n');
    expect(outcome).toContain(
      '亏损的可能：100 次里有 4 次\n卖完的可能：100 次里有 23 次\n平均剩余：38 件',
    );
  });
});
