import { describe, expect, it } from 'vitest';
import { m } from '#messages';
import { TOUR_STOPS, tourWords } from '#components/shell/guide/tour-words.ts';

const DONE = { isTrained: true, isTraining: false, hasPlans: true };
const BEGUN = { isTrained: false, isTraining: false, hasPlans: false };

describe('the tour', () => {
  it('leads over its stops to its end', () => {
    const numbers: number[] = [];
    let words = tourWords('data', DONE);
    while (words) {
      numbers.push(words.number);
      words = words.next && tourWords(words.next.page, DONE);
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('names the button of the page for as long as that is what comes next', () => {
    const steps = [
      ['data', m.tour_data({ button: m.data_train() }), m.tour_data_learnt()],
      ['model', m.tour_model({ button: m.pages_train() }), m.tour_model_learnt()],
      ['plan', m.tour_plan({ button: m.pages_make_plans() }), m.tour_plan_made()],
    ] as const;
    for (const [page, asked, done] of steps) {
      expect(tourWords(page, BEGUN)).toMatchObject({ text: asked, next: null });
      expect(tourWords(page, DONE)?.text).toBe(done);
    }
    expect(tourWords('plan', { ...DONE, hasPlans: false })?.next).toBeNull();
  });

  it('asks for nothing while a training runs', () => {
    for (const standing of [DONE, BEGUN]) {
      const words = tourWords('model', { ...standing, isTraining: true })!;
      expect(words).toMatchObject({ next: null, text: m.tour_model_learning() });
    }
  });

  it('ends on its last page, and is silent elsewhere', () => {
    expect(tourWords('calendar', DONE)?.number).toBeLessThan(TOUR_STOPS);
    expect(tourWords('evidence', DONE)).toMatchObject({ number: TOUR_STOPS, next: null });
    for (const page of ['home', 'settings', 'help', 'runs', 'toString', null])
      expect(tourWords(page, DONE)).toBeNull();
  });
});
