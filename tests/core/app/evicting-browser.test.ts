import { describe, expect, it } from 'vitest';
import { placeToInstall, type InstallPlace } from '#core/app/evicting-browser.ts';

const MAC_WEBKIT =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE_WEBKIT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE_SAFARI = `${IPHONE_WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`;
const MAC_SAFARI = `${MAC_WEBKIT} Version/17.5 Safari/605.1.15`;

interface Browser {
  readonly name: string;
  readonly userAgent: string;
  readonly maxTouchPoints?: number;
  readonly place: InstallPlace | null;
}

const browsers: readonly Browser[] = [
  { name: 'Safari on iPhone', userAgent: IPHONE_SAFARI, maxTouchPoints: 5, place: 'home-screen' },
  {
    name: 'Chrome on iPhone',
    userAgent: `${IPHONE_WEBKIT} CriOS/125.0.6422.80 Mobile/15E148 Safari/604.1`,
    maxTouchPoints: 5,
    place: 'home-screen',
  },
  {
    name: 'Firefox on iPhone',
    userAgent: `${IPHONE_WEBKIT} FxiOS/126.0 Mobile/15E148 Safari/605.1.15`,
    maxTouchPoints: 5,
    place: 'home-screen',
  },
  {
    name: 'Edge on iPhone',
    userAgent: `${IPHONE_WEBKIT} Version/17.0 EdgiOS/125.0.2535.60 Mobile/15E148 Safari/604.1`,
    maxTouchPoints: 5,
    place: 'home-screen',
  },
  {
    name: 'Safari on iPad that asks for the mobile site',
    userAgent:
      'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    maxTouchPoints: 5,
    place: 'home-screen',
  },
  {
    name: 'Safari on iPad, which says that it is a Macintosh',
    userAgent: MAC_SAFARI,
    maxTouchPoints: 5,
    place: 'home-screen',
  },
  {
    name: 'Chrome on iPad, which says that it is a Macintosh',
    userAgent: `${MAC_WEBKIT} CriOS/125 Version/11.1.1 Safari/605.1.15`,
    maxTouchPoints: 5,
    place: 'home-screen',
  },
  { name: 'Safari on macOS', userAgent: MAC_SAFARI, place: 'dock' },
  {
    name: 'Chrome on macOS',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36',
    place: null,
  },
  {
    name: 'Edge on macOS',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 Edg/125.0.0.0',
    place: null,
  },
  {
    name: 'Firefox on macOS',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:126.0) Gecko/20100101 Firefox/126.0',
    place: null,
  },
  {
    name: 'Chrome on Windows, with a touch screen',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36',
    maxTouchPoints: 10,
    place: null,
  },
  {
    name: 'Firefox on Linux',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0',
    place: null,
  },
  {
    name: 'Chrome on Android',
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36',
    maxTouchPoints: 5,
    place: null,
  },
  {
    name: 'WebKitGTK on Linux',
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    place: null,
  },
];

const inTab = { isStandalone: false, isKept: false };

describe('where the app has to be installed to be kept', () => {
  it.each(browsers)('$name: $place', ({ userAgent, maxTouchPoints = 0, place }) => {
    expect(placeToInstall({ userAgent, maxTouchPoints, ...inTab })).toBe(place);
  });

  it.each([
    { says: 'it is installed', isStandalone: true, isKept: false, place: null },
    { says: 'the browser promised to keep it', isStandalone: false, isKept: true, place: null },
    { says: 'the browser promises nothing', isStandalone: false, isKept: null, place: 'dock' },
  ])('where $says: $place', ({ isStandalone, isKept, place }) => {
    const traits = { userAgent: MAC_SAFARI, maxTouchPoints: 0, isStandalone, isKept };
    expect(placeToInstall(traits)).toBe(place);
  });
});
