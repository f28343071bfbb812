// @ts-check

/**
 * Pages are drawn without workers when they are built, so the build for that needs no address of one: bundling them twice takes a third of the time.
 * @returns {import('vite').Plugin}
 */
export function noServerWorkers() {
  return {
    name: 'debut-no-server-workers',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'ssr',
    load: { filter: { id: /[?&]worker&url$/ }, handler: () => `export default '';` },
  };
}
