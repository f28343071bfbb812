import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnsweredBy, Asker, RequestNote } from '#core/app/request-note.ts';
import { isStrange, requestRows, requestTotals } from '#core/app/request-rows.ts';

const scope = 'https://shop.example/debut/';
let count = 0;
const note = (url: string, how: Partial<RequestNote> = {}): RequestNote => ({
  id: String(count++),
  from: 'page',
  told: scope,
  method: null,
  answeredBy: null,
  ...how,
  url,
});
const passed = (url: string, answeredBy: AnsweredBy, method = 'GET') =>
  note(url, { from: 'service-worker', method, answeredBy });

const notes = fc.array(
  fc
    .record({
      path: fc.constantFrom('', 'a.js', 'b.js?x=1', 'data/?dataset=3'),
      root: fc.constantFrom(scope, 'https://elsewhere.example/', 'https://shop.example/'),
      from: fc.constantFrom<Asker>('page', 'model', 'service-worker', 'offline-copy'),
      method: fc.constantFrom('GET', 'HEAD', 'POST', null),
      answeredBy: fc.constantFrom<AnsweredBy>('device', 'host', 'refused', null),
    })
    .map(({ path, root, ...how }) => note(root + path, how)),
);

describe('requestRows', () => {
  it('counts a request once that its asker and the service worker both tell of', () => {
    const rows = requestRows(
      [note(`${scope}a.js?v=1`), note(`${scope}a.js`), passed(`${scope}a.js`, 'device')],
      scope,
    );
    expect(rows).toEqual([
      {
        ...{ address: 'a.js', isOwn: true, isRead: true, askers: ['page'] },
        ...{ times: 2, byDevice: 1, byHost: 1, refused: 0 },
      },
    ]);
  });

  it('puts first, and calls strange, what is not the app’s or could carry something', () => {
    const rows = requestRows(
      [
        note(`${scope}a.js`),
        note('https://elsewhere.example/x?secret=1'),
        passed(`${scope}save`, 'host', 'POST'),
        note('https://shop.example/other/'),
      ],
      scope,
    );
    expect(rows.map(({ address }) => address)).toEqual([
      'https://elsewhere.example/x',
      'https://shop.example/other/',
      'save',
      'a.js',
    ]);
    expect(rows.map(isStrange)).toEqual([true, true, true, false]);
    expect(requestTotals(rows)).toMatchObject({ files: 2, times: 4, strange: 3 });
  });

  it('tells what the browser held back apart from what went out', () => {
    const away = 'https://elsewhere.example/';
    // A browser may put what it refused into its timeline too.
    const rows = requestRows([note(away, { answeredBy: 'refused' }), note(away)], scope);
    expect(rows).toMatchObject([{ address: away, times: 1, refused: 1, byHost: 0 }]);
    expect(requestTotals(rows)).toMatchObject({ strange: 0, refused: 1 });
  });

  it('leaves out other copies of the app, and addresses of no network', () => {
    const elsewhere = { told: 'https://shop.example/other/worker.js' };
    const local = [note('blob:https://shop.example/1'), note('data:image/png;base64,')];
    expect(requestRows([note(`${scope}a.js`, elsewhere), ...local], scope)).toEqual([]);
  });

  it('depends on neither the order of notes nor on hearing one twice by another way', () => {
    fc.assert(
      fc.property(notes, (some) => {
        expect(requestRows([...some].reverse(), scope)).toEqual(requestRows(some, scope));
      }),
    );
  });

  it('never answers more or less often than was asked', () => {
    fc.assert(
      fc.property(notes, (some) => {
        for (const { times, byDevice, byHost, refused } of requestRows(some, scope)) {
          expect(times).toBeGreaterThan(0);
          expect(times).toBeLessThanOrEqual(some.length);
          expect(Math.min(byDevice, byHost, refused)).toBeGreaterThanOrEqual(0);
          expect(byHost).toBeLessThanOrEqual(times);
        }
      }),
    );
  });

  it('finds nothing strange in what was posted to the device itself, and in the same posted to the host', () => {
    const posted = { from: 'service-worker', method: 'POST' } as const;
    const [shared] = requestRows(
      [note(`${scope}share/`, { ...posted, answeredBy: 'device' })],
      scope,
    );
    expect(isStrange(shared!)).toBe(false);
    const [sent] = requestRows([note(`${scope}share/`, posted)], scope);
    expect(isStrange(sent!)).toBe(true);
  });
});
