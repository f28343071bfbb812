import { build, type Rolldown } from 'vite';

/** A script and all that it imports, as one module. */
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
