// The form of pictures of products.

import { COLOUR_NAMES, PICTURE_BACKGROUNDS, type LookMarks } from '#core/launch/looks.ts';
import {
  EDGE_CELLS,
  SMALL_PICTURE_TYPES,
  type PictureFacts,
} from '#core/model/images/product-picture.ts';
import {
  anyNumbers,
  count,
  finite,
  ifThere,
  list,
  nullable,
  object,
  oneIn,
  share,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { PICTURES_A_RECORD, type FiledPicture } from './project-records.ts';

const marks = {
  colour: nullable(oneIn(COLOUR_NAMES)),
  isPatterned: truth,
  background: oneIn(PICTURE_BACKGROUNDS),
  showsPeople: nullable(truth),
};

const chosen = object<Partial<LookMarks>>({
  colour: ifThere(marks.colour),
  isPatterned: ifThere(marks.isPatterned),
  background: ifThere(marks.background),
  showsPeople: ifThere(marks.showsPeople),
});

const facts = object<PictureFacts>({
  marks: object<LookMarks>(marks),
  hash: hexadecimal(16),
  brightness: share,
  saturation: share,
  warmth: such(finite, 'from -1 to 1', (value) => Math.abs(value) <= 1),
  clutter: share,
  edges: such(
    anyNumbers(Uint8Array) as Form<Uint8Array>,
    `${EDGE_CELLS} × ${EDGE_CELLS} cells`,
    ({ length }) => length === EDGE_CELLS ** 2,
  ),
});

const MOST_NUMBERS = 4_096;
/** Exponent of a half float: all ones in NaN and infinity. */
const EXPONENT = 0x7c_00;

const embedding = such(
  anyNumbers(Uint16Array) as Form<Uint16Array>,
  'finite half floats',
  (halves) =>
    halves.length > 0 &&
    halves.length <= MOST_NUMBERS &&
    halves.every((half) => (half & EXPONENT) !== EXPONENT),
);

const small = object<NonNullable<FiledPicture['small']>>({
  type: oneIn(SMALL_PICTURE_TYPES),
  bytes: anyNumbers(Uint8Array) as Form<Uint8Array>,
});

const pictureForm = object<FiledPicture>({
  owner: text,
  fileName: text,
  sha256: hexadecimal(64),
  widthPx: count,
  heightPx: count,
  facts,
  chosen,
  readBy: nullable(text),
  embedding: ifThere(embedding),
  small: ifThere(small),
});

export const picturesForm: Form<readonly FiledPicture[]> = such(
  list(pictureForm),
  `at most ${PICTURES_A_RECORD} pictures`,
  ({ length }) => length <= PICTURES_A_RECORD,
);

function hexadecimal(digits: number): Form<string> {
  const isSo = (value: string) => value.length === digits && /^[0-9a-f]*$/.test(value);
  return such(text, `${digits} hexadecimal digits`, isSo);
}
