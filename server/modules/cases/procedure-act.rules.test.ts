import { expect, test } from 'vitest';
import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseFacts, Viewer } from './case.data.ts';
import { headOver, isHead, procedureObjection } from './procedure-act.rules.ts';

const facts = (more: Partial<CaseFacts> = {}) =>
  ({
    run: { tasks: [], joins: new Map() },
    leadOrganId: 'lead',
    reportsUp: true,
    upperOutcome: null,
    pausingTasks: ['test'],
    procedureOrganId: null,
    awaitedHead: null,
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

test('what moves a limit is the lead’s to do', () => {
  for (const act of ['startProcedure', 'requestExtension', 'reportUp', 'recordUpperDecision'] as const) {
    expect(codeOf(act, viewer('lead')), act).toBeUndefined();
    expect(codeOf(act, viewer('other')), act).toBe('not_found');
  }
});

test('ALL 42, R-2.9: only the head whose answer a request waits for extends, and nobody where none was made', () => {
  const head = (role: string, organId: string, areaRegionId: string) => ({ role, organId, areaRegionId }) as Viewer;
  const organHead = head('organHead', 'lead', 'district');
  const government = head('governmentHead', 'government', 'district');
  const others = [
    head('organHead', 'other', 'district'),
    head('governmentHead', 'government', 'township'),
    head('reviewer', 'lead', 'district'),
  ];
  const extend = (who: Viewer, awaitedHead: CaseFacts['awaitedHead']) => codeOf('extend', who, { awaitedHead });
  const ofOrgan = { role: 'organHead', of: 'lead' } as const;
  const ofGovernment = { role: 'governmentHead', of: 'district' } as const;
  expect([extend(organHead, ofOrgan), extend(government, ofGovernment)]).toEqual([undefined, undefined]);
  for (const who of [...others, government]) expect(extend(who, ofOrgan)).toBe('extension_not_yours');
  for (const who of [...others, organHead]) expect(extend(who, ofGovernment)).toBe('extension_not_yours');
  for (const who of [...others, organHead, government]) expect(extend(who, null)).toBe('extension_not_asked');
});

test('R-2.9, ALL 42(2): 本级人民政府负责人 is the head of the deciding organ’s own government, of no other level', () => {
  const bureau = { id: 'bureau', regionId: 'district' };
  const government = (areaRegionId: string) => ({ role: 'governmentHead', organId: 'government', areaRegionId });
  const ofBureau = headOver('governmentHead', bureau);
  expect(isHead(government('district'), ofBureau)).toBe(true);
  expect(isHead(government('township'), ofBureau)).toBe(false);
  expect(isHead(government('district'), headOver('governmentHead', { id: 'town', regionId: 'township' }))).toBe(false);
  const organ = (organId: string) => ({ role: 'organHead', organId, areaRegionId: 'district' });
  expect(isHead(organ('bureau'), headOver('organHead', bureau))).toBe(true);
  expect(isHead(organ('bureau'), ofBureau)).toBe(false);
  expect(isHead(organ('partner'), headOver('organHead', bureau))).toBe(false);
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
