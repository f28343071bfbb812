import { emptyDatabase } from '../../../support/database.ts';
import { storeSpring } from '../../../support/spring-dataset.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { Orders, type OrderPorts } from '#state/data/orders/orders.svelte.ts';
import { loadOrderStudy, saveOrderStudy, undoOrderStudy } from '#storage/data/order-studies.ts';
import { sampleOrderStudy } from '../../../support/order-study.ts';

const study = sampleOrderStudy();
const file = new File(['x'], 'orders.csv');

let datasetId = 0;
let notices: Notices;
let stop: () => void = () => undefined;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
  notices = new Notices(60_000);
});
afterEach(async () => {
  stop();
  await emptyDatabase();
});

function watched(importOrders: OrderPorts['importOrders'] = () => Promise.resolve(study)) {
  const orders = new Orders(datasetId, notices, {
    ...{ loadOrderStudy, saveOrderStudy, undoOrderStudy, importOrders },
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(orders.study, orders.failure);
    });
  });
  flushSync();
  return orders;
}

describe('Orders', () => {
  it('show what was told, and nothing where no orders were read', async () => {
    const orders = watched();
    await vi.waitFor(() => expect(orders.study).toBeNull());
    await saveOrderStudy(datasetId, study);
    await vi.waitFor(() => expect(orders.study).toEqual(study));
  });

  it('read all files together', async () => {
    const read = vi.fn<OrderPorts['importOrders']>(() => Promise.resolve(study));
    const orders = watched(read);
    await orders.importFiles([file, new File(['y'], 'more.csv')]);
    expect(read.mock.calls[0]![0]).toMatchObject({ datasetId, timeZone: null });
    expect(orders.phase).toMatchObject({ status: 'done', subject: 'orders.csv, more.csv' });
  });

  it('say what went wrong', async () => {
    const error = new Error('no');
    const orders = watched(() => Promise.reject(error));
    await orders.importFiles([file]);
    expect(orders.failure).toBe(error);
  });

  it('ask whether they are of this shop, and read them again where they are', async () => {
    const read = vi.fn<OrderPorts['importOrders']>(({ areOfShop }) =>
      areOfShop
        ? Promise.resolve(study)
        : Promise.reject(new AppError('orders-of-other-shop', 'x')),
    );
    const orders = watched(read);
    await orders.importFiles([file]);
    expect(orders.asksWhoseOrders).toBe(true);
    await orders.confirm();
    expect(read.mock.lastCall![0]).toMatchObject({ files: [file], areOfShop: true });
    expect(orders.asksWhoseOrders).toBe(false);
    expect(orders.phase.status).toBe('done');
  });

  it('are removed, and put back', async () => {
    await saveOrderStudy(datasetId, study);
    await watched().remove();
    expect(await loadOrderStudy(datasetId)).toBeNull();
    notices.undo();
    await expect.poll(() => loadOrderStudy(datasetId)).toEqual(study);
  });

  it('are put back over newer ones only where the seller says so', async () => {
    await saveOrderStudy(datasetId, study);
    await watched().remove();
    const newer = sampleOrderStudy({ fileNames: ['newer.csv'] });
    await saveOrderStudy(datasetId, newer);
    notices.undo();
    await expect.poll(() => notices.question).not.toBeNull();
    expect(await loadOrderStudy(datasetId)).toEqual(newer);
    await notices.question!.undoAnyway();
    expect(await loadOrderStudy(datasetId)).toEqual(study);
  });
});
