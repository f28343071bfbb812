// What pictures bring to forecasts in shops whose style shows in pictures only, and what they cost where they are noise.

import { mean } from '#core/base/statistics/statistics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readPicturesInNode } from '#workers/headless/pictures-in-node.ts';
import { groceryKinds, hasGroceryPictures } from './grocery-pictures.ts';
import { pictureShop, type KindPicture } from './picture-shop.ts';

/** Seeds below 100 were used to choose how pictures are learnt and the gate. */
const FIRST_SEED = 101;
const LAUNCHES = 480;
/** Spread of the kinds' effects on log units: kinds one deviation apart sell twice as many. */
const STYLE = 0.7;
/** Shops in which pictures are noise, for each shop with style: nearly all end with the same model, and are quick. */
const NOISE_SEEDS = 4;
const SEARCH_SECONDS = 5;
const LEAST_GAIN = 0.05;
const MOST_COST = 0.002;

/** Prints WAPE of the later launches with and without pictures, over seeds; returns the missed targets. */
export async function shops(seeds: number): Promise<readonly string[]> {
  if (!hasGroceryPictures()) {
    console.log('  skipped: ../shared/data/grocery-pictures is not here');
    return [];
  }
  const pictures = kindPictures();
  const engine = await openNodeEngine();
  const looks = await readPicturesInNode(
    pictures.map(({ path }) => path),
    engine,
  );
  const changesOf = async (count: number, style: number) => {
    const changes: Change[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
      const table = pictureShop(pictures, looks, { seed, launches: LAUNCHES, style });
      changes.push(await changeBy(table, { engine, seed }));
    }
    return changes;
  };
  const styled = await changesOf(seeds, STYLE);
  tell('style shows in pictures only', styled);
  const idle = await changesOf(seeds * NOISE_SEEDS, 0);
  tell('pictures are noise', idle);
  engine.dispose();
  const [gain, cost] = [-relative(styled), relative(idle)];
  return [
    ...(gain >= LEAST_GAIN ? [] : [`shops: pictures lower WAPE by ${percent(gain)}`]),
    ...(cost <= MOST_COST ? [] : [`shops: idle pictures raise WAPE by ${percent(cost)}`]),
  ];
}

interface Change {
  readonly without: number;
  readonly withPictures: number;
  readonly isKept: boolean;
}

async function changeBy(
  table: LaunchTable,
  { engine, seed }: { readonly engine: EngineSession; readonly seed: number },
): Promise<Change> {
  const settings = { seed, searchSeconds: SEARCH_SECONDS };
  const fit = async (given: LaunchTable) => {
    const { report } = await fitInNode(given, { engine, settings });
    const { wape } = report.holdout.find(({ method }) => method === 'debut')!;
    return { wape, isKept: report.looks?.isKept ?? false };
  };
  const seen = await fit(table);
  const unseen = await fit({ ...table, looks: undefined });
  return { without: unseen.wape, withPictures: seen.wape, isKept: seen.isKept };
}

function tell(what: string, changes: readonly Change[]): void {
  const kept = changes.filter(({ isKept }) => isKept).length;
  const [before, after] = [
    mean(changes.map(({ without }) => without)),
    mean(changes.map(({ withPictures }) => withPictures)),
  ];
  const each = changes.map(({ without, withPictures }) => percent(withPictures / without - 1));
  console.log(
    `  ${what}: WAPE ${before.toFixed(3)} without, ${after.toFixed(3)} with (${percent(relative(changes))}); kept in ${kept} of ${changes.length} shops; each ${each.join(' ')}`,
  );
}

/** Returns the change of the mean WAPE, as a share of that without pictures. */
function relative(changes: readonly Change[]): number {
  const without = mean(changes.map((each) => each.without));
  return mean(changes.map((each) => each.withPictures)) / without - 1;
}

/** Returns the photographs, and pictures of web shops, with what each is a sort of. */
function kindPictures(): KindPicture[] {
  return groceryKinds().flatMap(({ sortOf, iconic, photographs }) =>
    [iconic, ...photographs].map((path) => ({ path, kind: sortOf })),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
