import { mount, tick, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import BarChart from '#components/charts/BarChart.svelte';
import Heatmap from '#components/charts/Heatmap.svelte';
import LossChart from '#components/charts/LossChart.svelte';
import ScatterPlot from '#components/charts/ScatterPlot.svelte';
import UnitsHistogram from '#components/charts/UnitsHistogram.svelte';

const mounted: Record<string, unknown>[] = [];
afterEach(async () => {
  await Promise.all(mounted.splice(0).map((chart) => unmount(chart)));
});

const target = document.body;

/** The stop of a chart on the page, once its drawing has come. */
async function shown(chart: Record<string, unknown>) {
  mounted.push(chart);
  await vi.waitFor(() => expect(document.querySelector('[role="slider"]')).not.toBeNull(), 20_000);
  const stop = document.querySelector<HTMLElement>('[role="slider"]')!;
  return {
    value: () => stop.getAttribute('aria-valuetext'),
    described: () => document.getElementById(stop.getAttribute('aria-describedby')!)?.textContent,
    /** The box around the value that is read. */
    marked: async () => {
      stop.dispatchEvent(new FocusEvent('focus'));
      await tick();
      const { style } = stop.querySelector('i')!;
      const place = style.getPropertyValue('inset-block-start');
      return { y: parseFloat(place), height: parseFloat(style.height) };
    },
    press: async (key: string) => {
      stop.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await tick();
    },
  };
}

function drawnTexts(group: string): string[] {
  return [...document.querySelectorAll(`g[aria-label="${group}"] text`)].map(
    ({ textContent }) => textContent,
  );
}

async function tableRows(): Promise<string[][]> {
  const [asTable] = document.querySelectorAll<HTMLElement>('figure button');
  asTable!.click();
  await tick();
  return [...document.querySelectorAll('figure tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
}

describe('a chart', () => {
  it('of bars reads each value by keyboard and shows the same in a table', async () => {
    const props = {
      title: 'Plans by week',
      summary: 'Two plans in March.',
      labels: ['1 Mar', '8 Mar'],
      values: [2, 0],
      columns: ['Week', 'Plans'] as const,
      valueWords: (count: number) => `${count} plans`,
    };
    const { value, press, described } = await shown(mount(BarChart, { target, props }));
    expect(described()).toBe('Two plans in March.');
    expect(value()).toBe('1 Mar: 2 plans');
    await press('ArrowRight');
    expect(value()).toBe('8 Mar: 0 plans');
    expect(document.querySelector('.value')).toBeNull();
    expect(await tableRows()).toEqual([
      ['Week', 'Plans'],
      ['1 Mar', '2'],
      ['8 Mar', '0'],
    ]);
  });

  it('of bars keeps its axis where values are missing or below zero', async () => {
    const props = {
      title: 'Gain by week',
      summary: 'A loss in March.',
      labels: ['1 Mar', '8 Mar', '15 Mar'],
      values: [-20, NaN, 30],
      columns: ['Week', 'Gain'] as const,
      valueWords: (value: number) => (Number.isNaN(value) ? 'unknown' : String(value)),
    };
    const { value, press, marked } = await shown(mount(BarChart, { target, props }));
    expect(drawnTexts('y-axis tick label')).toEqual(['−20', '0', '20', '40']);
    const bars = [...document.querySelectorAll('g[aria-label="rect"] > *')];
    const drawn = bars.filter((bar) => Number(bar.getAttribute('height')) > 0);
    expect(drawn).toHaveLength(2);
    const below = await marked();
    await press('ArrowRight');
    expect(value()).toBe('8 Mar: unknown');
    const missing = await marked();
    await press('ArrowRight');
    const above = await marked();
    expect(above.y).toBeLessThan(missing.y);
    expect(missing.y).toBeLessThan(below.y);
    expect(above.height).toBeGreaterThan(below.height);
    expect((await tableRows())[2]).toEqual(['8 Mar', '–']);
  });

  it('of one place draws it, and of none says nothing wrong', async () => {
    const one = { title: 'One', summary: 'One pass.', epochCount: 1 };
    const curve = [{ epoch: 1, training: 0.9, validation: 0.95 }];
    const { value } = await shown(mount(LossChart, { target, props: { ...one, curve } }));
    expect(value()).toBe('Epoch 1: training 0.9, validation 0.95');
    expect(drawnTexts('y-axis tick label')).not.toContain('NaN');
    await unmount(mounted.pop()!);

    mounted.push(mount(LossChart, { target, props: { ...one, curve: [] } }));
    await vi.waitFor(() => expect(document.querySelector('figure svg')).not.toBeNull());
    expect(document.querySelector('[role="slider"]')).toBeNull();
    expect(document.querySelector('svg')!.outerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('of losses says both lines, also where the fit begins anew', async () => {
    const curve = [
      { epoch: 1, training: 0.9, validation: 0.95 },
      { epoch: 2, training: 0.5, validation: 0.7 },
      { epoch: 3, training: 0.8, validation: null },
    ];
    const { value, press } = await shown(
      mount(LossChart, { target, props: { title: 'Falls', curve, epochCount: 3 } }),
    );
    expect(value()).toBe('Epoch 3: training 0.8');
    await press('ArrowLeft');
    expect(value()).toBe('Epoch 2: training 0.5, validation 0.7');
    expect((await tableRows()).at(-1)).toEqual(['3', '0.8', '–']);
  });

  it('of units says how many sold so much, and the open end', async () => {
    const bins = [
      { from: 0, to: 20, count: 40 },
      { from: 20, to: Infinity, count: 1 },
    ];
    const { value, press } = await shown(
      mount(UnitsHistogram, { target, props: { units: { bins, median: 7 } } }),
    );
    expect(value()).toBe('0 to under 20: 40 launches');
    await press('End');
    expect(value()).toBe('20 or more: 1 launch');
  });

  it('of cells moves through rows and columns', async () => {
    const props = {
      title: 'Tried',
      summary: 'By channel and month.',
      rows: ['Web', 'Shop'],
      columns: ['Jan', 'Feb'],
      values: [
        [1, 2],
        [3, NaN],
      ],
      heads: () => ['Jan', 'Feb'],
      columnsHead: 'Month',
      chosen: { row: 0, column: 1 },
      format: (value: number) => (Number.isFinite(value) ? String(value) : '–'),
      wordsOf: (row: number, column: number) => `${row}/${column}`,
    };
    const { value, press } = await shown(mount(Heatmap, { target, props }));
    expect(value()).toBe('0/1');
    await press('ArrowDown');
    expect(value()).toBe('1/1');
    await press('ArrowLeft');
    expect(value()).toBe('1/0');
    expect(document.querySelectorAll('pattern')).toHaveLength(1);
    expect(document.querySelector('.legend')?.textContent).toContain('hatched');
    expect(await tableRows()).toEqual([
      ['Month', 'Web', 'Shop'],
      ['Jan', '1', '3'],
      ['Feb', '2', '–'],
    ]);
  });

  it('of cells that were never tried has no scale', async () => {
    const props = {
      title: 'Tried',
      summary: 'Nothing yet.',
      rows: ['Web'],
      columns: ['Jan', 'Feb'],
      values: [[NaN, NaN]],
      heads: () => ['Jan', 'Feb'],
      columnsHead: 'Month',
      format: (value: number) => (Number.isFinite(value) ? String(value) : '–'),
      wordsOf: () => 'never tried',
    };
    const { value } = await shown(mount(Heatmap, { target, props }));
    expect(value()).toBe('never tried');
    expect(document.querySelector('.legend')?.textContent.trim()).toBe(
      'hatched: never tried, no number',
    );
    expect(document.querySelector('svg')!.outerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('of points goes from left to right, past those that lie nowhere', async () => {
    const props = {
      title: 'Sold',
      summary: 'Three products.',
      names: ['Mug', 'Bowl', 'Tray'],
      xs: Float64Array.of(30, NaN, 10),
      ys: Float64Array.of(3, 2, 1),
      nameColumn: 'Product',
      xName: 'promised',
      yName: 'sold',
      format: String,
      counted: (count: number) => `${count} products`,
    };
    const { value, press } = await shown(mount(ScatterPlot, { target, props }));
    await press('Home');
    expect(value()).toBe('Tray: promised 10, sold 1');
    await press('ArrowRight');
    expect(value()).toBe('Mug: promised 30, sold 3');
    await press('ArrowRight');
    expect(value()).toBe('Mug: promised 30, sold 3');
  });

  it('of points keeps its axis where a value is beyond all bounds', async () => {
    const props = {
      title: 'Sold',
      summary: 'Three products.',
      names: ['Mug', 'Bowl', 'Tray'],
      xs: Float64Array.of(30, Infinity, 10),
      ys: Float64Array.of(3, 2, 1),
      nameColumn: 'Product',
      xName: 'promised',
      yName: 'sold',
      format: String,
      counted: (count: number) => `${count} products`,
    };
    const { value, press } = await shown(mount(ScatterPlot, { target, props }));
    expect(drawnTexts('x-axis tick label')).toEqual(['10', '15', '20', '25', '30']);
    await press('End');
    expect(value()).toBe('Mug: promised 30, sold 3');
  });
});
