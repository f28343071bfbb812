import { describe, expect, it } from 'vitest';
import { missingPackages } from '#workers/build/install.js';

describe('missingPackages', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/vite': { version: '7.3.8' },
    'node_modules/dexie': { version: '4.4.7' },
    'node_modules/@esbuild/win32-x64': { version: '0.27.0', optional: true },
  };

  it('finds nothing when every needed package has the wanted version', () => {
    const installed = {
      'node_modules/vite': { version: '7.3.8' },
      'node_modules/dexie': { version: '4.4.7' },
    };
    expect(missingPackages(wanted, installed)).toEqual([]);
  });

  it('names what is absent and what is of another version', () => {
    const installed = { 'node_modules/vite': { version: '7.0.0' } };
    expect(missingPackages(wanted, installed)).toEqual(['node_modules/vite', 'node_modules/dexie']);
  });
});
