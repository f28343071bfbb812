// What a picture file is called: the words of its name, and the view that its last words say.

import { words } from '#core/base/text/words.ts';

/** Words that say which view of a product a picture shows, in the order in which views are preferred. */
const VIEWS: readonly (readonly string[])[] = [
  ['main', 'hero', 'primary', 'cover', 'default', '主图', '主圖', '首图', '封面'],
  ['front', 'frontal', 'vorne', 'avant', 'frente', '正面', '前面'],
  words('packshot, product, produkt, image, img, photo, pic, picture, bild, foto, 图, 图片, 照片'),
  words(
    'side, left, right, top, bottom, angle, seite, profil, cote, lado, 侧面, 左侧, 右侧, 顶部',
    '底部',
  ),
  ['back', 'rear', 'hinten', 'ruckseite', 'arriere', 'dos', 'espalda', '背面', '反面', '后面'],
  ['alt', 'alternate', 'view', 'ansicht', 'vue', 'vista', 'copy', 'kopie', 'copie', '副本'],
  ['detail', 'details', 'closeup', 'zoom', 'swatch', '细节', '特写', '色卡'],
  words('lifestyle, model, worn, scene, ambient, size, chart, sizechart, 模特, 场景, 尺码, 详情'),
];
const RANKS: ReadonlyMap<string, number> = new Map(
  VIEWS.flatMap((words, rank) => words.map((word): [string, number] => [word, rank])),
);
/** Rank of a picture without a view: before all but the main one. */
export const PLAIN_RANK = 0.5;
/** Numbered views come in order, after the front and before the side. */
const NUMBER_RANK = 2.5;
const MOST_VIEWS = 1_000;
const NUMBER = /^(?:pt|v|no)?\d{1,2}$/;
/** What shops add to names: sizes such as 800x800 or 1024x, densities, identifiers, and words of scaled copies. */
const ADDED =
  /^(?:\d{2,5}x(?:\d{2,5})?|x\d{2,5}|[1-4]x|\d{2,5}px|[0-9a-f]{32}|grande|scaled|resized|thumb|thumbnail|large|hires|hd|web)$/;
const UUID = /[_-]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const EXTENSION = /\.[a-z0-9]{1,5}$/i;
const FOLDERS = /[/\\]/;
/** A view in Chinese is written on to the name. */
const CHINESE_VIEW =
  /^(.+?)(主图|主圖|首图|封面|正面|侧面|背面|反面|细节|特写|模特|场景|尺码|详情|图片)$/u;

export interface PictureName {
  /** Words of the name, folded, without what shops add. */
  readonly words: readonly string[];
  /** The same without the words at its end that say a view; none where it says nothing else. */
  readonly base: readonly string[];
  /** Rank of the view, 0 first. */
  readonly view: number;
  /** Words of the folder that it lies in; none where it lies in none. */
  readonly folder: readonly string[];
}

/** Reads the name of a picture file. @param path with its folders, if there are any */
export function pictureName(path: string): PictureName {
  const [file = '', folder = ''] = path.split(FOLDERS).reverse();
  const words = foldedWords(file.replace(EXTENSION, '').replace(UUID, ' '));
  const named = withoutEnd(words, (word) => ADDED.test(word));
  const base = withoutEnd(named, isView);
  const views = named.slice(base.length).map(rankOf);
  const view = views.length === 0 ? PLAIN_RANK : Math.max(...views);
  return { words: named, base, view, folder: foldedWords(folder) };
}

/** Returns a text's letters and digits in lower case, without accents, apostrophes and separators, as words. */
export function foldedWords(text: string): string[] {
  const folded = text
    .replace(/['’`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
  return folded.match(/[\p{L}\p{N}]+/gu)?.flatMap(withViewApart) ?? [];
}

function withViewApart(word: string): string[] {
  const [, name, view] = CHINESE_VIEW.exec(word) ?? [];
  return name !== undefined && view !== undefined ? [name, view] : [word];
}

function isView(word: string): boolean {
  return RANKS.has(word) || NUMBER.test(word);
}

function rankOf(word: string): number {
  const rank = RANKS.get(word);
  return rank ?? NUMBER_RANK + Number(word.replace(/\D/g, '')) / MOST_VIEWS;
}

function withoutEnd(words: readonly string[], isOne: (word: string) => boolean): readonly string[] {
  const last = words.findLastIndex((word) => !isOne(word));
  return words.slice(0, last + 1);
}
