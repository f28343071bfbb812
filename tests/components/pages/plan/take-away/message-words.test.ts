import { expect, it } from 'vitest';
import { asPlainText } from '#components/pages/plan/take-away/as-plain-text.ts';
import {
  decisionWords,
  forecastHead,
  madeWords,
  outcomeWords,
} from '#components/pages/plan/take-away/brief-words.ts';
import { planText } from '#components/pages/plan/take-away/message-words.ts';
import { noteSentences } from '#components/pages/plan/caution-words.ts';
import { listPriceWords } from '#components/pages/plan/offer-words.ts';
import { usualWords } from '#components/pages/plan/plan-words.ts';
import { countedUnits } from '#components/words/counts.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { m } from '#messages';
import { samplePlan, sampleRanking } from '../../../../support/ranking.ts';

const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };
const ranking = sampleRanking({ aim });
const plan = samplePlan({ notes: ['assumed-unit-cost'] });
const labelled = (label: string, text: string) => m.take_labelled({ label, text });

it('says of a plan what to do, what to expect, what is usual and what stands behind it', () => {
  const { action, product, usual } = plan;
  const paragraphs = [
    [
      ...['Red mug', decisionWords(plan), listPriceWords(action, product)],
      'Place the initial order by Saturday 7 February.',
    ],
    [
      ...[labelled(forecastHead(plan), '').trimEnd(), ...outcomeWords(plan)],
      ...[labelled(m.take_loss(), '4%'), labelled(m.take_sell_out(), '23%')],
      labelled(m.take_leftover(), countedUnits(38)),
    ],
    [labelled(m.plan_usual_practice(), usualWords(usual)), ...outcomeWords(usual)],
    noteSentences(plan),
    [madeWords(ranking, 'Demo shop')],
  ];
  const text = paragraphs.map((lines) => lines.join('\n')).join('\n\n');
  expect(planText(plan, { ranking, datasetName: 'Demo shop' })).toBe(asPlainText(text));
});
