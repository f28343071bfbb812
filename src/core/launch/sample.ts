/** The samples that ship with the app, named as they are stored. */
export type SampleName = 'giftware' | 'demo-shop';

/** The languages that the samples are written in. */
export type SampleLanguage = 'en' | 'zh';

/** Which sample launches come from, and in which language, so that their origin can be shown; null for none. */
export interface SampleOrigin {
  readonly sample: SampleName | null;
  /** English where it is not stored: the first samples had no other language. */
  readonly sampleLanguage?: SampleLanguage;
}

/** The short demo shop has every fifth launch of the whole one, so that a training takes well under a minute. */
export const SHORT_SHOP_EVERY = 5;
/** Launches above which a demo shop is the whole one. */
const SHORT_SHOP_MOST = 500;

/** Returns whether a data set of the demo shop is the short one. */
export function isShortShop({ rowCount }: { readonly rowCount: number }): boolean {
  return rowCount <= SHORT_SHOP_MOST;
}

/** Project files of the short demo shop, trained and planned, beside the samples; `npm run build:start-files` makes them. */
export const START_FILES: Readonly<Record<SampleLanguage, string>> = {
  en: 'demo-shop-trained.debut',
  zh: 'demo-shop-trained.zh.debut',
};
