// Steers WebKitGTK, the engine of Safari, by WebDriver (https://www.w3.org/TR/webdriver2/).
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { HeldKey, Key, RunningBrowser, Tab } from './tab.ts';

/** Key under which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Letters that WebDriver has for keys. */
const KEYS: Record<Key | HeldKey, string> = {
  ...{ Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Control: '\uE009' },
  k: 'k',
};

/** Longest that a script in a page may take, in milliseconds. */
const SCRIPT_LIMIT_MS = 600_000;

const START_LIMIT_MS = 30_000;

/** How the browser's own toolbar is drawn: so narrow that a window can be as narrow as a phone. */
const TOOLBAR = `* { min-width: 0; margin: 0; padding: 0; font-size: 1px; -gtk-icon-source: none; }`;

type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

interface WebKitPaths {
  readonly driver: string;
  readonly browser: string;
  /** Shows windows to nobody: this browser cannot run without. */
  readonly display: string;
}

/**
 * Starts WebKit in a display of its own.
 * @param folder where it keeps its files, and puts downloads
 */
export async function startWebKit(
  paths: WebKitPaths,
  { port, folder }: { port: number; folder: string },
): Promise<RunningBrowser> {
  const settings = join(folder, '.config');
  await mkdir(join(settings, 'gtk-3.0'), { recursive: true });
  await writeFile(join(settings, 'gtk-3.0/gtk.css'), TOOLBAR);
  const words = ['-a', '-s', '-screen 0 1600x1200x24', paths.driver, '-p', String(port)];
  // In a group of its own, so that the display ends with the driver.
  const driver = spawn(paths.display, words, {
    stdio: 'ignore',
    detached: true,
    // Root may not start its sandbox.
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: settings,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  try {
    const command = commandsTo(`http://127.0.0.1:${port}`);
    await untilReady(command);
    const { sessionId, capabilities } = (await command('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const inSession: Command = (method, path, body) =>
      command(method, `/session/${sessionId}${path}`, body);
    await inSession('POST', '/timeouts', { script: SCRIPT_LIMIT_MS });
    const commandsIn = commandsByTab(inSession);
    return {
      version: capabilities.browserVersion,
      tab: tabOf(commandsIn((await inSession('GET', '/window')) as string)),
      newTab: async () => {
        // In a window of its own: no key or press reaches a tab that another one covers.
        const opened = await inSession('POST', '/window/new', { type: 'window' });
        return tabOf(commandsIn((opened as { handle: string }).handle));
      },
      close: async () => {
        await inSession('DELETE', '');
        endGroup(driver);
      },
    };
  } catch (error) {
    endGroup(driver);
    throw error;
  }
}

/** A session speaks to one tab at a time: each command waits for the one before, and first switches to its tab. */
function commandsByTab(inSession: Command): (handle: string) => Command {
  let before: Promise<unknown> = Promise.resolve();
  let current = '';
  return (handle) => (method, path, body) => {
    const answer = before.then(async () => {
      if (current !== handle) await inSession('POST', '/window', { handle });
      current = handle;
      return inSession(method, path, body);
    });
    before = answer.catch(() => undefined);
    return answer;
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

function commandsTo(url: string): Command {
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

async function untilReady(command: Command): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await command('GET', '/status');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(100);
    }
  }
}

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

const pressed = (value: string, ...between: readonly KeyAction[]): KeyAction[] => [
  { type: 'keyDown', value },
  ...between,
  { type: 'keyUp', value },
];

function tabOf(command: Command): Tab {
  const pressKeys = async (actions: readonly KeyAction[]) => {
    await command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  };
  const tab: Tab = {
    goto: async (url) => void (await command('POST', '/url', { url })),
    run: async (script, ...args) => {
      const request = {
        script: `const [...args] = arguments, done = args.pop();
          Promise.resolve().then(() => (${String(script)})(...args))
            .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        args,
      };
      const answer = await command('POST', '/execute/async', request).catch((error: unknown) => {
        // The page that was asked is left before it answers: the one that follows is asked.
        if (!String(error).includes('before the unload event')) throw error;
        return command('POST', '/execute/async', request);
      });
      const { value, error } = answer as { value: never; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    pressAt: async ({ x, y }) => {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await command('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    type: (text) => pressKeys(Array.from(text).flatMap((letter) => pressed(letter))),
    pressKey: (key, held) => {
      const presses = pressed(KEYS[key]);
      return pressKeys(held ? pressed(KEYS[held], ...presses) : presses);
    },
    chooseFile: async (selector, ...paths) => {
      const found = await command('POST', '/element', { using: 'css selector', value: selector });
      const id = (found as Record<string, string>)[ELEMENT]!;
      await command('POST', `/element/${id}/value`, { text: paths.join('\n') });
    },
    resize: async (size) => {
      // A window has a frame, and its page what is left of it.
      const frame = await tab.run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
      const [width, height] = [size.width + frame[0]!, size.height + frame[1]!];
      await command('POST', '/window/rect', { width, height });
    },
    screenshot: async () => Buffer.from((await command('GET', '/screenshot')) as string, 'base64'),
    close: async () => void (await command('DELETE', '/window')),
  };
  return tab;
}
