import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Packages {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked extends Packages {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
}

const asked = read('package.json') as Packages;
const lock = read('package-lock.json') as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
const wanted = Object.entries({ ...asked.dependencies, ...asked.devDependencies });
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('packages', () => {
  it('are asked for by one version each, and no range', () => {
    expect(wanted.length).toBeGreaterThan(0);
    for (const [name, version] of wanted)
      expect(version, name).toMatch(/^(?:npm:[a-z@/-]+@)?\d+\.\d+\.\d+(?:-r\.\d+)?$/);
  });

  it('are the same in both files', () => {
    const { dependencies, devDependencies } = lock.packages['']!;
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: asked.dependencies,
      devDependencies: asked.devDependencies,
    });
    for (const [name, version] of wanted)
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version.split('@').at(-1));
  });

  it('are each held to the bytes that were looked at', () => {
    expect(lock.lockfileVersion).toBe(3);
    for (const [path, { version, integrity, inBundle }] of locked) {
      expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
      // What lies in a package's own archive is held by that.
      if (!inBundle) expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
    }
  });

  it('come from a registry, not from addresses, repositories or folders', () => {
    for (const [path, { link, resolved }] of locked) {
      expect(link, path).toBeUndefined();
      expect(resolved, path).toBeUndefined();
    }
  });

  it('run no scripts of their own when they are installed, and are saved exactly', () => {
    const settings = readFileSync(new URL('../.npmrc', import.meta.url), 'utf8').split('\n');
    expect(settings).toEqual(expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']));
  });
});
