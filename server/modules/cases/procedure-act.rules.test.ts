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
