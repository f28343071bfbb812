import type { EmbeddingChunk } from '#core/model/text/embedding-chunk.ts';
import { hasNames } from '#core/model/text/name-reading.ts';
import type { NamesByMeaning } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { EngineSession } from '#learning/session.ts';
import type { FitRequest } from '../model/members/fit-request.ts';
import { readLaunchNames } from '../model/train/read-launch-names.ts';
import { readNames, type NamesRead } from '../text/read-names.ts';
import { BuiltLanguage } from './built-language.ts';

/** Adds embeddings of names to tables; no text is read twice. */
export class NamesInNode {
  readonly #engine: EngineSession;
  readonly #read: EmbeddingChunk[] = [];

  constructor(engine: EngineSession) {
    this.#engine = engine;
  }

  /** Returns the table with embeddings, or as it is where launches have no names. */
  async on(table: LaunchTable, moreTitles: readonly string[] = []): Promise<LaunchTable> {
    if (!hasNames(table)) return table;
    const { embeddings } = await this.#names({ titles: [...table.title, ...moreTitles] });
    return { ...table, embeddings };
  }

  /** The same before a training, which may leave titles unread. */
  async toLearn(table: LaunchTable): Promise<Pick<FitRequest, 'table' | 'readOthers'>> {
    if (!hasNames(table)) return { table };
    const read = (names: NamesByMeaning) => this.#names(names);
    const { embeddings, readOthers } = await readLaunchNames(table, { read, mayLeave: true });
    return { table: { ...table, embeddings }, readOthers };
  }

  #names(names: NamesByMeaning): Promise<NamesRead> {
    return readNames({
      ...names,
      source: new BuiltLanguage(),
      store: {
        load: () => Promise.resolve(this.#read),
        keep: (chunk) => Promise.resolve(void this.#read.push(chunk)),
      },
      engine: this.#engine,
      mayFetch: true,
      stop: new AbortController().signal,
      pause: () => Promise.resolve(),
    });
  }
}
