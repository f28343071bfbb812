// Groups of the giftware shop's buyers: how well resamples agree with them. Needs ../shared/data/online-retail.

import { existsSync } from 'node:fs';
import { LEAST_AGREEMENT, type BuyerGroups } from '#core/model/segments/buyer-groups.ts';
import { studyBuyers } from '#core/model/segments/study-buyers.ts';
import { giftwareLog } from './giftware-log.ts';
import { finished, GIFTWARE } from './returning.ts';

/** Prints the groups and returns those that are shown though resamples disagree. */
export function groups(): readonly string[] {
  if (!existsSync(GIFTWARE)) {
    console.log(`online-retail: skipped, for ${GIFTWARE} is not here`);
    return [];
  }
  const log = giftwareLog(GIFTWARE);
  const began = performance.now();
  const study = finished(studyBuyers(log))!;
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${study.buyerCount} buyers, ${log.day.length} lines, studied in ${seconds.toFixed(1)} s`,
  );
  return [...told('habits', study.habits), ...told('tastes', study.tastes)];
}

function told(name: string, { groups, agreement, lack }: BuyerGroups): string[] {
  console.log(`${name}: adjusted Rand index ${agreement?.toFixed(2) ?? '–'}, ${lack ?? 'shown'}`);
  for (const group of groups ?? [])
    console.log(
      `  ${group.kind ?? group.about.join(', ')}: ${group.buyers} buyers, ${(100 * group.salesShare).toFixed(0)}% of sales, ${group.ordersToCome.toFixed(0)} orders to come, ${group.offer}`,
    );
  return groups && (agreement ?? 0) < LEAST_AGREEMENT ? [`${name} shown at ${agreement}`] : [];
}
