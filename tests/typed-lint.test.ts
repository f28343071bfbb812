import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import ts from 'typescript-eslint';

interface TypedLint {
  readonly rules: Readonly<Record<string, unknown>>;
}
interface Rule {
  readonly meta: { readonly docs?: { readonly requiresTypeChecking?: boolean } };
}

/** Newer than oxlint: components are held to it, scripts are not. */
const ONLY_IN_COMPONENTS = ['no-unsafe-class-instance-assignment'];
/** Added by us. */
const BEYOND = ['switch-exhaustiveness-check'];

const PREFIX = '@typescript-eslint/';
const { rules } = JSON.parse(
  readFileSync(new URL('../workers/build/checks/typed-lint.json', import.meta.url), 'utf8'),
) as TypedLint;
const { rules: known } = ts.plugin as unknown as { rules: Readonly<Record<string, Rule>> };

describe('the linter of scripts', () => {
  it('has each rule that needs types of those that components are held to', () => {
    const presets = [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked];
    const typed = presets
      .flatMap((preset) => Object.entries(preset.rules ?? {}))
      .filter(([, level]) => level !== 'off' && (Array.isArray(level) ? level[0] !== 'off' : true))
      .map(([name]) => name.replace(PREFIX, ''))
      .filter((name) => known[name]?.meta.docs?.requiresTypeChecking)
      .filter((name) => !ONLY_IN_COMPONENTS.includes(name));
    const wanted = new Set([...typed, ...BEYOND].map((name) => `typescript/${name}`));
    expect(Object.keys(rules).sort()).toEqual([...wanted].sort());
  });
});
