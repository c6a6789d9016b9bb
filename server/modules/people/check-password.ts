import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

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
const decoy = `argon2id$19456$2$1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;
