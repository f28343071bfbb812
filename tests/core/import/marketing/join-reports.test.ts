import { describe, expect, it } from 'vitest';
import type { ShopReport } from '#core/import/platform-files/read-report.ts';
import type { KnownProducts } from '#core/import/derivation/known-products.ts';
import { joinReports } from '#core/import/marketing/join-reports.ts';
import { NOTHING_SAID, type ReportChoice } from '#core/import/marketing/report-match.ts';
import { derivedLaunch } from '../../../support/derived-launch.ts';
import { shopReport } from '../../../support/shop-reports.ts';

const launches = [
  derivedLaunch({ productId: 'mug', title: 'Blue Mug', launchDay: 100 }),
  derivedLaunch({ productId: 'dress', title: 'Linen Dress', launchDay: 110 }),
  derivedLaunch({ productId: 'board', title: 'Oak Board', launchDay: 120 }),
  derivedLaunch({ productId: 'late', title: 'Late Lamp', launchDay: 400 }),
];
const known: KnownProducts = {
  byName: new Map([
    ['sku-1', 'mug'],
    ['sku-9', 'old'],
  ]),
  ofTitle: new Map(),
};
/** As `subjectsOf` makes them. */
const keyOf = (words: string) => JSON.stringify(['ads', [''], words]);

function join(reports: readonly ShopReport[], choice: Partial<ReportChoice> = {}) {
  return joinReports({
    ...{ reports, launches, known, horizonDays: 28 },
    choice: { ...NOTHING_SAID, ...choice },
  });
}
const spends = (joined: ReturnType<typeof join>) => joined.launches.map(({ adSpend }) => adSpend);

const campaigns = shopReport('ads', [
  { ids: ['SKU-1'], words: 'whatever', from: 95, until: 114, spend: 40 },
  { words: 'Linen dress / broad', from: 110, until: 119, spend: 30 },
  { words: 'Dress', from: 110, until: 119, spend: 9 },
  { ids: ['SKU-9'], from: 100, until: 101, spend: 5 },
  { words: 'Brand', from: 90, until: 199, spend: 7 },
]);

