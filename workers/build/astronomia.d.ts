/** What we take of a package that comes without types; it is the one that date-holidays itself calculates with. */
declare module 'astronomia' {
  export const moonphase: {
    readonly meanLunarMonth: number;
    /** Julian ephemeris day of the new moon nearest to a decimal year. */
    newMoon(year: number): number;
  };
  export const moonposition: {
    /** The longitude in radians, of the mean equinox of date. */
    position(julianEphemerisDay: number): { readonly lon: number };
  };
  export const solar: {
    /** Radians, of the true equinox of date. */
    apparentLongitude(julianCenturiesSince2000: number): number;
  };
  export const base: {
    J2000Century(julianEphemerisDay: number): number;
  };
}
