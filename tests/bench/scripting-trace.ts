// Measures scripting as DevTools counts it: events on a renderer's main thread that run script or clean up after it.

import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Start in microseconds; `dur` is the duration in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

const SCRIPTING = new Set([
  ...['FunctionCall', 'EvaluateScript', 'EventDispatch', 'TimerFire', 'FireAnimationFrame'],
  ...['RunMicrotasks', 'v8.callFunction', 'V8.GC_MARK_COMPACTOR', 'MinorGC', 'MajorGC'],
  ...['v8.compile', 'IntersectionObserverController::computeIntersections'],
]);

/** Returns the trace events recorded during an act. */
async function traced(
  client: CDPSession,
  act: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  client.on('Tracing.dataCollected', collect);
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'blink.user_timing'] },
  });
  await act();
  await client.send('Tracing.end');
  await complete;
  client.off('Tracing.dataCollected', collect);
  return events;
}

/** Milliseconds to wait for everything that an act causes. */
const SETTLED_MS = 250;

/** Returns the scripting of an act and of what it causes, in milliseconds. */
export async function scriptingDuring(
  page: Page,
  client: CDPSession,
  act: () => Promise<void>,
): Promise<number> {
  const events = await traced(client, async () => {
    await act();
    await page.waitForTimeout(SETTLED_MS);
  });
  return scriptingOf(events);
}

/**
 * Returns the milliseconds in which the main thread ran script, including work that script forces, such as a layout.
 */
function scriptingOf(events: readonly TraceEvent[]): number {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const spans = events
    .filter((event) => event.ph === 'X' && SCRIPTING.has(event.name))
    .filter((event) => mainThreads.has(threadOf(event)))
    .sort((a, b) => a.ts - b.ts);
  let [total, coveredTo] = [0, 0];
  for (const { ts, dur = 0 } of spans) {
    total += Math.max(0, ts + dur - Math.max(ts, coveredTo));
    coveredTo = Math.max(coveredTo, ts + dur);
  }
  return total / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
