import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withCoreSeconds } from '#workers/build/core-seconds.js';
import { runScript } from '#workers/build/commands.js';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it.runIf(existsSync('/proc/self/stat'))(
  'tells work that computes from work that waits',
  async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'busy.js'), 'const end = Date.now() + 900; while (Date.now() < end);');
    writeFileSync(join(root, 'idle.js'), 'setTimeout(() => {}, 900);');
    const [busy, idle] = await Promise.all(
      ['busy.js', 'idle.js'].map((script) => withCoreSeconds(() => runScript(root, script))),
    );
    expect(busy!.result.status).toBe(0);
    expect(busy!.coreSeconds).toBeGreaterThan(idle!.coreSeconds!);
  },
);

it.runIf(existsSync('/proc/self/stat'))('counts those that nobody waits for', async () => {
  const root = temporaryFolder();
  const done = join(root, 'done');
  writeFileSync(
    join(root, 'busy.js'),
    `while (process.cpuUsage().user < 1e6);
    require('node:fs').writeFileSync(${JSON.stringify(done)}, '');`,
  );
  writeFileSync(
    join(root, 'leaves.js'),
    `require('node:child_process').spawn(process.execPath, ['busy.js'], { cwd: __dirname, detached: true, stdio: 'ignore' }).unref();
    const waiting = setInterval(() => require('node:fs').existsSync(${JSON.stringify(done)}) && clearInterval(waiting), 50);`,
  );
  const { coreSeconds } = await withCoreSeconds(() => runScript(root, 'leaves.js'));
  expect(coreSeconds).toBeGreaterThan(0.4);
});
