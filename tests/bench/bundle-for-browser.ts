import { build, type Rollup } from 'vite';

/** A script and all that it imports, as one module. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rollupOptions: { input: entry, output: { format: 'es', inlineDynamicImports: true } },
    },
  });
  const [bundle] = [output].flat() as [Rollup.RollupOutput];
  return (bundle.output.find(({ type }) => type === 'chunk') as Rollup.OutputChunk).code;
}
