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
