import type { ColourName, LookMarks, PictureBackground } from '#core/launch/looks.ts';
import { m } from '#messages';

export const COLOUR_WORDS: Readonly<Record<ColourName, () => string>> = {
  black: m.pictures_colour_black,
  white: m.pictures_colour_white,
  grey: m.pictures_colour_grey,
  brown: m.pictures_colour_brown,
  beige: m.pictures_colour_beige,
  red: m.pictures_colour_red,
  orange: m.pictures_colour_orange,
  yellow: m.pictures_colour_yellow,
  green: m.pictures_colour_green,
  blue: m.pictures_colour_blue,
  purple: m.pictures_colour_purple,
  pink: m.pictures_colour_pink,
};

export const BACKGROUND_WORDS: Readonly<Record<PictureBackground, () => string>> = {
  white: m.pictures_background_white,
  plain: m.pictures_background_plain,
  scene: m.pictures_background_scene,
};

/** Returns the marks of a picture, a few words each; what is not known is left out. */
export function markWords({ colour, isPatterned, background, showsPeople }: LookMarks): string[] {
  return [
    colour === null ? '' : COLOUR_WORDS[colour](),
    isPatterned ? m.pictures_patterned() : m.pictures_plain(),
    BACKGROUND_WORDS[background](),
    peopleWords(showsPeople),
  ].filter((words) => words !== '');
}

function peopleWords(showsPeople: boolean | null): string {
  if (showsPeople === null) return '';
  return showsPeople ? m.pictures_people_yes() : m.pictures_people_no();
}
