import type { Objective } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { changedPlan } from '#core/planning/what-if/changed-plan.ts';
import type { PlanStudy, StudiedOffer } from '#core/planning/what-if/plan-study.ts';
import { WhatIfSliders } from './slider-state.svelte.ts';

/** A plan that the seller can change: its words, its sliders and every figure show the same choice. */
export class OwnPlan {
  /** As it was proposed. */
  readonly plan: LaunchPlan;
  readonly #objective: Objective;
  #offer: StudiedOffer = $state.raw({ channel: null, promotion: null });
  #sliders = $state.raw<WhatIfSliders | null>(null);

  constructor(plan: LaunchPlan, objective: Objective) {
    this.plan = plan;
    this.#objective = objective;
    this.#offer = offerOf(plan);
  }

  /** The channel and promotion that were chosen; their study may still be awaited. */
  get offer(): StudiedOffer {
    return this.#offer;
  }

  /** null until the first study has come. */
  get sliders(): WhatIfSliders | null {
    return this.#sliders;
  }

  /** Whether the figures are still those of another channel or promotion. */
  readonly isWaiting: boolean = $derived.by(
    () => this.#sliders !== null && !isSameOffer(this.#sliders.study.offer, this.#offer),
  );

  readonly isChanged: boolean = $derived.by(() => {
    const sliders = this.#sliders;
    if (!sliders) return false;
    return !sliders.isAtPlan || !isSameOffer(sliders.study.offer, offerOf(this.plan));
  });

  /** The plan with the seller's changes. */
  readonly shown: LaunchPlan = $derived.by(() => {
    const sliders = this.#sliders;
    if (!sliders || !this.isChanged) return this.plan;
    const { study, choice } = sliders;
    return changedPlan(this.plan, study, { choice, objective: this.#objective });
  });

  /** Takes a study that has come, unless it is of another offer than the one chosen since. */
  take(study: PlanStudy): void {
    if (!isSameOffer(study.offer, this.#offer) || this.#sliders?.study === study) return;
    this.#sliders = new WhatIfSliders(study, this.plan.action, this.shown.action);
  }

  chooseOffer(offer: StudiedOffer): void {
    this.#offer = offer;
  }

  reset(): void {
    this.#offer = offerOf(this.plan);
    this.#sliders?.reset();
  }
}

function offerOf({ action: { channel, promotion } }: LaunchPlan): StudiedOffer {
  return { channel, promotion };
}

function isSameOffer(one: StudiedOffer, other: StudiedOffer): boolean {
  return one.channel === other.channel && one.promotion === other.promotion;
}
