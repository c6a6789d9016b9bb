import { argon2, randomBytes } from 'node:crypto';
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
