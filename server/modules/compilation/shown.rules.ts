import type { LocalText } from '../../../contract/values.ts';
import { type ItemVersion, processOf } from '../catalogue/index.ts';

/** What two versions are compared by: the content, the way it is handled, and who accepts and decides. */
type Shown = Pick<ItemVersion, 'profile' | 'caseType' | 'level' | 'acceptingOrganId' | 'decidingOrganId' | 'content'>;

/** A version's elements by their names, as `changesOf` compares them. Organs by their names where these are given. */
export function shownOf(
  version: Shown,
  nameOfOrgan: (organId: string | null) => LocalText | string | null = (organId) => organId,
): { readonly [element: string]: unknown } {
  const { content, profile, caseType, level, acceptingOrganId, decidingOrganId } = version;
  return {
    ...content,
    profile,
    caseType,
    level,
    acceptingOrgan: nameOfOrgan(acceptingOrganId),
    decidingOrgan: nameOfOrgan(decidingOrganId),
    // One that says the usual way itself says nothing else.
    process: processOf(version),
  };
}
