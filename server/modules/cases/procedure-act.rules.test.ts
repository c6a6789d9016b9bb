import { expect, test } from 'vitest';
import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseFacts, Viewer } from './case.data.ts';
import { procedureObjection } from './procedure-act.rules.ts';

const facts = (more: Partial<CaseFacts> = {}) =>
  ({
    run: { tasks: [], joins: new Map() },
    leadOrganId: 'lead',
    reportsUp: true,
    upperOutcome: null,
    pausingTasks: ['test'],
    procedureOrganId: null,
    ...more,
  }) as CaseFacts;
const viewer = (organId: string, role = 'reviewer') => ({ organId, role }) as Viewer;
const codeOf = (act: CaseAct, who: Viewer, more?: Partial<CaseFacts>) =>
  procedureObjection(act, facts(more), who)?.code;

test('ALL 35, 43: the upper organ decides before the lower one can', () => {
  expect(codeOf('decide', viewer('lead'))).toBe('report_up_first');
  expect(codeOf('decide', viewer('lead'), { upperOutcome: 'GRANTED' })).toBeUndefined();
  expect(codeOf('decide', viewer('lead'), { reportsUp: false })).toBeUndefined();
});

test('what moves a limit is the lead’s to do; the head of the government extends for any', () => {
  for (const act of ['startProcedure', 'requestExtension', 'extend', 'reportUp', 'recordUpperDecision'] as const) {
    expect(codeOf(act, viewer('lead')), act).toBeUndefined();
    expect(codeOf(act, viewer('other')), act).toBe('not_found');
  }
  expect(codeOf('extend', viewer('government', 'governmentHead'))).toBeUndefined();
});

const run = (organisationId: string, key: string, state = 'signedFor') =>
  ({ tasks: [{ organisationId, key, state, originId: null }], joins: new Map() }) as unknown as CaseFacts['run'];

test('R-2.14: beside the lead, only the organ whose live task has a ground of its own lets the limit stand still', () => {
  const start = (given: CaseFacts['run']) => codeOf('startProcedure', viewer('other'), { run: given });
  expect(start(run('other', 'test'))).toBeUndefined();
  expect(start(run('other', 'review'))).toBe('not_found');
  expect(start(run('other', 'test', 'done'))).toBe('not_found');
  expect(start(run('third', 'test'))).toBe('not_found');
});

test('R-2.14: a procedure is ended by who started it, or by the lead', () => {
  const end = (organId: string) =>
    codeOf('endProcedure', viewer(organId), { run: run('third', 'test'), procedureOrganId: 'other' });
  expect([end('other'), end('lead'), end('third')]).toEqual([undefined, undefined, 'not_found']);
});
