/** The part that we use of a package without types; date-holidays itself calculates with this package. */
declare module 'astronomia' {
  export const moonphase: {
    readonly meanLunarMonth: number;
    /** Julian ephemeris day of the new moon nearest to a decimal year. */
    newMoon(year: number): number;
  };
  export const moonposition: {
    /** Longitude in radians, of the mean equinox of date. */
    position(julianEphemerisDay: number): { readonly lon: number };
  };
  export const solar: {
    /** Apparent longitude in radians, of the true equinox of date. */
    apparentLongitude(julianCenturiesSince2000: number): number;
  };
  export const base: {
    J2000Century(julianEphemerisDay: number): number;
  };
}
