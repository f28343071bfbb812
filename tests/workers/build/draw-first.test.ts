import { expect, test } from 'vitest';
import { drawFirst } from '#workers/build/draw-first.js';
import { inlineScriptHashes } from '#workers/build/security-headers.js';

const START = `
	{
		__sveltekit_1a2b = { base: "" };
		const element = document.currentScript.parentElement;
		Promise.all([
			import("./_app/start.js"),
			import("./_app/app.js")
		]).then(([kit, app]) => {
			kit.start(app, element, { node_ids: [0, 2], costs: "$&" });
		});
	}
`;
const TEMPLATE_SCRIPT = 'document.documentElement.dataset.theme = "dark";';
const HASHES = inlineScriptHashes(
  `<script>${TEMPLATE_SCRIPT}</script><script>${START}</script>`,
).join("' '");
const PAGE = `<html><head>
<script>${TEMPLATE_SCRIPT}</script>
<meta http-equiv="content-security-policy" content="script-src 'self' '${HASHES}'">
<link href="./_app/font.woff2" rel="preload" as="font">
<link href="./_app/start.js" rel="modulepreload">
<link href="./_app/chunk.js" rel="modulepreload">
</head><body><script>${START}</script></body></html>`;

test('its scripts are asked for by the inline script alone, with what they import', () => {
  const page = drawFirst(PAGE);
  expect(page).not.toContain('rel="modulepreload"');
  expect(page).toContain('["./_app/start.js","./_app/chunk.js"]');
  expect(page).toContain('rel="preload" as="font"');
  expect(page).toContain('kit.start(app, element, { node_ids: [0, 2], costs: "$&" });');
});

test('the policy allows the inline scripts that the page now has, and no other', () => {
  const page = drawFirst(PAGE);
  const allowed = /script-src 'self' ([^"]*)"/.exec(page)?.[1]?.replaceAll("'", '').split(' ');
  expect(allowed).toEqual(inlineScriptHashes(page));
  expect(allowed).not.toEqual(inlineScriptHashes(PAGE));
});

test('a page that does not start as expected is refused', () => {
  expect(() => drawFirst('<html><body></body></html>')).toThrow('found none');
  expect(() => drawFirst(PAGE.replace('Promise.all', 'Promise.any'))).toThrow('found none');
});
