import {
  PICTURE_NOTES,
  PICTURE_PROBLEMS,
  type PictureAccount,
  type PictureNote,
  type PictureProblem,
} from '#core/import/pictures/picture-account.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { quotedNames } from '#components/words/lists.ts';
import type { IconName } from '#components/ui/icons/icons.ts';

type OfFiles = (values: { readonly files: string }) => string;

const PROBLEM_WORDS: Readonly<Record<PictureProblem, OfFiles>> = {
  'not-a-picture': m.pictures_refused_not_a_picture,
  empty: m.pictures_refused_empty,
  truncated: m.pictures_refused_truncated,
  damaged: m.pictures_refused_damaged,
  'too-many-pixels': m.pictures_refused_too_many_pixels,
  svg: m.pictures_refused_svg,
  heic: m.pictures_refused_heic,
};

const NOTE_WORDS: Readonly<Record<PictureNote, OfFiles>> = {
  'first-frame': m.pictures_noted_first_frame,
  cmyk: m.pictures_noted_cmyk,
  'wrong-extension': m.pictures_noted_wrong_extension,
  'turned-upright': m.pictures_noted_turned_upright,
};

/** One line of an account. */
export interface AccountLine {
  readonly icon: Extract<IconName, 'tick' | 'note' | 'warn' | 'wrong'>;
  readonly words: string;
  /** Names of the files that it is about; none where it only counts. */
  readonly files: readonly string[];
}

/** Says what became of the files of a folder, a zip or a workbook: first what was taken, last what was not. */
export function accountLines(account: PictureAccount): AccountLine[] {
  const { matchedCount, unchangedCount, furtherViews, unmatched } = account;
  const counted = (files: readonly string[]) => ({
    ...tally(files.length),
    files: quotedNames(files),
  });
  const matched = matchedCount > 0 ? m.pictures_matched(tally(matchedCount)) : '';
  const isNothingThere = matchedCount + unchangedCount === 0;
  const lines: AccountLine[] = [
    { icon: 'tick', words: matched, files: [] },
    { icon: 'warn', words: isNothingThere ? m.pictures_matched_none() : '', files: [] },
    {
      icon: 'note',
      words: unchangedCount > 0 ? m.pictures_unchanged(tally(unchangedCount)) : '',
      files: [],
    },
    {
      icon: 'warn',
      words: unmatched.length > 0 ? m.pictures_unmatched(counted(unmatched)) : '',
      files: unmatched,
    },
    {
      icon: 'note',
      words: furtherViews.length > 0 ? m.pictures_further(counted(furtherViews)) : '',
      files: furtherViews,
    },
    ...PICTURE_PROBLEMS.map((problem) =>
      lineOf('wrong', PROBLEM_WORDS[problem], namesOf(account.refused, 'problem', problem)),
    ),
    ...PICTURE_NOTES.map((note) =>
      lineOf('note', NOTE_WORDS[note], namesOf(account.noted, 'note', note)),
    ),
  ];
  return lines.filter(({ words }) => words !== '');
}

function lineOf(icon: AccountLine['icon'], words: OfFiles, files: readonly string[]): AccountLine {
  return { icon, words: files.length > 0 ? words({ files: quotedNames(files) }) : '', files };
}

function namesOf<Key extends string>(
  files: readonly (Readonly<Record<Key, string>> & { readonly fileName: string })[],
  key: Key,
  value: string,
): string[] {
  return files.filter((file) => file[key] === value).map(({ fileName }) => fileName);
}
