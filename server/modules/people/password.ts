import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** RFC 9106's second choice, scaled to a small server: 19 MiB, two passes. */
const cost = { memory: 19456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** An argon2id hash with its salt and cost, as one text. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = (await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost })) as Buffer;
  return `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Whether the password is the one that was hashed. Without a hash it works as long and says no. */
export async function checkPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = (hash ?? decoy).split('$');
  const expected = Buffer.from(tag ?? '', 'base64url');
  const derived = (await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce ?? '', 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })) as Buffer;
  return timingSafeEqual(derived, expected) && hash !== undefined;
}

/** Nobody's password: an unknown name costs as much time as a wrong one. */
const decoy = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;
