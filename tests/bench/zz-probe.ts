import { readHistory, readRowsToPredict } from '/work/main/workers/headless/read-tables.ts';
import { fitInNode } from '/work/main/workers/headless/fit-in-node.ts';
import { openNodeEngine } from '/work/main/workers/headless/node-engine.ts';
import { predictMembers } from '/work/main/workers/fit-members.ts';
import { blendLogs, unitsFromLogs, chooseBlend } from '/work/main/src/core/model/blend.ts';
import { wape, r2OfLog1p } from '/work/main/src/core/evaluation/metrics.ts';
import { treeCount } from '/work/main/src/core/trees/boosted-trees.ts';
import { readFileSync } from 'node:fs';
const [train, test, outcome, seeds='1'] = process.argv.slice(2);
for (const seed of seeds.split(',').map(Number)) {
const engine = await openNodeEngine();
const h = await readHistory(train!, { outcome });
const t0=performance.now();
const model = await fitInNode(h.table, { engine, seed });
const secs=(performance.now()-t0)/1000;
const rows = await readRowsToPredict(test!, h.mapping, h.table);
const y = (() => { const l = readFileSync(test!, 'utf8'); return l; })();
const { default: Papa } = await import('/work/main/node_modules/papaparse/papaparse.min.js' as string);
const parsed = Papa.parse(y.trim(), { header: true }).data as Record<string,string>[];
const actual = Float64Array.from(parsed, (r) => Number(r[outcome!]));
const logs = await predictMembers({ table: rows, engine }, { ...model, net: model.net! }, Uint32Array.from(rows.launchDay.keys()));
const f=(l: ArrayLike<number>)=>wape(actual, unitsFromLogs(l)).toFixed(3)+'/'+r2OfLog1p(actual, unitsFromLogs(l)).toFixed(3);
console.log('seed',seed, 'blend', f(blendLogs(logs, model.blend)), JSON.stringify(Object.values(model.blend)), 'net', f(logs.net), 'trees', f(logs.trees), 'ridge', f(logs.ridge), 'median', f(logs.median), 'trees n', model.trees.map(treeCount).join(','), 'best?', JSON.stringify(Object.values(chooseBlend(actual, logs))), secs.toFixed(1)+'s', 'holdout', model.report.holdout.map(x=>x.method+' '+x.wape.toFixed(3)).join(' '));
engine.dispose();
}
