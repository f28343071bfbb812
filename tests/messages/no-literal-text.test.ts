import { Linter, type ESLint } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { describe, expect, it } from 'vitest';
import { noLiteralText } from '../../eslint.config.js';

const debut: ESLint.Plugin = { rules: { 'no-literal-text': noLiteralText } };

function findings(code: string): string[] {
  const config: Linter.Config[] = [
    ...svelte.configs.base,
    { files: ['**/*.svelte'], plugins: { debut }, rules: { 'debut/no-literal-text': 'error' } },
  ];
  return new Linter().verify(code, config, 'Page.svelte').map(({ message }) => message);
}

describe('the rule against literal text', () => {
  it.each([
    '<p>Train the model</p>',
    '{#if ready}\n  训练模型\n{/if}',
    '<p>{count} launches</p>',
    `<p>{ready ? 'Make plans' : null}</p>`,
    '{#if ready}{`${count} plans`}{/if}',
    '<button aria-label="Close"></button>',
    '<img alt="A plan" src="plan.png" />',
    '<input placeholder={`e.g. ${name}`} />',
    `<PageHead title={ready ? 'Model' : title} />`,
    `<Field help={name + ' of it'} />`,
  ])('finds %s', (code) => expect(findings(code)).toEqual([expect.stringMatching(/#messages/)]));

  it.each([
    '<p>{m.plan_title()}</p>',
    '<p>{count} – {total} %</p>',
    `<p>{tone === 'plan' ? words : other}</p>`,
    '<a class="brand" href="/">Debut</a>',
    '<PageHead title={m.pages_model()} tone="note" />',
    '<p>{m.model_off_by({ method: "debut" })}</p>',
    '<style>\n  p {\n    color: red;\n  }\n</style>',
  ])('lets %s pass', (code) => expect(findings(code)).toEqual([]));
});
