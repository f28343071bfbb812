// @ts-check
import { createHash } from 'node:crypto';

/**
 * @param {string | Uint8Array} content
 * @returns {string} its SHA-256 in hexadecimal digits
 */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
