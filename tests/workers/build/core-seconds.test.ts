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
    writeFileSync(join(root, 'busy.js'), 'const end = Date.now() + 400; while (Date.now() < end);');
    writeFileSync(join(root, 'idle.js'), 'setTimeout(() => {}, 400);');
    const [busy, idle] = await Promise.all(
      ['busy.js', 'idle.js'].map((script) => withCoreSeconds(() => runScript(root, script))),
    );
    expect(busy!.result.status).toBe(0);
    expect(busy!.coreSeconds).toBeGreaterThan(idle!.coreSeconds!);
  },
);
