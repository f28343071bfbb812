import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contentKey } from '#core/base/bytes/fingerprint.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { ComparedChoices } from '#core/season/portfolio/portfolio-choice.ts';
import type { ShortlistDecisions } from '#core/season/portfolio/shortlist-decisions.ts';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { ShortlistSession, type ShortlistPorts } from '#state/plan/shortlist-session.svelte.ts';
import { emptyDatabase } from '../../support/database.ts';
import { heldOutOf } from '../../support/held-out.ts';
import { article, someShortlist } from '../../support/shortlist.ts';

// Live queries need a database, even where nothing is stored.
afterEach(emptyDatabase);

const articles = [article('a'), article('b')];
const shortlist = { ...someShortlist(), articlesKey: contentKey(articles) };
const compared: ComparedChoices = {
  ...{ rankedAt: 0, best: null, bound: null, seconds: 1 },
  topList: {
    chosen: [],
    outcome: {
      ...{ articleCount: 0, outlay: 0, lossShare: 0, months: [] },
      total: { expected: 0, low80: 0, low50: 0, high50: 0, high80: 0 },
    },
  },
};

function sessionWith(changed: Partial<ShortlistPorts> = {}) {
  const decided: ShortlistDecisions[] = [];
  const mocks = {
    addProducts: vi.fn<ShortlistPorts['addProducts']>(() => Promise.resolve([])),
    rankList: vi.fn<ShortlistPorts['rankList']>(() =>
      Promise.resolve({ datasetId: 3, articleCount: 2 }),
    ),
    choosePortfolio: vi.fn<ShortlistPorts['choosePortfolio']>(() => Promise.resolve(compared)),
  };
  const session = new ShortlistSession(3, () => 7, {
    loadArticles: () => Promise.resolve(articles),
    loadDecisions: () => Promise.resolve(decided.at(-1) ?? null),
    changeDecisions: (_, change) => {
      const decisions = change(decided.at(-1) ?? null);
      decided.push(decisions);
      return Promise.resolve(decisions);
    },
    loadShortlist: () => Promise.resolve(shortlist),
    loadEvidence: () => Promise.resolve(NO_EVIDENCE),
    loadProducts: () => Promise.resolve([]),
    ...mocks,
    ...changed,
  });
  return { session, ports: mocks, decided };
}

/** Calls work with the session once its data are there. */
async function whenKnown(session: ShortlistSession, work: () => Promise<void> | void) {
  const stop = $effect.root(() => {
    $effect(() => void [session.known, session.past]);
  });
  flushSync();
  await vi.waitFor(() => expect(session.known && session.past !== undefined).toBeTruthy());
  await work();
  stop();
}

describe('the shortlist of a data set', () => {
  it('ranks the articles, then chooses within the limits', async () => {
    const { session, ports } = sessionWith();
    await whenKnown(session, async () => {
      const earliestDay = 20_000;
      expect(await session.rank({ compute: 'wasm', earliestDay, aim: USUAL_AIM })).toBe(true);
      expect(ports.rankList.mock.calls[0]![0]).toMatchObject({ datasetId: 3, earliestDay });
      expect(ports.choosePortfolio.mock.calls[0]![0]).toMatchObject({ datasetId: 3 });
      expect(session.compared).toBe(compared);
    });
  });

  it('keeps what the seller decides, and chooses again', async () => {
    const { session, ports, decided } = sessionWith();
    await whenKnown(session, async () => {
      await session.limit({ cash: 900 });
      expect(decided.at(-1)!.limits.cash).toBe(900);
      expect(ports.choosePortfolio.mock.lastCall![0].limits.cash).toBe(900);
    });
  });

  it('shows what the seller picked at once, without choosing again', async () => {
    const { session, ports, decided } = sessionWith();
    await whenKnown(session, async () => {
      expect(session.own).toBeNull();
      await session.pick('a', true);
      expect(decided.at(-1)!.picked).toEqual(['a']);
      expect(session.own!.chosen.map(({ articleId }) => articleId)).toEqual(['a']);
      expect(ports.choosePortfolio).not.toHaveBeenCalled();
    });
  });

  it('keeps what another tab decided meanwhile', async () => {
    const { session, ports, decided } = sessionWith();
    await whenKnown(session, async () => {
      await session.limit({ cash: 900 });
      decided.push({ limits: { ...session.limits, barred: ['b'] }, picked: ['b'] });
      await session.want('a', true);
      const limits = { cash: 900, barred: ['b'], wanted: ['a'] };
      expect(decided.at(-1)).toMatchObject({ limits, picked: ['b'] });
      expect(session.limits).toMatchObject(limits);
      expect(ports.choosePortfolio.mock.lastCall![0]).toMatchObject({ limits });
    });
  });

  it('shows no choice from another shortlist than is on screen', async () => {
    const choosePortfolio = () => Promise.resolve({ ...compared, rankedAt: 5 });
    const { session } = sessionWith({ choosePortfolio });
    await whenKnown(session, async () => {
      await session.choose();
      expect(session.compared).toBeNull();
    });
  });

  it('leaves out an article that was always chosen', async () => {
    const { session, decided } = sessionWith();
    await whenKnown(session, async () => {
      await session.want('a', true);
      await vi.waitFor(() => expect(session.limits.wanted).toEqual(['a']));
      await session.bar('a', true);
      expect(decided.at(-1)!.limits).toMatchObject({ barred: ['a'], wanted: [] });
    });
  });

  it('adds to the new products what is not among them yet', async () => {
    const { session, ports } = sessionWith({
      loadProducts: () => Promise.resolve([{ ...article('a') }]),
    });
    await whenKnown(session, async () => {
      expect(await session.addToProducts(['a', 'b', 'gone'])).toBe(1);
      const added = ports.addProducts.mock.calls[0]![1](new Set());
      expect(added.map(({ id }) => id)).toEqual(['b']);
      expect(added[0]).not.toHaveProperty('offers');
    });
  });

  it('says that lists have changed since they were ranked', async () => {
    const { session } = sessionWith({ loadArticles: () => Promise.resolve([article('a')]) });
    await whenKnown(session, () => expect(session.isOfOtherLists).toBe(true));
    const { session: same } = sessionWith();
    await whenKnown(same, () => expect(same.isOfOtherLists).toBe(false));
  });

  it('shows what it would have picked from a fifth of the unseen launches', async () => {
    const units = Array.from({ length: 50 }, (_, i) => i + 1);
    const heldOut = heldOutOf({ actual: units, debut: units });
    const { session } = sessionWith({
      loadEvidence: () => Promise.resolve({ ...NO_EVIDENCE, heldOut }),
    });
    await whenKnown(session, () => expect(session.past!.picked).toHaveLength(10));
  });

  it('keeps what went wrong', async () => {
    const error = new Error('full');
    const { session } = sessionWith({
      changeDecisions: () => Promise.reject(error),
      addProducts: () => Promise.reject(error),
    });
    await whenKnown(session, async () => {
      await session.limit({ cash: 1 });
      expect(session.failure).toBe(error);
      expect(await session.addToProducts(['a'])).toBeNull();
      expect(session.failure).toBe(error);
    });
  });
});
