// Layouts hold before there is a project when texts grow and a page is read at twice its size: every-page.spec.ts has what is there afterwards.
import { m } from '#messages';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';
import { expectRoomAtTwiceTheSize, expectRoomForLongTexts } from '../support/room.ts';

const LAUNCHES = 'title,category,launch_date,price,units_4w\nMug,Kitchen,2024-03-11,5,12\n';

test(
  'the first page and the choice of columns have room too',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./');
    await expectRoomAtTwiceTheSize(page, 'first visit');
    await expectRoomForLongTexts(page, 'first visit');
    await page.reload();
    await chooseFile(page, { content: LAUNCHES });
    await expect(page.getByRole('button', { name: m.forms_import(), exact: true })).toBeVisible();
    await expectRoomAtTwiceTheSize(page, 'columns of a file');
    await expectRoomForLongTexts(page, 'columns of a file');
  },
);
