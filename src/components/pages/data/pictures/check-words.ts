import {
  LEAST_SIDE_PX,
  type PictureFinding,
  type PictureFindingKind,
} from '#core/model/images/check-pictures.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatCount } from '#components/words/numbers.ts';

/** Pictures of which the same was found. */
export interface CheckedGroup {
  readonly words: string;
  readonly pictures: readonly { readonly id: number; readonly detail: string }[];
}

type Found<Kind extends PictureFindingKind> = Extract<PictureFinding, { kind: Kind }>;

/** Says what was found in pictures, those of one finding together. Claims nothing about sales. */
export function checkedGroups(findings: readonly PictureFinding[]): CheckedGroup[] {
  const of = <Kind extends PictureFindingKind>(kind: Kind) =>
    findings.filter((each): each is Found<Kind> => each.kind === kind);
  const offColour = (measure: Found<'off-colour'>['measure'], sign: 1 | -1) =>
    of('off-colour').filter(
      (each) => each.measure === measure && Math.sign(each.deviations) === sign,
    );
  return [
    group(
      of('too-small'),
      (count) => m.pictures_check_small({ ...count, least: formatCount(LEAST_SIDE_PX) }),
      ({ shorterPx }) => m.pictures_check_pixels({ text: formatCount(shorterPx) }),
    ),
    group(of('watermark'), (count) => watermarkWords(of('watermark')[0]!, count)),
    group(of('cluttered'), m.pictures_check_cluttered),
    group(offColour('brightness', -1), m.pictures_check_darker),
    group(offColour('brightness', 1), m.pictures_check_brighter),
    group(offColour('warmth', 1), m.pictures_check_warmer),
    group(offColour('warmth', -1), m.pictures_check_cooler),
  ].filter(({ pictures }) => pictures.length > 0);
}

function group<Each extends PictureFinding>(
  found: readonly Each[],
  words: (count: ReturnType<typeof tally>) => string,
  detail: (each: Each) => string = () => '',
): CheckedGroup {
  return {
    words: found.length > 0 ? words(tally(found.length)) : '',
    pictures: found.map((each) => ({ id: each.id, detail: detail(each) })),
  };
}

/** A mark that spans more of the picture than this, both ways, is a frame. */
const FRAME_SHARE = 0.8;

function watermarkWords(
  { place: { top, width, height } }: Found<'watermark'>,
  count: ReturnType<typeof tally>,
): string {
  if (width > FRAME_SHARE && height > FRAME_SHARE) return m.pictures_check_frame(count);
  const middle = top + height / 2;
  if (middle < 1 / 3) return m.pictures_check_mark_top(count);
  return middle > 2 / 3 ? m.pictures_check_mark_bottom(count) : m.pictures_check_mark_middle(count);
}
