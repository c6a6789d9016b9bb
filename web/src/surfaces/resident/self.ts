import type { ResidentMe } from '../../../../contract/people.ts';
import { useRead } from '../../api/hooks.ts';

/** Who is signed in, if anybody. */
export function useMe(): ResidentMe | undefined {
  return useRead('GET /my/self', {}).data?.me;
}

/** A way inside this site, or the home page: nobody is led elsewhere after signing in. */
export function wayBack(to: string | null, otherwise: string): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : otherwise;
}
