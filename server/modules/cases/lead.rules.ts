import type { ProcessTask } from '../../../contract/catalogue.ts';
import type { Matter } from './paper.rules.ts';

/** Whose task it is in this matter: an organ that the process names, or one by its part in the case. */
export function organOfTask(
  { organ, organId }: Pick<ProcessTask, 'organ' | 'organId'>,
  { theCase, decidingOrgan, center }: Pick<Matter, 'theCase' | 'decidingOrgan' | 'center'>,
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
