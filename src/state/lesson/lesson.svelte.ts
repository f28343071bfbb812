import { withAnswer, withMark } from '#core/lesson/lesson.ts';
import type { LessonMark, LessonRecord, LessonStep, Round } from '#core/lesson/lesson.ts';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';

const { changeLesson, forgetLesson, loadLesson } = later(() => import('#storage/app/lesson.ts'));

const ports = {
  loadLesson,
  changeLesson,
  forgetLesson,
  newId: () => crypto.getRandomValues(new Uint32Array(1))[0]! >>> 12,
};
export type LessonPorts = typeof ports;

/** The lesson as one student goes through it on this device. */
export class Lesson {
  readonly #ports: LessonPorts;
  readonly #query: LiveQuery<LessonRecord | null | undefined>;
  #failure = $state.raw<unknown>(null);

  constructor(withPorts: LessonPorts = ports) {
    this.#ports = withPorts;
    this.#query = new LiveQuery<LessonRecord | null | undefined>(
      async () => (await withPorts.loadLesson()) ?? null,
      undefined,
      { ifNothing: null },
    );
  }

  /** null: nothing was answered or reached yet; undefined until storage has answered. */
  get record(): LessonRecord | null | undefined {
    return this.#query.current;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query.failure;
  }

  answer(round: Round, step: LessonStep, answer: number): Promise<void> {
    return this.#change((record) => withAnswer(record, { round, step, answer }));
  }

  /** Keeps what was reached where it is better than before. */
  mark(mark: LessonMark, share: number): Promise<void> {
    return this.#change((record) => withMark(record, mark, share));
  }

  /** Begins anew: answers and marks are forgotten. */
  forget(): Promise<void> {
    return this.#attempt(() => this.#ports.forgetLesson());
  }

  #change(to: (record: LessonRecord) => LessonRecord): Promise<void> {
    const fresh = { id: this.#ports.newId(), before: {}, after: {}, marks: {} };
    return this.#attempt(() => this.#ports.changeLesson((before) => to(before ?? fresh)));
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      this.#failure = error;
    }
  }
}
