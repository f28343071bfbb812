/** Below this Debut cannot learn anything and says what is missing. */
export const MIN_LAUNCHES = 8;
/** Below this there is nothing to hold out and a net would only memorise: shrinkage answers, with wide ranges. */
export const FEW_LAUNCHES = 30;
