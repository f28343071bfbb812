/** The samples that ship with the app, named as they are stored. */
export type SampleName = 'giftware' | 'demo-shop';

/** The languages that the samples are written in. */
export type SampleLanguage = 'en' | 'zh';

/** Whether launches are those of a sample, so that their origin can be shown, and in which language. */
export interface SampleOrigin {
  readonly sample: SampleName | null;
  /** English where it is not stored: at first there was no other. */
  readonly sampleLanguage?: SampleLanguage;
}
