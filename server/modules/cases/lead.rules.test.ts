import { expect, test } from 'vitest';
import type { ProcessTask } from '../../../contract/catalogue.ts';
import { organOfTask } from './lead.rules.ts';

const matter = {
  theCase: { acceptingOrganId: 'accepting' },
  decidingOrgan: { id: 'deciding' },
  center: { organId: 'intake' },
};

test.each<[ProcessTask['organ'], string | undefined, string]>([
  ['INTAKE', undefined, 'intake'],
  ['ACCEPTING', undefined, 'accepting'],
  ['DECIDING', undefined, 'deciding'],
  ['NAMED', 'fire', 'fire'],
])('牵头: a task of %s (%s) is the task of %s', (organ, organId, whose) => {
  expect(organOfTask({ organ, ...(organId && { organId }) }, matter)).toBe(whose);
});

test('where nobody else accepted, the organ that decides did', () => {
  const online = { ...matter, theCase: { acceptingOrganId: null } };
  expect(organOfTask({ organ: 'ACCEPTING' }, online)).toBe('deciding');
});
