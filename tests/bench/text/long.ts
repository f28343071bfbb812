// How long the language model takes for names of 40 words, which are descriptions.

import { textsToEmbed, type NamesByMeaning } from '#core/base/text/text-embeddings.ts';
import { seededRandom } from '#core/base/random.ts';
import { median, sum } from '#core/base/statistics/statistics.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { openLanguage, type LanguageReader } from '#workers/text/open-language.ts';
import { readLaunchNames } from '#workers/model/train/read-launch-names.ts';
import { readTexts } from '#workers/text/read-texts.ts';
import { launchTable } from '../../support/launch-table.ts';
import type { Report } from './report.ts';

const LAUNCHES = 5_000;
const LONG = 40;
const SHORT = 6;
const ROUNDS = 5;
/** Texts read in a round: about as much work of either length. */
const TIMED = { long: 60, short: 360 };
const MOST_SECONDS = 60;

/** @param titles real names, whose words the descriptions have */
export async function longNames(titles: readonly string[], report: Report): Promise<void> {
  const engine = await openNodeEngine();
  const stop = new AbortController().signal;
  const reader = await openLanguage({
    ...{ source: new BuiltLanguage(), engine, withChinese: false, stop },
  });
  const long = namesOf(LONG, titles);
  const short = namesOf(SHORT, titles);
  const [ofLong, ofShort]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const inLong = await tokensASecond(long.slice(0, TIMED.long), reader);
    const inShort = await tokensASecond(short.slice(0, TIMED.short), reader);
    if (round === 0) continue; // the first one warms up
    ofLong.push(inLong);
    ofShort.push(inShort);
  }
  const speed = median(ofLong);
  const tokens = (texts: readonly string[]) => sum(texts.map((text) => reader.tokens(text).length));
  const times = median(
    ofLong.map((pace, i) => (tokens(long) / pace) * (ofShort[i]! / tokens(short))),
  );
  const each = (tokens(long) / LAUNCHES).toFixed(0);
  console.log(
    `${LONG} words: ${each} tokens a name, ${speed.toFixed(0)} tokens a second of one core`,
  );
  console.log(`a name of ${LONG} words takes ${times.toFixed(1)} times one of ${SHORT}`);
  const [first, all] = (await textsRead(long)).map(tokens) as [number, number];
  const tell = (where: string, count: number) => {
    const seconds = count / speed;
    const figure = `${seconds.toFixed(0)} s, ${((100 * count) / all).toFixed(0)}% of the work`;
    const wanted = `at most ${MOST_SECONDS} s of one core`;
    report(`${LAUNCHES} names, where meaning ${where}`, figure, seconds <= MOST_SECONDS, wanted);
  };
  tell('does not help', first);
  tell('helps', all);
  reader.dispose();
  engine.dispose();
}

/** Distinct names of so many words, each of the words of some titles drawn at random. */
function namesOf(wordCount: number, titles: readonly string[]): string[] {
  const random = seededRandom(1);
  return Array.from({ length: LAUNCHES }, () => {
    const drawn: string[] = [];
    while (drawn.length < wordCount)
      drawn.push(...titles[Math.floor(random() * titles.length)]!.split(' '));
    return drawn.slice(0, wordCount).join(' ');
  });
}

async function tokensASecond(texts: readonly string[], reader: LanguageReader): Promise<number> {
  const store = { load: () => Promise.resolve([]), keep: () => Promise.resolve() };
  const start = process.cpuUsage(); // not the clock: other work on the machine does not count
  await readTexts({ texts, reader, store, pause: () => Promise.resolve() });
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  return sum(texts.map((text) => reader.tokens(text).length)) / seconds;
}

/** Returns the texts that a training reads before it has chosen whether meaning helps, and all of them. */
async function textsRead(titles: readonly string[]): Promise<[string[], string[]]> {
  const asked: NamesByMeaning[] = [];
  const read = (names: NamesByMeaning) => {
    asked.push(names);
    return Promise.resolve({ reading: 'embeddings', embeddings: new Map() } as const);
  };
  const table = launchTable(titles.map((title, i) => ({ title, day: i })));
  const { readOthers } = await readLaunchNames(table, { read, mayLeave: true });
  await readOthers?.();
  return [textsToEmbed(asked[0]!), textsToEmbed(asked.at(-1)!)];
}