describe('joinReports of ads', () => {
  it('adds up what numbers, names and sure words tell, and proposes the rest', () => {
    const joined = join([campaigns]);
    expect(spends(joined)).toEqual([40, 30, NaN, NaN]);
    const [account] = joined.accounts;
    expect(account).toMatchObject({
      ...{ kind: 'ads', undated: [], days: { from: 90, until: 199 }, launchCount: 2 },
      byName: { subjects: 1, amount: 40 },
      byWords: { subjects: 1, amount: 30 },
      open: { subjects: 1, amount: 9 },
      elsewhere: { subjects: 1, amount: 5 },
      unmatched: { subjects: 1, amount: 7 },
      ...{ unmatchedNames: ['Brand'], restHadNoAds: false },
    });
    expect(account!.matches).toEqual([
      {
        ...{ key: keyOf('Dress'), subject: 'Dress', productId: 'dress', title: 'Linen Dress' },
        ...{ launchDay: 110, amount: 9, isTaken: false },
      },
      {
        ...{
          key: keyOf('Linen dress / broad'),
          subject: 'Linen dress / broad',
          productId: 'dress',
          title: 'Linen Dress',
        },
        ...{ launchDay: 110, amount: 30, isTaken: true },
      },
    ]);
  });

  it('does as the seller says of a match, and of launches without one', () => {
    expect(spends(join([campaigns], { matches: { [keyOf('Dress')]: true } }))).toEqual([
      40,
      39,
      0,
      NaN,
    ]);
    const refused = join([campaigns], {
      matches: { [keyOf('Linen dress / broad')]: false, [keyOf('Dress')]: false },
    });
    expect(spends(refused)).toEqual([40, 0, 0, NaN]);
    expect(spends(join([campaigns], { restHadNoAds: false }))).toEqual([40, 30, NaN, NaN]);
  });

  it('does not take a launch for one without ads while much is spent on nobody knows what', () => {
    const brand = shopReport('ads', [{ words: 'Brand', from: 90, until: 199, spend: 50 }]);
    const joined = join([campaigns, brand]);
    expect(spends(joined)).toEqual([40, 30, NaN, NaN]);
    expect(joined.accounts[0]!.restHadNoAds).toBe(false);
  });

  it('tells nothing of a gap between files, of a launch nobody has confirmed, or of rows without numbers', () => {
    const spring = shopReport(
      'ads',
      [{ ids: ['SKU-1'], from: 95, until: 130, spend: 40 }],
      'a.csv',
    );
    const autumn = shopReport(
      'ads',
      [{ words: 'Brand', from: 390, until: 440, spend: 1 }],
      'b.csv',
    );
    // The board's horizon ends in the gap.
    expect(spends(join([spring, autumn]))).toEqual([36.67, NaN, NaN, 0]);
    const open = shopReport('ads', [
      { ids: ['SKU-1'], from: 95, until: 199, spend: 400 },
      { words: 'Dress', from: 110, until: 119, spend: 9 },
    ]);
    expect(spends(join([open]))).toEqual([NaN, NaN, 0, NaN]);
    const blank = shopReport('ads', [{ ids: ['SKU-1'], from: 95, until: 199 }]);
    const [account] = join([blank]).accounts;
    expect(account).toMatchObject({ launchCount: 0, restHadNoAds: null });
  });

  it('says which campaigns count over too many days', () => {
    const year = shopReport('ads', [{ ids: ['SKU-1'], from: 1, until: 365, spend: 40 }]);
    const joined = join([year]);
    expect(joined.accounts[0]).toMatchObject({ tooLong: 1, launchCount: 0 });
    expect(spends(joined)[0]).toBeNaN();
  });

  it('counts no subject twice and none not at all', () => {
    const [account] = join([campaigns], { matches: { [keyOf('Dress')]: true } }).accounts;
    const { byName, byWords, open, elsewhere, unmatched } = account!;
    const all = [byName, byWords, open, elsewhere, unmatched];
    expect(all.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(campaigns.table.rowCount);
    expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(91);
  });

  it('tells nothing of a launch whose horizon ends after the report', () => {
    const short = shopReport('ads', [{ ids: ['SKU-1'], from: 95, until: 110, spend: 40 }]);
    expect(spends(join([short]))).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('joinReports of visits', () => {
  const visits = (from: number, until: number, seen: number, file: string) =>
    shopReport(
      'traffic',
      [{ ids: ['SKU-1'], impressions: seen, ...(file === '' && { from, until }) }],
      file,
    );

  it('waits until the seller says for which days a file is', () => {
    const reports = [visits(0, 0, 300, 'a.csv'), visits(0, 0, 300, 'b.csv')];
    const before = join(reports);
    expect(before.launches).toEqual(launches);
    expect(before.accounts[0]).toMatchObject({ undated: ['a.csv', 'b.csv'], days: null });
    const days = { 'a.csv': { from: 91, until: 119 }, 'b.csv': { from: 120, until: 149 } };
    const { launches: told, accounts } = join(reports, { days });
    expect(told[0]).toMatchObject({ impressions: 380, clicks: NaN, adSpend: NaN });
    expect(told[1]!.impressions).toBeNaN();
    expect(accounts[0]).toMatchObject({ launchCount: 1, restHadNoAds: null });
  });

  it('needs reports for nearly the whole horizon', () => {
    const days = { 'a.csv': { from: 91, until: 119 } };
    expect(join([visits(0, 0, 300, 'a.csv')], { days }).launches[0]!.impressions).toBeNaN();
  });

  it('stands beside ads', () => {
    const { launches: told, accounts } = join([visits(100, 130, 310, ''), campaigns]);
    expect(accounts.map(({ kind }) => kind)).toEqual(['ads', 'traffic']);
    expect(told[0]).toMatchObject({ adSpend: 40, impressions: 280 });
  });

  it('changes nothing where there are no reports', () => {
    expect(join([])).toEqual({ launches, accounts: [] });
  });
});
