import { STOPPABLE_PARTS, type StoppablePart } from '#core/model/training/stop-point.ts';

/** Requests to stop parts of a training and to go on with the best that they have. */
export class PartStops {
  readonly #controllers = new Map(
    STOPPABLE_PARTS.map((part) => [part, new AbortController()] as const),
  );

  stop(part: StoppablePart): void {
    this.#controllers.get(part)!.abort();
  }

  /** Aborted once the part is to stop. */
  signal(part: StoppablePart): AbortSignal {
    return this.#controllers.get(part)!.signal;
  }

  /** Parts that are to stop. */
  get asked(): readonly StoppablePart[] {
    return STOPPABLE_PARTS.filter((part) => this.signal(part).aborted);
  }
}
