import { expect, test } from 'vitest';
import { actingOf } from './acting.rules.ts';

const filed = { id: 'case', itemId: 'item', accountId: 'agent', principalId: 'principal' };

test('Who filed by a mandate acts for his principal in this case', () => {
  expect(actingOf(filed)).toEqual({ principalId: 'principal', agentId: 'agent', itemId: 'item', caseId: 'case' });
});

test('Who filed for himself acts for nobody, and a case without an account neither', () => {
  expect(actingOf({ ...filed, principalId: null })).toBeUndefined();
  expect(actingOf({ ...filed, accountId: null })).toBeUndefined();
});
