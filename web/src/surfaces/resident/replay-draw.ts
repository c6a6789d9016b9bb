import type { PublicDraw } from '../../../../contract/meetings.ts';

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first thirty-two bits of the fractions of the roots of the first primes (FIPS 180-4). */
function fractions(count: number, root: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map((prime) => {
    const value = prime ** (1 / root);
    return ((value - Math.floor(value)) * 2 ** 32) | 0;
  });
}

const keys = fractions(64, 3);

/** SHA-256 of a text, by hand: a browser has its own only on a secure address, and a village hall has none. */
export function sha256(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const state = fractions(8, 2);
  const words = new Int32Array(64);
  for (let start = 0; start < padded.length; start += 64) {
    for (let i = 0; i < 64; i += 1) words[i] = i < 16 ? view.getInt32(start + i * 4) : expanded(words, i);
    mix(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [i, word] of state.entries()) digest.setInt32(i * 4, word);
  return new Uint8Array(digest.buffer);
}

const at = (words: ArrayLike<number>, i: number) => words[i] ?? 0;

function expanded(words: Int32Array, i: number): number {
  const [near, far] = [at(words, i - 2), at(words, i - 15)];
  const small = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
  const large = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
  return (at(words, i - 16) + small + at(words, i - 7) + large) | 0;
}

function mix(state: number[], words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g);
    const one = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + at(keys, i) + at(words, i)) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (at(state, i) + word) | 0;
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The order in which a seed calls the tickets that can be drawn. */
export function orderOf(pool: PublicDraw['pool'], seed: string): string[] {
  const tickets = pool.flatMap(({ ticket, standing }) => (standing === 'eligible' ? [ticket] : [])).sort();
  let block = 0;
  const below = (bound: number): number => {
    const limit = Math.floor(2 ** 48 / bound) * bound;
    for (;;) {
      const value = sha256(`${seed}:${block}`)
        .slice(0, 6)
        .reduce((sum, byte) => sum * 256 + byte, 0);
      block += 1;
      if (value < limit) return value % bound;
    }
  };
  for (let last = tickets.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const moved = tickets[last] ?? '';
    tickets[last] = tickets[other] ?? '';
    tickets[other] = moved;
  }
  return tickets;
}

/** What of a published draw does not follow from what was published before it; nothing when all is right. */
export function replayDraw(draw: PublicDraw): ('poolDigest' | 'seed' | 'order')[] {
  const entries = [...draw.pool].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const poolDigest = hex(
    sha256(
      [
        `fields ${[...draw.fields].sort().join(',')}`,
        `count ${draw.count}`,
        ...entries.map(({ ticket, standing }) => `${ticket} ${standing}`),
      ].join('\n'),
    ),
  );
  const seed = hex(
    sha256(['doorstep draw 1', draw.seedMeetingId, draw.seedDay, draw.ledgerHash, poolDigest].join('\n')),
  );
  const called = orderOf(draw.pool, seed).slice(0, draw.drawn.length);
  return [
    ...(poolDigest === draw.poolDigest ? [] : (['poolDigest'] as const)),
    ...(seed === draw.seed ? [] : (['seed'] as const)),
    ...(draw.drawn.every(({ ticket, place }) => called[place - 1] === ticket) ? [] : (['order'] as const)),
  ];
}
