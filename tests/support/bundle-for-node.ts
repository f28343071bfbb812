import { build, type Rolldown } from 'vite';

/** Bundles a script and all its packages into one ES module for Node, keeps its exports, and returns its code. */
export async function bundleForNode(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      write: false,
      rolldownOptions: { output: { format: 'es', codeSplitting: false } },
    },
  });
  const [bundle] = [output].flat() as [Rolldown.RolldownOutput];
  return (bundle.output.find(({ type }) => type === 'chunk') as Rolldown.OutputChunk).code;
}
