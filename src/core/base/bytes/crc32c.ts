// The checksum CRC-32C (Castagnoli; RFC 3720, appendix B.4), one byte at a time.

/** The polynomial, bits reversed. */
const POLYNOMIAL = 0x82_f6_3b_78;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = (remainder >>> 1) ^ (remainder & 1 ? POLYNOMIAL : 0);
  }
  return remainder;
});

/** Returns the checksum as an unsigned 32-bit integer. */
export function crc32c(bytes: Uint8Array): number {
  let remainder = 0xff_ff_ff_ff;
  for (const byte of bytes) remainder = (remainder >>> 8) ^ TABLE[(remainder ^ byte) & 0xff]!;
  return ~remainder >>> 0;
}
