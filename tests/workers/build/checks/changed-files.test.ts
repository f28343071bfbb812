import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changedFiles } from '#workers/build/checks/changed-files.js';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('names what differs from the last commit and is still there', () => {
  const root = temporaryFolder();
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root });
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  git('init', '--quiet');
  for (const name of ['same.ts', 'changed.ts', 'removed.ts']) write(name, '1');
  git('add', '.');
  const author = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  git(...author, 'commit', '--quiet', '--message', 'Begin');
  write('changed.ts', '2');
  write('new.ts', '1');
  rmSync(join(root, 'removed.ts'));
  expect(changedFiles(root).sort()).toEqual(['changed.ts', 'new.ts']);
});
