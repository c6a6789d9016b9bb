import { randomUUIDv7 } from 'node:crypto';

let last = 0n;

/**
 * A new row id: UUIDv7, so that keys made together lie together. The ids of one process grow in the order in which they
 * are made, also within a millisecond (RFC 9562, 6.2): time and the twelve bits after the version count together.
 */
export function newId(): string {
  const made = randomUUIDv7();
  // 48 bits of time, 12 that count; the version stands between them.
  const now = BigInt(`0x${made.slice(0, 8)}${made.slice(9, 13)}${made.slice(15, 18)}`) & ~0x800n;
  last = now > last ? now : last + 1n;
  const digits = last.toString(16).padStart(15, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7${digits.slice(12)}${made.slice(18)}`;
}
