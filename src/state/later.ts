type Asks = (...given: never[]) => PromiseLike<unknown>;

/** What a module has to ask: its functions that return promises. */
type Askable<Module> = {
  readonly [Name in keyof Module as Module[Name] extends Asks ? Name : never]: Module[Name];
};

/**
 * The functions of a module that is fetched when the first of them is called: storage, and Dexie with it, costs a page nothing until something is
 * asked of it.
 */
export function later<Module extends object>(load: () => Promise<Module>): Askable<Module> {
  const ask =
    (name: keyof Module) =>
    (...given: unknown[]) =>
      // Wrapped, and not awaited, so that Dexie keeps track of who asks across the wait.
      Promise.resolve(load()).then((module) =>
        (module[name] as (...given: unknown[]) => unknown)(...given),
      );
  return new Proxy({} as Askable<Module>, { get: (_, name) => ask(name as keyof Module) });
}
