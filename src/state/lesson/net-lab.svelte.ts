import { NetRun, type NetSettings } from '#core/lesson/net/net-run.ts';
import { viewOf, type NetView } from '#core/lesson/net/net-view.ts';
import { pretrainingOf } from '#core/lesson/net/settings.ts';
import type { SplitShop } from '#core/lesson/shops/visited-launches.ts';

/** Milliseconds of a whole run, of the pause between ticks, and of work within one. */
const RUN_MS = 12_000;
const TICK_MS = 25;
const WORK_MS = 5;
/** Milliseconds between drawings where motion is not wanted. */
const STILL_MS = 2000;

const ports = {
  now: () => performance.now(),
  after: (ms: number, work: () => void): (() => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  isStill: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
};
export type LabPorts = typeof ports;

export interface LabTask {
  readonly shop: SplitShop;
  readonly settings: NetSettings;
  /** Shop that the net is trained on beforehand; null: it begins with drawn weights. */
  readonly large: SplitShop | null;
  /** A run that goes on beside, until it is done; null: none. */
  readonly beside: NetRun | null;
  readonly onfinish?: (view: NetView) => void;
}

export type LabStatus = 'ready' | 'preparing' | 'running' | 'paused' | 'done';

/** A net that is trained before one's eyes: a few passes a tick, so that the page stays quick. */
export class NetLab {
  readonly #ports: LabPorts;
  #task: LabTask | null = null;
  #before: NetRun | null = null;
  #run: NetRun | null = null;
  #cancel: (() => void) | null = null;
  #since = { time: 0, passes: 0 };
  #drawn = 0;
  /** Whether one pass is to follow the training of the first weights, and no more. */
  #isStep = false;
  #status = $state<LabStatus>('ready');
  #view = $state.raw<NetView | null>(null);
  #previous = $state.raw<NetView | null>(null);

  constructor(withPorts: LabPorts = ports) {
    this.#ports = withPorts;
  }

  get status(): LabStatus {
    return this.#status;
  }

  get view(): NetView | null {
    return this.#view;
  }

  /** The run before, as it ended. */
  get previous(): NetView | null {
    return this.#previous;
  }

  /** Begins a run; the one before is kept to compare with. */
  start(task: LabTask): void {
    this.#begin(task);
    this.#go();
  }

  pause(): void {
    this.#stop();
    this.#status = 'paused';
  }

  resume(): void {
    if (this.#status === 'paused') this.#go();
  }

  /** Takes one pass and waits; begins a run where none is going on, and trains its first weights before. */
  step(task: () => LabTask): void {
    if (!this.#task || this.#status === 'done') this.#begin(task());
    this.#stop();
    if (this.#prepared()) this.#takeOne(this.#run!);
    else this.#go({ isStep: true });
  }

  #takeOne(run: NetRun): void {
    run.trainPass();
    this.#status = 'paused';
    this.#draw();
    if (run.isDone) this.#finish();
  }

  /** Forgets both runs. */
  reset(): void {
    this.#stop();
    this.#task = this.#run = this.#before = null;
    this.#view = this.#previous = null;
    this.#status = 'ready';
  }

  /** Ends the timer when the page is left. */
  stop(): void {
    this.#stop();
  }

  #begin(task: LabTask): void {
    this.#stop();
    if (this.#view && this.#view.passes > 0) this.#previous = this.#view;
    const { settings, large, shop } = task;
    this.#task = task;
    this.#before = large && new NetRun(large, pretrainingOf(settings));
    this.#run = large ? null : new NetRun(shop, settings);
    if (this.#run) this.#draw();
  }

  #go({ isStep = false } = {}): void {
    this.#isStep = isStep;
    this.#status = this.#prepared() ? 'running' : 'preparing';
    this.#since = { time: this.#ports.now(), passes: this.#run?.passes ?? 0 };
    this.#wait();
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait(): void {
    this.#cancel = this.#ports.after(TICK_MS, () => this.#tick());
  }

  /** Whether the net's first weights are there; trained ones are fetched once they are. */
  #prepared(): boolean {
    if (!this.#run && this.#before?.isDone) {
      const { shop, settings } = this.#task!;
      this.#run = new NetRun(shop, { ...settings, start: this.#before.weights });
      this.#draw();
    }
    return this.#run !== null;
  }

  #tick(): void {
    const from = this.#ports.now();
    if (this.#run) this.#train(this.#run, from);
    else this.#prepare(from);
  }

  #hasTime(from: number): boolean {
    return this.#ports.now() - from < WORK_MS;
  }

  #prepare(from: number): void {
    const before = this.#before!;
    do before.trainPass();
    while (!before.isDone && this.#hasTime(from));
    if (!this.#prepared()) this.#wait();
    else if (this.#isStep) this.#takeOne(this.#run!);
    else this.#go();
  }

  #train(run: NetRun, from: number): void {
    const { beside, settings } = this.#task!;
    const share = (from - this.#since.time) / RUN_MS;
    const due = Math.floor(this.#since.passes + settings.passes * share);
    while (!run.isDone && run.passes < due && this.#hasTime(from)) run.trainPass();
    while (beside && !beside.isDone && this.#hasTime(from)) beside.trainPass();
    if (run.isDone && (!beside || beside.isDone)) {
      this.#finish();
      return;
    }
    this.#drawInTime(from);
    this.#wait();
  }

  /** Draws seldom where motion is not wanted. */
  #drawInTime(now: number): void {
    if (!this.#ports.isStill() || now - this.#drawn >= STILL_MS) this.#draw();
  }

  #finish(): void {
    this.#draw();
    this.#status = 'done';
    this.#task?.onfinish?.(this.#view!);
  }

  #draw(): void {
    this.#drawn = this.#ports.now();
    this.#view = viewOf(this.#run!);
  }
}
