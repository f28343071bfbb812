import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { LEAST_COUNT } from '#core/model/associations/associations.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { studyBuyers } from '#core/model/segments/study-buyers.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';

/** Learns from order lines what goes together, what launches bring and what buyers are like. Stores nothing. */
export async function learnOrders(
  log: SalesLog,
  fileNames: readonly string[],
  paced: ThrottledJob,
): Promise<OrderStudy> {
  const associations = await stepped(studyAssociations(log), 'associations', paced);
  const buyers = await stepped(studyBuyers(log), 'buyers', paced);
  return {
    ...{ readAt: Date.now(), fileNames, lineCount: log.order.length },
    buyerCount: log.buyerCount < LEAST_COUNT ? 0 : log.buyerCount,
    ...{ associations, buyers },
  };
}

async function stepped<T>(
  work: Generator<void, T>,
  phase: 'associations' | 'buyers',
  paced: ThrottledJob,
): Promise<T> {
  for (let done = 0; ; done++) {
    await paced.step({ phase, done, total: null });
    const step = work.next();
    if (step.done) return step.value;
  }
}
