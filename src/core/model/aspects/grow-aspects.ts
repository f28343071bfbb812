export let OPT = {
  minCount: 5,
  minPer: 20000,
  oddsRatio: 4,
  minShare: 0.35,
  z: 3.5,
  rel: 0.5,
  most: 60,
  clause: true,
};
import type { AspectWords } from './aspect.ts';
import { aspectMatcher } from './match-aspects.ts';
import { textUnits, BREAK } from './text-units.ts';
import { eachCandidate, isCohesive } from './word-candidates.ts';
import { hasChinese } from '../../base/text/chinese.ts';

export function growAspects(
  sentences: readonly string[],
  aspects: readonly AspectWords[],
): AspectWords[] {
  const matcher = aspectMatcher(aspects);
  const index = new Map(aspects.map((a, i) => [a.aspect, i]));
  const units = sentences.flatMap((s) => {
    const u = textUnits(s);
    if (!OPT.clause) return [u];
    const out: string[][] = [[]];
    for (const x of u) {
      if (x === BREAK) out.push([]);
      else out.at(-1)!.push(x);
    }
    return out.filter((x) => x.length);
  });
  const counts = new Map<string, number>();
  let unitCount = 0;
  for (const us of units) {
    for (const u of us) {
      if (u.length === 1 || !counts.has(u) || hasChinese(u))
        counts.set(u, (counts.get(u) ?? 0) + (hasChinese(u) || true ? 0 : 0));
      unitCount++;
    }
    const seen = new Set<string>();
    for (const u of us) if (hasChinese(u) || true) seen.add(u);
    eachCandidate(
      us,
      () => false,
      (w) => seen.add(w),
    );
    for (const w of seen) counts.set(w, (counts.get(w) ?? 0) + 1);
  }
  const N = units.length;
  const least = Math.max(OPT.minCount, N / OPT.minPer);
  const ok = new Set<string>();
  for (const [w, c] of counts)
    if (c >= least && isCohesive(w, (p) => counts.get(p) ?? 1, unitCount)) ok.add(w);
  const n = new Map<string, number>(),
    na = new Map<string, Float64Array>();
  const tot = new Float64Array(aspects.length);
  for (const us of units) {
    const found = matcher.phrases.find(us);
    const taken = new Uint8Array(us.length);
    const as = new Set<number>();
    for (const f of found) {
      taken.fill(1, f.start, f.end);
      for (const v of f.values) if (v) as.add(index.get(v.aspect)!);
    }
    for (const a of as) tot[a]!++;
    const seen = new Set<string>();
    eachCandidate(
      us,
      (i) => taken[i] === 1,
      (w) => {
        if (ok.has(w)) seen.add(w);
      },
    );
    for (const w of seen) {
      n.set(w, (n.get(w) ?? 0) + 1);
      let x = na.get(w);
      if (!x) na.set(w, (x = new Float64Array(aspects.length)));
      for (const a of as) x[a]!++;
    }
  }
  const picked = aspects.map(
    () => [] as { word: string; count: number; lift: number; z: number; p: number }[],
  );
  for (const [w, x] of na) {
    const c = n.get(w)!;
    if (c < least) continue;
    let best = -1,
      bz = 0,
      bp = 0,
      bl = 0;
    const ps: number[] = [];
    aspects.forEach((_, a) => {
      const p0 = (tot[a]! - x[a]! + 0.5) / (N - c);
      const p = (x[a]! + 2 * p0) / (c + 2);
      ps.push(p);
      const lo = Math.log(p / (1 - p)) - Math.log(p0 / (1 - p0));
      const z = lo / Math.sqrt(1 / (x[a]! + 1) + 1 / (c - x[a]! + 1));
      if (z > bz && Math.exp(lo) >= OPT.oddsRatio) {
        bz = z;
        best = a;
        bp = p;
        bl = p / p0;
      }
    });
    if (best < 0 || bz < OPT.z || bp < OPT.minShare) continue;
    picked[best]!.push({ word: w, count: c, lift: bl, z: bz, p: bp });
  }
  return aspects.map((a, i) => {
    const l = picked[i]!.sort((x, y) => y.z - x.z);
    const keep = l.filter(
      (x) =>
        !l.some(
          (y) =>
            y !== x &&
            (hasChinese(x.word)
              ? y.word.includes(x.word)
              : y.word.split(' ').includes(x.word) === true && false) &&
            y.count >= 0.8 * x.count,
        ) &&
        !l.some(
          (y) =>
            y !== x &&
            y.word.length < x.word.length &&
            (hasChinese(x.word) ? x.word.includes(y.word) : x.word.split(' ').includes(y.word)) &&
            y.p >= 0.8 * x.p,
        ),
    );
    return {
      ...a,
      grown: keep.slice(0, OPT.most).map(({ word, count, lift }) => ({ word, count, lift })),
    };
  });
}
