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
    const named = { data: m.data_train(), model: m.pages_train(), plan: m.pages_make_plans() };
    for (const [page, button] of Object.entries(named)) {
      expect(tourWords(page, BEGUN)).toMatchObject({ next: null });
      expect(tourWords(page, BEGUN)?.text).toContain(button);
      expect(tourWords(page, DONE)?.text).not.toContain(button);
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
