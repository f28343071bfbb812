import { describe, expect, it } from 'vitest';
import { formatMoment } from '#components/words/dates.ts';
import { planText } from '#components/pages/plan/take-away/message-words.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { samplePlan, sampleRanking } from '../../../../support/ranking.ts';

const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };
const made = { ranking: sampleRanking({ aim }), datasetName: 'Demo shop' };
const plan = samplePlan({ notes: ['assumed-unit-cost'] });

describe('a plan as text', () => {
  it('says what to do, what to expect, what is usual and what stands behind it', () => {
    expect(planText(plan, made)).toBe(`Red mug
Launch on Monday 9 March on Own store, priced at 12.60 with 10% off, so buyers pay 11.34, with 60 on ads and an initial order of 160 units.
Your list price is 12.00; this plan’s launch price is 12.60. In many countries, a price may be called reduced only if the higher price was really charged. Check your local rules.
Place the initial order by Saturday 7 February.

In the first four weeks:
Demand forecast: about 120, likely 78–190
Revenue: about 1,370, likely 888–2,190
Profit: about 602, likely 391–964
Chance of a loss: 4%
Chance of selling out: 23%
Leftover stock, on average: 38 units

Your usual approach: Mostly Marketplace (46%), no promotion (70%), most often 26 Mar–22 Apr
Demand forecast: about 80, likely 52–130
Revenue: about 907, likely 590–1,450
Profit: about 400, likely 260–640

Few precedents. Tried before: 7 launches in this category, the latest on 10 September 2025; 31 launches in all
It has no unit cost, so your usual one is used.

Made ${formatMoment(made.ranking.plannedAt)} from “Demo shop” with Debut.`);
  });

  it('says it in Chinese, too', () => {
    const [decision, outcome] = inChinese(() => planText(plan, made)).split('\n\n');
    expect(decision).toBe(
      'Red mug\n3月9日（周一）在 Own store 上新，定价 12.60，做 10% off 促销，到手价 11.34，广告费 60，首批采购 160 件。\n你的标价是 12.00，这份计划的促销前定价是 12.60。许多国家规定，降价前的价格必须真实用过，才能宣传降价。请确认当地规定。\n最晚在2月7日（周六）下首批采购单。',
    );
    expect(outcome).toContain('前四周：\n预计需求：约 120 件，大概率 78–190 件\n');
    expect(outcome).toContain('亏损概率：4%\n售罄概率：23%\n平均剩余库存：38 件');
  });
});
