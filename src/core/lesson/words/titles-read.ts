/** What the language model made of some titles. */
export interface TitlesRead {
  readonly status: 'read';
  /** [titles × 512], each of length 1; zeros where nothing could be read. */
  readonly embeddings: Float32Array;
  /** How the pieces of one title attend to each other; null where none could be read. */
  readonly attention: TitleAttention | null;
}

/** The language model is not on this device and may not be downloaded. */
export interface TitlesUnread {
  readonly status: 'missing';
  readonly sizeBytes: number;
}

export interface TitleAttention {
  /** Pieces of the title as the language model reads it; Chinese words are glossed in English before. */
  readonly pieces: readonly string[];
  /** Share of its attention that each piece (row) gives to each piece; every row adds up to 1. [pieces × pieces] */
  readonly weights: Float32Array;
}
