import { describe, expect, it, vi } from 'vitest';
import { ArrivalDesk } from '#state/data/arrival-desk.svelte.ts';
import { Arrivals } from '#state/data/arrivals.svelte.ts';
import type { ExportsSession } from '#state/data/exports-session.svelte.ts';
import type { ImportSession } from '#state/data/import-session.svelte.ts';

const IDLE = { status: 'idle' } as const;
const csv = new File(['title,units\n'], 'launches.csv');
const orders = new File(['order,sku\n'], 'orders.csv');
const project = new File(['PK'], 'shop.debut');
const model = new File(['…'], 'model.safetensors');
const picture = new File(['…'], 'mug.png');

interface Situation {
  readonly importing?: unknown;
  readonly exporting?: unknown;
  readonly hasLaunches?: boolean;
}

function opened({ importing = IDLE, exporting = IDLE, hasLaunches = true }: Situation = {}) {
  const arrivals = new Arrivals();
  const takeShared = vi.fn<() => Promise<readonly File[]>>().mockResolvedValue([csv]);
  const desk = new ArrivalDesk({
    ...{ arrivals, takeShared },
    importing: { phase: importing as ImportSession['phase'] },
    exporting: { phase: exporting as ExportsSession['phase'] },
    hasLaunches: () => Promise.resolve(hasLaunches),
  });
  return { arrivals, desk };
}

describe('ArrivalDesk', () => {
  it('sends tables to the import, all of them', async () => {
    const { desk } = opened();
    expect(await desk.sort([csv, orders])).toEqual({ to: 'import', files: [csv, orders] });
    expect(desk.note).toBeNull();
  });

  it('adds tables to the exports that are being looked at', async () => {
    const { desk } = opened({ exporting: { status: 'choosing' } });
    expect(await desk.sort([orders])).toEqual({ to: 'shop', files: [orders] });
  });

  it.each([
    ['read', { importing: { status: 'reading', name: 'old.csv' } }, 'old.csv'],
    ['imported', { exporting: { status: 'importing', name: 'Shopify' } }, 'Shopify'],
    ['matched', { importing: { status: 'mapping', opened: { name: 'Old' } } }, 'Old'],
  ])('asks before it puts aside what is being %s', async (_, situation, other) => {
    const { desk } = opened(situation);
    expect(await desk.sort([csv])).toBeNull();
    expect(desk.note).toEqual({ kind: 'busy', names: ['launches.csv'], other });
    expect(desk.insist()).toEqual({ to: 'import', files: [csv] });
    expect(desk.note).toBeNull();
  });

  it('lets a project and a model wait for their pages, and opens neither', async () => {
    const { arrivals, desk } = opened();
    expect(await desk.sort([project])).toEqual({ to: 'settings' });
    expect(arrivals.waitingAs('project')).toBe(project);
    expect(await desk.sort([model])).toEqual({ to: 'model' });
    expect(arrivals.waitingAs('model')).toBe(model);
    expect(arrivals.waitingAs('project')).toBeNull();
  });

  it('takes no model where there are no launches', async () => {
    const { arrivals, desk } = opened({ hasLaunches: false });
    expect(await desk.sort([model])).toBeNull();
    expect(desk.note).toEqual({ kind: 'no-launches', names: ['model.safetensors'] });
    expect(arrivals.waitingAs('model')).toBeNull();
  });

  it('names what it cannot open, and what it leaves aside for the rest', async () => {
    const { desk } = opened();
    expect(await desk.sort([picture])).toBeNull();
    expect(desk.note).toEqual({ kind: 'unknown', names: ['mug.png'] });
    expect(await desk.sort([picture, csv, project])).toEqual({ to: 'import', files: [csv] });
    expect(desk.note).toEqual({ kind: 'left-aside', names: ['mug.png', 'shop.debut'] });
    desk.dismiss();
    expect(await desk.sort([])).toBeNull();
    expect(desk.note).toBeNull();
  });

  it('takes what was shared, and says so where it did not come through', async () => {
    const { desk } = opened();
    expect(await desk.takeShared('yes')).toEqual([csv]);
    expect(desk.note).toBeNull();
    await desk.takeShared('too-large');
    expect(desk.note).toEqual({ kind: 'too-large' });
  });
});
