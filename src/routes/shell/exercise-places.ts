import type { ExerciseName } from '#core/app/exercises.ts';
import { pageHref } from '#state/base/addresses.ts';
import type { Workshop } from '#state/app/workshop.svelte.ts';

/** Returns the address of the page on which an exercise is done; the workshop page where there is no demo shop. */
export function exerciseHref(workshop: Workshop, name: ExerciseName): string {
  const dataset = workshop.shopId ?? undefined;
  if (workshop.shopId === null) return pageHref('workshop');
  switch (name) {
    case 'findings':
      return pageHref('data', { dataset, view: 'quality' });
    case 'learning':
      return pageHref('model', { dataset });
    case 'plans':
      return pageHref('plan', { dataset });
    case 'what-if':
      return pageHref('plan', { dataset, product: workshop.plannedId });
    case 'limit':
      return pageHref('calendar', { dataset });
  }
}
