import { randomUUIDv7 } from 'node:crypto';

/** A new row id: UUIDv7, so that keys made together lie together. */
export function newId(): string {
  return randomUUIDv7();
}
