/** Lucide shapes on a 16 px grid (ISC licence). */
export const ICON_PATHS = {
  shield: 'M8 1.8l5 1.8v4.2c0 3-2.1 5.2-5 6.4-2.9-1.2-5-3.4-5-6.4V3.6z',
  file: 'M4 1.8h5l3 3v9.4H4zM9 1.8v3h3',
  tick: 'M3 8.5l3.2 3.2L13 4.8',
  warn: 'M8 2.2l6.3 11.2H1.7zM8 6.6v3M8 11.6v.01',
  note: 'M8 14.2A6.2 6.2 0 108 1.8a6.2 6.2 0 000 12.4zM8 7.4v3.4M8 5v.01',
  wrong: 'M8 14.2A6.2 6.2 0 108 1.8a6.2 6.2 0 000 12.4zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  previous: 'M9.8 3.5L5.3 8l4.5 4.5',
  next: 'M6.2 3.5L10.7 8l-4.5 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  download: 'M8 2.2v8M4.8 7.2L8 10.4l3.2-3.2M2.8 13.4h10.4',
} as const;

export type IconName = keyof typeof ICON_PATHS;
