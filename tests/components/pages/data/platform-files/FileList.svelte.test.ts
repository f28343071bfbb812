import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import FileList from '#components/pages/data/platform-files/FileList.svelte';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';

const NOTHING = {
  linesAsPieces: false,
  refundRows: 0,
  otherKinds: [],
  unnamedRows: 0,
  repeatedRows: 0,
};

it('says of each file what became of its rows', async () => {
  const payments: FileFacts = {
    ...{ name: 'payments.csv', sizeBytes: 2048, rowCount: 90, tableKind: null },
    found: { formatId: 'ebay-transactions', platform: 'eBay', kind: 'order-lines' },
    account: {
      ...{ ...NOTHING, usedRows: 80, entryCount: 80, refundRows: 3 },
      otherKinds: [{ name: 'Payout', rowCount: 7 }],
    },
  };
  const unknown: FileFacts = {
    ...{ name: 'notes.csv', sizeBytes: 10, rowCount: 0, found: null, account: null },
    tableKind: 'launches',
  };
  const list = mount(FileList, {
    target: document.body,
    props: { files: [payments, unknown], helpHref: '/help/', onadd: () => undefined },
  });
  const said = [...document.querySelectorAll('li')].map((item) =>
    [...item.children].map(({ textContent }) => textContent.trim()),
  );
  expect(said).toEqual([
    [
      'eBay: orders',
      expect.stringContaining('payments.csv'),
      '80 of 90 rows are order lines.',
      'Refunds, taken off their orders: 3.',
      'Rows of other types, excluded: 7 (Payout 7).',
    ],
    ['Not recognised', 'notes.csv'],
  ]);
  await unmount(list);
});
