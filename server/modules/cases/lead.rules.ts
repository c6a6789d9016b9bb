import type { ProcessTask } from '../../../contract/catalogue.ts';

/** Whose task it is in this matter: an organ that the process names, or one by its part in the case. */
export function organOfTask(
  { organ, organId }: Pick<ProcessTask, 'organ' | 'organId'>,
  {
    theCase,
    decidingOrgan,
    center,
  }: {
    readonly theCase: { readonly acceptingOrganId: string | null };
    readonly decidingOrgan: { readonly id: string };
    readonly center: { readonly organId: string };
  },
): string {
  switch (organ) {
    case 'INTAKE':
      return center.organId;
    case 'ACCEPTING':
      return theCase.acceptingOrganId ?? decidingOrgan.id;
    case 'DECIDING':
      return decidingOrgan.id;
    case 'NAMED':
      return organId ?? decidingOrgan.id;
  }
}
