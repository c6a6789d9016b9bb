import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CommitmentLetter } from '../../../contract/commitments.ts';

/** The letter with the digest that binds a signature to its text: a changed letter is another one, and not signed. */
export function digestLetter(letter: Omit<CommitmentLetter, 'digest'>): CommitmentLetter {
  const digest = createHash('sha256')
    .update(canonicalize(letter) as string)
    .digest('base64url');
  return { ...letter, digest };
}
