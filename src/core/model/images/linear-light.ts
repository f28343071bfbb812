/** Linear light of each sRGB byte, 0–1 (IEC 61966-2-1). */
export const LINEAR_LIGHT: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => {
  const share = byte / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});
