import { builtinRules } from 'eslint/use-at-your-own-risk';

/** @param {string} name */
// oxlint-disable-next-line typescript/no-deprecated -- ESLint offers its rules in no other way
const ruleOf = (name) => builtinRules.get(name);

/** Rules of ESLint that oxlint lacks, or whose patterns it cannot read because they look ahead. */
export default {
  meta: { name: 'restrictions' },
  rules: {
    'no-restricted-imports': ruleOf('no-restricted-imports'),
    'no-restricted-syntax': ruleOf('no-restricted-syntax'),
  },
};
