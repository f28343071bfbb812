type Asks = (...given: never[]) => PromiseLike<unknown>;

/** The functions of a module that return promises. */
type Askable<Module> = {
  readonly [Name in keyof Module as Module[Name] extends Asks ? Name : never]: Module[Name];
};

/**
 * Returns the functions of a module that is fetched when the first of them is called. So storage, and Dexie with it,
 * costs a page nothing until it is used.
 */
export function later<Module extends object>(load: () => Promise<Module>): Askable<Module> {
  const ask =
    (name: keyof Module) =>
    (...given: unknown[]) =>
      // Wrapped, not awaited, so that Dexie keeps track of the calling query across the wait.
      Promise.resolve(load()).then((module) =>
        (module[name] as (...given: unknown[]) => unknown)(...given),
      );
  return new Proxy({} as Askable<Module>, { get: (_, name) => ask(name as keyof Module) });
}
