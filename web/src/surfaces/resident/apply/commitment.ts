import type { MyCommitment } from '../../../../../contract/commitments.ts';

/** Keys of the materials that the choice of this draft replaces. */
export function replacedBy({ chosen, materials }: Pick<MyCommitment, 'chosen' | 'materials'>): string[] {
  if (chosen === undefined) return [];
  return chosen.kind === 'ITEM' ? materials.map(({ key }) => key) : chosen.materialKeys;
}

/** Something may be committed to here: then the applicant is asked how he wants it. */
export function mayCommit({ materials, whole }: Pick<MyCommitment, 'materials' | 'whole'>): boolean {
  return materials.length > 0 || whole !== undefined;
}
