import { describe, expect, it } from 'vitest';
import { arcDiagram, nearestArc, ROW_HEIGHT } from '#components/charts/geometry/arcs.ts';

const names = ['Bowls', 'Mugs', 'Spoons', 'Tea'];
const links = [
  { from: 'Mugs', to: 'Tea', strength: 18 },
  { from: 'Tea', to: 'Mugs', strength: 9 },
  { from: 'Bowls', to: 'Bowls', strength: 6 },
];

describe('an arc diagram', () => {
  it.each([240, 328, 800])('stays within %i pixels', (width) => {
    const { arcs, x, height } = arcDiagram(
      [...names, 'A name that is far too long for a phone'],
      links,
      width,
    );
    expect(x).toBeLessThan(width / 2 + 20);
    for (const { points, apex } of arcs) {
      for (const point of [...points, apex]) {
        expect(point.x).toBeGreaterThanOrEqual(x - 1e-9);
        expect(point.x).toBeLessThanOrEqual(width - 7);
        expect(point.y).toBeGreaterThanOrEqual(0);
        expect(point.y).toBeLessThanOrEqual(height);
      }
    }
  });

  it('joins the rows of its names, farthest out half-way', () => {
    const [arc] = arcDiagram(names, links, 400).arcs;
    expect(arc!.points[0]!.y).toBe(1.5 * ROW_HEIGHT);
    expect(arc!.points.at(-1)!.y).toBe(3.5 * ROW_HEIGHT);
    const farthest = Math.max(...arc!.points.map(({ x }) => x));
    expect(farthest).toBeCloseTo(arc!.apex.x, 6);
    expect(arc!.apex.y).toBe(2.5 * ROW_HEIGHT);
  });

  it('draws stronger links wider, and two that lead both ways apart', () => {
    const { arcs } = arcDiagram(names, links, 400);
    expect(arcs[0]!.thickness).toBeGreaterThan(arcs[1]!.thickness);
    expect(arcs[1]!.thickness).toBeGreaterThan(arcs[2]!.thickness);
    expect(arcs[0]!.apex.x - arcs[1]!.apex.x).toBeGreaterThan(15);
  });

  it('finds the arc that passes nearest, if one is near', () => {
    const { arcs } = arcDiagram(names, links, 400);
    expect(nearestArc(arcs, arcs[1]!.apex, 24)).toBe(1);
    expect(nearestArc(arcs, { x: 399, y: 5 }, 24)).toBeNull();
  });

  it('has no arcs without links', () => {
    expect(arcDiagram([], [], 300)).toMatchObject({ height: 0, names: [], arcs: [] });
  });
});
