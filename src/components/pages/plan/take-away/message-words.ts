import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { listPriceWords } from '../offer-words.ts';
import { usualWords } from '../plan-words.ts';
import { noteSentences } from '../caution-words.ts';
import { laterWords } from '../money/later-words.ts';
import { oddsLines } from '../odds-words.ts';
import { asPlainText } from './as-plain-text.ts';
import { decisionWords, forecastHead, madeWords, orderWords, outcomeWords } from './brief-words.ts';

interface Made {
  readonly ranking: Ranking;
  readonly datasetName: string;
}

/** Returns one plan as plain text for a message or a note, with an empty line between paragraphs. */
export function planText(plan: LaunchPlan, { ranking, datasetName }: Made): string {
  const { product, usual, odds } = plan;
  const paragraphs = [
    [
      product.title || product.id,
      decisionWords(plan),
      ...[listPriceWords(plan.action, product), orderWords(plan, ranking.aim)].filter(
        (line) => line !== null,
      ),
    ],
    [
      headed(forecastHead(plan, ranking.horizonDays)),
      ...outcomeWords(plan),
      ...oddsLines(odds).map(({ label, value }) => m.take_labelled({ label, text: value })),
      ...[laterWords(plan.money)].filter((line) => line !== ''),
    ],
    [
      m.take_labelled({ label: m.plan_usual_practice(), text: usualWords(usual) }),
      ...outcomeWords(usual),
    ],
    noteSentences(plan),
    [madeWords(ranking, datasetName)],
  ];
  return asPlainText(paragraphs.map((lines) => lines.join('\n')).join('\n\n'));
}

/** Returns a heading for the lines below it. */
function headed(label: string): string {
  return m.take_labelled({ label, text: '' }).trimEnd();
}
