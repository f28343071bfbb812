import type { Markish } from '@observablehq/plot';
import { svgElement } from '../geometry/svg-element.ts';

/** Defines the hatching for what was never tried; elements filled with url(#id) show it. */
export function hatching(id: string): Markish {
  return () => {
    const size = { width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
    const pattern = svgElement('pattern', { id, ...size, patternTransform: 'rotate(45)' });
    pattern.append(
      svgElement('path', { d: 'M0 0V5', stroke: 'var(--line-ui)', 'stroke-width': 1 }),
    );
    const definitions = svgElement('defs');
    definitions.append(pattern);
    return definitions;
  };
}
