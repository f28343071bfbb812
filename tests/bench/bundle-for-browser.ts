import { build, type Rolldown } from 'vite';

/** Bundles a script and all its imports into one ES module and returns its code. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: entry, output: { format: 'es', codeSplitting: false } },
    },
  });
  const [bundle] = [output].flat() as [Rolldown.RolldownOutput];
  return (bundle.output.find(({ type }) => type === 'chunk') as Rolldown.OutputChunk).code;
}
