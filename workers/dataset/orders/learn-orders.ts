import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { LEAST_COUNT } from '#core/model/associations/associations.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { studyBuyers } from '#core/model/segments/study-buyers.ts';
import { runSteps } from '#workers/runtime/run-steps.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';

/** Learns from order lines what goes together, what launches bring and what buyers are like. Stores nothing. */
export async function learnOrders(
  log: SalesLog,
  fileNames: readonly string[],
  paced: ThrottledJob,
): Promise<OrderStudy> {
  const run = async <T>(work: Generator<void, T>, phase: 'associations' | 'buyers') => {
    const pause = () => paced.step({ phase, done: 0, total: null });
    await pause();
    return runSteps(work, pause);
  };
  const associations = await run(studyAssociations(log), 'associations');
  const buyers = await run(studyBuyers(log), 'buyers');
  return {
    ...{ readAt: Date.now(), fileNames, lineCount: log.order.length },
    buyerCount: log.buyerCount < LEAST_COUNT ? 0 : log.buyerCount,
    ...{ associations, buyers },
  };
}
