// Everything comes from where the app lies: no file of the build names another address, but for those that nothing ever fetches.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '#workers/build/site-files.js';
import { BUILD, expect, test } from '../support/fixtures.ts';

/** What an address may begin with, and why it is there. */
const PERMITTED: Readonly<Record<string, string>> = {
  'http://www.w3.org/': 'names of XML namespaces',
  'http://schemas.openxmlformats.org/': 'names of XML namespaces in workbooks, as those below',
  'http://sheetjs.openxmlformats.org/': 'a name of xlsx for a part of a workbook',
  'http://schemas.microsoft.com/': 'namespaces',
  'http://purl.oclc.org/ooxml/': 'namespaces',
  'http://purl.org/dc/': 'namespaces',
  'http://openoffice.org/': 'namespaces',
  'http://docs.oasis-open.org/ns/office/': 'namespaces',
  'http://macVmlSchemaUri': 'a namespace',
  'https://sheetjs.com/': 'a cell of a template in xlsx',
  'https://svelte.dev/e/': 'where an error of Svelte is explained, in its message',
  'https://paraglidejs.com/errors': 'where an error of Paraglide is explained, in its message',
  'https://github.com/tensorflow/tfjs-node': 'advice of TensorFlow.js for Node, in a message',
  'https://emscripten.org/docs/': 'a warning of Emscripten, in a message',
  'https://en.wikipedia.org/wiki/IEEE_754-1985': 'a comment of TensorFlow.js',
  'http://web.mit.edu/lpsolve/doc/CPLEX-format.htm': 'a comment of HiGHS',
  'http://dummy.com': 'the base against which Paraglide reads addresses without a host',
  'https://debut.invalid/':
    'where the app tries to send to, to show that it cannot; the name exists nowhere',
  'http://bit.ly/': 'an error of Dexie, in its message',
  'https://tinyurl.com/y2uuvskb': 'an error of Dexie, in its message',
};

/** They name their sources and licences, and are shown or read, never followed by themselves. */
const NOTICES =
  /^(?:licences\.json|selling-events\.notice\.txt|samples\/README\.md|.*\/language\/notice\..+\.txt)$/;

const ADDRESS = /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\)(|]+/g;
/** An address without a scheme, where a browser would follow it. */
const SCHEMELESS = /(?:\b(?:src|href|action)=["']?|url\(\s*["']?|@import\s+["'])\/\/[^\s"')]+/g;

function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS), ...text.matchAll(SCHEMELESS)].map(([address]) => address);
}

test('no file of the build leads to another origin', () => {
  const used = new Set<string>();
  const found: string[] = [];
  for (const path of filesIn(BUILD).filter((name) => !NOTICES.test(name))) {
    for (const address of addressesIn(readFileSync(join(BUILD, path), 'latin1'))) {
      const known = Object.keys(PERMITTED).find((beginning) => address.startsWith(beginning));
      if (known === undefined) found.push(`${address} in ${path}`);
      else used.add(known);
    }
  }
  expect(found).toEqual([]);
  // What no file names any more is permitted no more.
  expect([...used].sort()).toEqual(Object.keys(PERMITTED).sort());
});

test('every kind of address is found', () => {
  const text = `<script src="//a.example/x.js"> url(//b.example/y) "https://c.example/z" new WebSocket('wss://d.example')`;
  expect(addressesIn(text).map((address) => /[a-d]\.example/.exec(address)![0])).toEqual([
    ...['c.example', 'd.example', 'a.example', 'b.example'],
  ]);
});
