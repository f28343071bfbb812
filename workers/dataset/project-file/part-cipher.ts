// Encrypts parts with a passphrase. PBKDF2 (RFC 8018) with SHA-256 derives the key, with so many iterations that
// guessing is slow. AES-256-GCM (NIST SP 800-38D) encrypts each part under its own nonce, which precedes it. The part's
// path is additional data, so that no part can replace another. Each file has its own salt, and so its own key.

import { AppError } from '#core/base/errors.ts';
import { HEADER_PATH, type Encryption } from '#core/files/project/manifest.ts';
import { utf8Of } from '#core/base/bytes/utf8.ts';
import { hexOf } from '#workers/runtime/sha256.ts';

export interface PartCipher {
  seal(bound: string, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Returns the content, or null where it was changed, or sealed as another part. */
  open(bound: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Iterations of PBKDF2 with SHA-256, from the OWASP Password Storage Cheat Sheet, 2023. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const NOTHING = new Uint8Array();

/** Derives a cipher from a passphrase and a new salt, with what a file must state to derive it again. */
export async function newCipher(
  passphrase: string,
): Promise<{ readonly cipher: PartCipher; readonly encryption: Encryption }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const cipher = await deriveCipher(passphrase, { salt, iterations: ITERATIONS });
  const check = hexOf(await cipher.seal(HEADER_PATH, NOTHING));
  const named = { cipher: 'AES-256-GCM', derivation: 'PBKDF2-SHA-256' } as const;
  const encryption = { ...named, iterations: ITERATIONS, salt: hexOf(salt), check };
  return { cipher, encryption };
}

/** Derives the cipher of a file. Throws AppError project-file-passphrase where the passphrase is another. */
export async function cipherOf(
  { salt, iterations, check }: Encryption,
  passphrase: string,
): Promise<PartCipher> {
  const cipher = await deriveCipher(passphrase, { salt: bytesOf(salt), iterations });
  if (await cipher.open(HEADER_PATH, bytesOf(check))) return cipher;
  throw new AppError('project-file-passphrase', 'expected the passphrase of the file, got another');
}

interface Derivation {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

async function deriveCipher(passphrase: string, derivation: Derivation): Promise<PartCipher> {
  // The same letters can be typed in several ways: é is one character or two.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', ...derivation },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return {
    async seal(bound, content) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const sealed = await crypto.subtle.encrypt(parametersOf(iv, bound), key, content);
      const bytes = new Uint8Array(NONCE_BYTES + sealed.byteLength);
      bytes.set(iv);
      bytes.set(new Uint8Array(sealed), NONCE_BYTES);
      return bytes;
    },
    async open(bound, sealed) {
      const iv = sealed.slice(0, NONCE_BYTES);
      try {
        const content = sealed.subarray(NONCE_BYTES);
        return new Uint8Array(await crypto.subtle.decrypt(parametersOf(iv, bound), key, content));
      } catch {
        return null; // the only way in which a browser reports a wrong tag
      }
    },
  };
}

function parametersOf(iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8Of(bound) };
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}
