import { describe, expect, it, vi } from 'vitest';
import { BuyerListing, type BuyerListJobs } from '#state/data/orders/buyer-listing.svelte.ts';

const file = new File(['x'], 'orders.csv');
const wanted = { launch: { title: 'Mug', category: '', price: null, day: 9 }, mostBuyers: 5 };
const list = { csv: 'a\r\n', buyerCount: 1 };

describe('BuyerListing', () => {
  it('returns the list and keeps nothing of it', async () => {
    const listBuyers = vi.fn<BuyerListJobs['listBuyers']>(() => Promise.resolve(list));
    const listing = new BuyerListing({ listBuyers });
    expect(await listing.list(3, [file], wanted)).toEqual(list);
    expect(listBuyers.mock.calls[0]![0]).toEqual({
      ...{ datasetId: 3, files: [file], timeZone: null },
      ...wanted,
    });
    expect(listing.phase).toEqual({ status: 'idle' });
  });

  it('says what went wrong', async () => {
    const error = new Error('no');
    const listing = new BuyerListing({ listBuyers: () => Promise.reject(error) });
    expect(await listing.list(3, [file], wanted)).toBeNull();
    expect(listing.phase).toMatchObject({ status: 'failed', error });
  });

  it('returns nothing once it is stopped', async () => {
    let end: () => void = () => undefined;
    const waiting = new Promise<typeof list>((resolve) => {
      end = () => resolve(list);
    });
    const listing = new BuyerListing({ listBuyers: () => waiting });
    const asked = listing.list(3, [file], wanted);
    expect(listing.phase.status).toBe('running');
    listing.cancel();
    end();
    expect(await asked).toBeNull();
    expect(listing.phase.status).toBe('idle');
  });
});
