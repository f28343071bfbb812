import { AppError, type ErrorCode, type ErrorDetails } from '#core/errors.ts';
import { MIN_LAUNCHES } from '#core/launch/sizes.ts';
import { counted, formatCount } from '../format.ts';

interface ErrorWords {
  readonly title: string;
  /** What was expected, what to do, and what is safe. */
  readonly advice: string;
}

type Words = (details: ErrorDetails) => ErrorWords;

const STORED_IS_SAFE = 'Nothing that was stored before has changed.';

const MESSAGES: Readonly<Record<ErrorCode, Words>> = {
  'file-empty': () => ({
    title: 'The file is empty',
    advice: `Debut expected a table with one row per launch and found nothing. Export the table again and choose that file. ${STORED_IS_SAFE}`,
  }),
  'file-not-text': () => ({
    title: 'This is not a text file',
    advice: `Debut expected a CSV file. What came looks like a spreadsheet, a picture or another binary. Save it as CSV in your spreadsheet program and choose that file. ${STORED_IS_SAFE}`,
  }),
  'file-unreadable': () => ({
    title: 'The file could not be read',
    advice: `It may have been moved, changed or locked by another program. Close it there and choose it again. ${STORED_IS_SAFE}`,
  }),
  'header-only': () => ({
    title: 'The file has a header and no rows',
    advice: `Debut expected at least one row below the column names. Export the table with its rows and choose that file. ${STORED_IS_SAFE}`,
  }),
  'mapping-invalid': (details) => ({
    title: mappingTitle(details),
    advice: `${mappingAdvice(details)} ${STORED_IS_SAFE}`,
  }),
  'too-few-launches': (details) => ({
    title: 'Too few launches to learn from',
    advice: `Debut needs ${atLeast(details)} with a launch date and an outcome${foundPart(details)}. Add older launches to the file and import it again. ${STORED_IS_SAFE}`,
  }),
  'too-few-outcomes': (details) => ({
    title: 'Too few launches have an outcome',
    advice: `Debut needs ${atLeast(details)} that say how many units were sold${foundPart(details)}. Add the units sold, or choose the right column for them, and import again. ${STORED_IS_SAFE}`,
  }),
  'dataset-missing': () => ({
    title: 'This data set is no longer on this device',
    advice:
      'It was removed here or in another tab. Choose another one, or import its file again. Other data sets are untouched.',
  }),
  'model-missing': () => ({
    title: 'There is no model for this data yet',
    advice:
      'Plans need a trained model. Train it first, then make the plans. Your products are kept.',
  }),
  'no-products': () => ({
    title: 'There is no new product to plan',
    advice: 'Add a product or choose a CSV of new products, then make the plans.',
  }),
  'storage-full': () => ({
    title: 'The storage of this browser is full',
    advice: `Remove a data set that you no longer need, or free space on this device, and try again. ${STORED_IS_SAFE}`,
  }),
  'storage-failed': () => ({
    title: 'The browser did not let Debut store this',
    advice:
      'A private window or a strict privacy setting can forbid it. Open Debut in an ordinary window and try again. Nothing was left half stored.',
  }),
  'backend-unavailable': () => ({
    title: 'The chosen processor is not available here',
    advice:
      'Choose “Automatic” under “Where it runs” and train again. The model that you had is still there.',
  }),
  'training-diverged': () => ({
    title: 'The training did not settle',
    advice:
      'The numbers ran away, which can happen with a graphics driver that miscalculates. Choose WebAssembly under “Where it runs” and train again. The model that you had is still there.',
  }),
  'worker-crashed': () => ({
    title: 'The background work stopped unexpectedly',
    advice: `The browser may have run out of memory. Close other tabs and try again. ${STORED_IS_SAFE}`,
  }),
  'worker-unconfined': () => ({
    title: 'Debut did not start the work, to keep your data here',
    advice:
      'This address does not send the headers that forbid sending data away, so your files were not touched. Reload the page once. If this returns, open Debut from a server that sends them.',
  }),
};

/** Words for whatever was caught. What is not an AppError is a mistake of the program, and says so. */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof AppError) return MESSAGES[error.code](error.details);
  return {
    title: 'Something went wrong inside Debut',
    advice: `This is a mistake of the program, not of your file. Reload the page and try again. ${STORED_IS_SAFE}`,
  };
}

/** For a bug report: never the first thing that a person reads. */
export function technicalText(error: unknown): string {
  if (error instanceof AppError) {
    const details = Object.entries(error.details).map(([name, value]) => `${name}: ${value}`);
    return [`${error.code}: ${error.message}`, ...details].join('\n');
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function mappingTitle({ reason, field, column }: ErrorDetails): string {
  if (reason === 'column-mapped-twice') return `“${column ?? ''}” is chosen twice`;
  if (reason === 'no-launch-date-column') return 'No launch date column is chosen';
  if (reason === 'no-outcome-column') return 'No outcome column is chosen';
  if (field === 'title' && column === undefined) return 'No column of titles was found';
  return column === undefined ? 'The columns do not fit yet' : `“${column}” is not in the file`;
}

function mappingAdvice({ field, column }: ErrorDetails): string {
  if (field === 'title' && column === undefined) {
    return 'Debut expected a column with the name of each product, such as “title”. Rename the column in the file and choose the file again.';
  }
  return 'A launch needs a launch date and at least one outcome, such as units, and each column has one meaning. Correct the choice and import again.';
}

function atLeast({ minimum }: ErrorDetails): string {
  return `at least ${formatCount(Number(minimum ?? MIN_LAUNCHES))} launches`;
}

function foundPart({ rowsUsed, rowsRead }: ErrorDetails): string {
  if (rowsUsed === undefined) return '';
  const rows = rowsRead === undefined ? '' : ` in ${counted(Number(rowsRead), 'row')}`;
  return ` and found ${formatCount(Number(rowsUsed))}${rows}`;
}
