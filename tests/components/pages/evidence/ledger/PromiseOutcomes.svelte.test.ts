import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import PromiseOutcomes from '#components/pages/evidence/ledger/PromiseOutcomes.svelte';
import { ledgerLines, type LedgerLine } from '#components/pages/evidence/ledger/ledger-words.ts';
import { adoptedPlan, settledPlan } from '../../../../support/adopted-plan.ts';
import { SAMPLE_MONDAY, sampleProduct } from '../../../../support/ranking.ts';

it('shows what was forecast and what came, with an action in each row where there is no panel', async () => {
  const waiting = adoptedPlan({ id: 2, product: sampleProduct({ id: 'b', title: 'Lamp' }) });
  const lines = ledgerLines([settledPlan(130), waiting], SAMPLE_MONDAY + 3);
  const action = createRawSnippet((line: () => LedgerLine) => ({
    render: () => `<button>Again: ${line().name}</button>`,
  }));
  const shown = mount(PromiseOutcomes, { target: document.body, props: { lines, action } });
  flushSync();
  const rows = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(rows).toHaveLength(2);
  const settled = rows.find((row) => row.includes('Red mug'))!;
  for (const words of ['120', '130', 'in range', 'Again: Red mug'])
    expect(settled).toContain(words);
  expect(rows.find((row) => row.includes('Lamp'))).toContain('until ');
  expect(document.querySelectorAll('[aria-expanded]')).toHaveLength(0);
  await unmount(shown);
});
