/** What a browser tells about itself and this page. */
export interface BrowserTraits {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  /** Whether the page runs as an installed app, not in a tab. */
  readonly isStandalone: boolean;
  /** Whether the browser promised to keep what is stored; null: it does not say. */
  readonly isKept: boolean | null;
}

/** Where a site is installed on Apple's devices. */
export type InstallPlace = 'home-screen' | 'dock';

const HAND_HELD = /\b(?:iPhone|iPad|iPod)\b/;
const MACINTOSH = /\bMacintosh\b/;
const WEBKIT = /\bAppleWebKit\//;
const BLINK = /\bChrom(?:e|ium)\//;

/**
 * Returns where the seller must install the app so that the browser keeps what is stored; null where it is kept anyway.
 * WebKit on Apple's devices, which every browser of an iPhone is, deletes what a site stored after seven days without a
 * visit. https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/
 */
export function placeToInstall(traits: BrowserTraits): InstallPlace | null {
  const { userAgent, maxTouchPoints, isStandalone, isKept } = traits;
  if (isStandalone || isKept === true) return null;
  if (HAND_HELD.test(userAgent)) return 'home-screen';
  if (!MACINTOSH.test(userAgent) || !WEBKIT.test(userAgent) || BLINK.test(userAgent)) return null;
  // An iPad says that it is a Macintosh, but no Macintosh has a touch screen.
  return maxTouchPoints > 1 ? 'home-screen' : 'dock';
}
