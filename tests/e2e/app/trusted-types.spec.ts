// No text becomes code: what takes a script, the address of one or markup refuses every string, on the page and in each worker.
import { filesIn } from '#workers/build/site-files.js';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { untilOfflineReady } from '../support/site.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

// A policy that is refused is an error in the console.
test.use({ expectProblems: true });

type Refusals = Readonly<Record<string, string>>;

/** Why each is refused; "done" where it was not. Runs in a page or a worker, so it can use nothing from outside itself. */
function refusalsAnywhere(): Promise<Refusals> {
  const why = (attempt: () => unknown) => {
    try {
      attempt();
      return 'done';
    } catch (error) {
      return String(error);
    }
  };
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): unknown };
  };
  const attempts = () => ({
    'new Worker': why(() => new Worker('x')),
    setTimeout: why(() => setTimeout('globalThis.ran = true' as unknown as () => void)),
    eval: why(() => (0, eval)('globalThis.ran = true')),
    Function: why(() => Reflect.construct(Function, ['globalThis.ran = true'])),
    'another policy': why(() => trustedTypes.createPolicy('other', {})),
    'the default policy': why(() => trustedTypes.createPolicy('default', {})),
  });
  // What is called from outside may do more than a task of its own.
  return new Promise((resolve) => setTimeout(() => resolve(attempts())));
}

function refusalsOnPage(): Refusals {
  const why = (attempt: () => unknown) => {
    try {
      attempt();
      return 'done';
    } catch (error) {
      return String(error);
    }
  };
  const markup = '<img src=x onerror="window.ran = true">';
  const element = () => document.body.appendChild(document.createElement('div'));
  return {
    innerHTML: why(() => (element().innerHTML = markup)),
    outerHTML: why(() => (element().outerHTML = markup)),
    insertAdjacentHTML: why(() => element().insertAdjacentHTML('beforeend', markup)),
    // oxlint-disable-next-line typescript/no-deprecated -- scripts that got in would use it
    'document.write': why(() => document.write(markup)),
    DOMParser: why(() => new DOMParser().parseFromString(markup, 'text/html')),
    'range of markup': why(() => document.createRange().createContextualFragment(markup)),
    srcdoc: why(() => (document.createElement('iframe').srcdoc = markup)),
    'a handler': why(() => element().setAttribute('onclick', 'window.ran = true')),
    'script.src': why(() => (document.createElement('script').src = 'x')),
    'script.text': why(() => (document.createElement('script').text = 'window.ran = true')),
  };
}

function expectRefused(refusals: Refusals, where: string): void {
  for (const [attempt, reason] of Object.entries(refusals))
    expect(reason, `${attempt} ${where}`).toMatch(/Trusted|Policy .+ disallowed|unsafe-eval/);
}

for (const bare of [false, true]) {
  const host = bare ? 'a host that sends no headers' : 'a host that sends ours';

  test(
    `no text becomes code on the page and in its workers, on ${host}`,
    { tag: bare ? [] : '@whole' },
    async ({ page, openSite }) => {
      const site = await openSite({ bare });
      await page.goto(site.url);
      await untilOfflineReady(page);
      expectRefused(await page.evaluate(refusalsOnPage), 'on the page');
      expectRefused(await page.evaluate(refusalsAnywhere), 'on the page');
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);

      const scripts = filesIn(BUILD).filter((path) => /\.worker-[^/]+\.js$/.test(path));
      expect(scripts).toHaveLength(3);
      // The app has taken the one policy that may give addresses of workers; the page for what is not there runs no app.
      await page.goto(`${site.url}no/such/page/`);
      await page.evaluate(
        (addresses) => {
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes: {
              createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
            };
          };
          const rules = { createScriptURL: (url: string) => url };
          const policy = trustedTypes.createPolicy('debut-worker-url', rules);
          for (const address of addresses)
            new Worker(policy.createScriptURL(address), { type: 'module' });
        },
        scripts.map((path) => site.url + path),
      );
      await expect.poll(() => page.workers().length).toBe(3);
      for (const worker of page.workers())
        expectRefused(await worker.evaluate(refusalsAnywhere), `in ${worker.url()}`);
    },
  );
}
