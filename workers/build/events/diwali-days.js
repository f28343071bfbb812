// @ts-check
/// <reference path="./astronomia.d.ts" />
import { base, moonphase, moonposition, solar } from 'astronomia';

const DAY_MS = 86_400_000;
/** Julian day of 1970-01-01. */
const UNIX_EPOCH_JULIAN_DAY = 2_440_587.5;

/**
 * Ayanamsa (Lahiri): how far the sidereal zodiac of the Indian calendar lay from the equinox in 2000, and its growth
 * (precession).
 */
const AYANAMSA_2000_DEGREES = 23.853;
const AYANAMSA_DEGREES_PER_CENTURY = 1.397;
/** Where Libra begins; a sign has 30 degrees. */
const LIBRA_DEGREES = 180;
const SIGN_DEGREES = 30;

/** Time when lamps are lit in India (pradosha): about 19:00 there, 90 minutes after sunset. */
const LAMPS_LIT_UTC_DAYS = 13.5 / 24;
/** Time when Tamils bathe on Deepavali: about 05:00 in India, before sunrise, which is still the day before in UTC. */
const BEFORE_SUNRISE_UTC_DAYS = -0.5 / 24;
/**
 * Length of a lunar day. On the last one (amavasya) the moon is within 12 degrees, a thirtieth of its circle, of the
 * sun.
 */
const LUNAR_DAY_DEGREES = 12;

/**
 * Returns Diwali of a year in India (Lakshmi Puja), the evening of a last lunar day. Its month is the one whose new
 * moon falls while the sun is in Libra. Almanacs of other cities may have the day before or after.
 * @param {number} year
 * @returns {string} YYYY-MM-DD
 */
export function diwaliDay(year) {
  return isoDate(diwaliUnixDay(year));
}

/**
 * Returns Deepavali as Tamils celebrate it, and with them Singapore and Malaysia. It is the last morning before that
 * lunar day begins: the day of Diwali, or the day before.
 * @param {number} year
 * @returns {string} YYYY-MM-DD
 */
export function deepavaliDay(year) {
  const day = diwaliUnixDay(year);
  return isoDate(isLastLunarDay(day, BEFORE_SUNRISE_UTC_DAYS) ? day - 1 : day);
}

/** @param {number} year */
function diwaliUnixDay(year) {
  // Libra begins in mid-October: the first new moon from then on, or one of the next two.
  const october = year + 9.3 / 12;
  const month = moonphase.meanLunarMonth / 365.25;
  const newMoon = [0, 1, 2]
    .map((months) => moonphase.newMoon(october + months * month))
    .find((moment) => degreesBeyond(LIBRA_DEGREES + ayanamsa(moment), sun(moment)) < SIGN_DEGREES);
  if (newMoon === undefined)
    throw new Error(`expected a new moon while the sun is in Libra, got none in ${String(year)}`);
  // The last time that lamps are lit before new moon, or a day later where the lunar day has not begun by then.
  const day = Math.floor(newMoon - UNIX_EPOCH_JULIAN_DAY - LAMPS_LIT_UTC_DAYS);
  return isLastLunarDay(day, LAMPS_LIT_UTC_DAYS) ? day : day + 1;
}

/**
 * @param {number} day since 1970-01-01
 * @param {number} time of day, in days of UTC
 */
function isLastLunarDay(day, time) {
  const moment = UNIX_EPOCH_JULIAN_DAY + day + time;
  return degreesBeyond(moon(moment), sun(moment)) < LUNAR_DAY_DEGREES;
}

/** @param {number} day since 1970-01-01 */
function isoDate(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** @param {number} julianDay */
function sun(julianDay) {
  return (solar.apparentLongitude(base.J2000Century(julianDay)) * 180) / Math.PI;
}

/** @param {number} julianDay */
function moon(julianDay) {
  return (moonposition.position(julianDay).lon * 180) / Math.PI;
}

/** @param {number} julianDay */
function ayanamsa(julianDay) {
  return AYANAMSA_2000_DEGREES + AYANAMSA_DEGREES_PER_CENTURY * base.J2000Century(julianDay);
}

/**
 * Returns how far one longitude lies beyond another, 0–360 degrees.
 * @param {number} from
 * @param {number} to
 */
function degreesBeyond(from, to) {
  return (((to - from) % 360) + 360) % 360;
}
