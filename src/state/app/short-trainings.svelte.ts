import { keepMark, keptMark } from '../base/kept-mark.ts';

const KEY = 'debut-whole-demo-shop';

/** Whether workshops on this device take the short demo shop: trainings of well under a minute. Usually they do. */
export class ShortTrainings {
  #isOn = $state.raw(keptMark(KEY) === null);

  get isOn(): boolean {
    return this.#isOn;
  }

  choose(isOn: boolean): void {
    this.#isOn = isOn;
    keepMark(KEY, isOn ? null : 'yes');
  }
}
