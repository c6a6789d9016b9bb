import { describe, expect, test } from 'vitest';
import { devolutionActs, devolutionSteps } from '../../../contract/words.ts';
import type { Organ, Place, Places } from '../places/index.ts';
import { type Act, actsFrom, type BatchFacts, type Handing, legalityFaults, objectionTo } from './devolution.rules.ts';

const today = '2026-03-02';
const closedRounds = [1, 2, 3].map((round) => ({ round, untilDay: '2026-02-20', closed: true }));

/** A batch of which everything is as the act under test would want it, but its step. */
function facts(step: BatchFacts['step'], act: Act): BatchFacts {
  const rounds = {
    openRound: [],
    comment: [{ round: 1, untilDay: '2026-03-10', closed: false }],
    closeRound: [{ round: 1, untilDay: '2026-03-10', closed: false }],
  };
  return {
    step,
    items: 3,
    rounds: rounds[act as keyof typeof rounds] ?? closedRounds,
    untrained: 2,
    trialUntilDay: '2026-03-01',
    today,
  };
}

/** Yes, or the code that says no: P proposed, M meeting, L legality, B published, T trained, E permitted, R trial, V live, K taken back, W withdrawn. */
const missing = 'devolution_step_missing';
const over = 'devolution_moved_on';
const yes = undefined;
const table: Record<Exclude<Act, 'propose'>, readonly (string | undefined)[]> = {
  //               P        M        L        B                   T                     E        R        V        K     W
  putItems: /*  */ [yes, yes, over, over, over, over, over, over, over, over],
  holdMeeting: /* */ [yes, yes, over, over, over, over, over, over, over, over],
  openRound: /* */ [missing, yes, over, over, over, over, over, over, over, over],
  comment: /*   */ [missing, yes, over, over, over, over, over, over, over, over],
  closeRound: /* */ [missing, yes, over, over, over, over, over, over, over, over],
  reviewLegality: [missing, yes, over, over, over, over, over, over, over, over],
  publish: /*   */ [missing, missing, yes, over, over, over, over, over, over, over],
  recordTraining: [missing, missing, missing, yes, yes, yes, yes, yes, over, over],
  permit: /*    */ [missing, missing, missing, 'training_missing', yes, yes, yes, yes, over, over],
  startTrial: /* */ [missing, missing, missing, missing, 'permission_missing', yes, over, over, over, over],
  goLive: /*    */ [missing, missing, missing, missing, missing, missing, yes, over, over, over],
  takeBack: /*  */ [missing, missing, missing, missing, missing, missing, missing, yes, over, over],
  withdraw: /*  */ [yes, yes, yes, yes, yes, yes, yes, over, over, over],
  changeAcceptance: [missing, missing, missing, missing, missing, missing, missing, yes, over, over],
};

describe('every act from every step', () => {
  test('the table names every act', () => {
    expect(Object.keys(table).sort()).toEqual(devolutionActs.filter((act) => act !== 'propose').toSorted());
    expect(Object.keys(actsFrom).sort()).toEqual(Object.keys(table).sort());
  });

  test.each(
    Object.entries(table).flatMap(([act, codes]) =>
      devolutionSteps.map((step, index) => [act as keyof typeof table, step, codes[index]] as const),
    ),
  )('%s from %s', (act, step, code) => {
    expect(objectionTo(act, facts(step, act))?.code).toBe(code);
  });
});

describe('three rounds of comments', () => {
  const at = (rounds: BatchFacts['rounds']) => ({ ...facts('JOINT_MEETING', 'reviewLegality'), rounds });
  const round = (number: number, untilDay: string, closed = false) => ({ round: number, untilDay, closed });

  test.each([
    ['a round that is open stands in the way of the next', 'openRound', [round(1, today)], 'round_open'],
    ['its last day over, the next may open', 'openRound', [round(1, '2026-03-01')], undefined],
    ['closed before, the next may open', 'openRound', [round(1, '2026-03-09', true)], undefined],
    ['there is no fourth', 'openRound', closedRounds, 'round_closed'],
    ['comments come while it is open, its last day included', 'comment', [round(1, today)], undefined],
    ['and not after', 'comment', [round(1, '2026-03-01')], 'round_closed'],
    ['nor when it was closed', 'comment', [round(1, '2026-03-09', true)], 'round_closed'],
    ['nor before the first', 'comment', [], 'round_closed'],
    ['legality waits for all three', 'reviewLegality', closedRounds.slice(0, 2), 'devolution_step_missing'],
    ['and for the end of the third', 'reviewLegality', [...closedRounds.slice(0, 2), round(3, today)], 'round_open'],
    ['then it is reviewed', 'reviewLegality', closedRounds, undefined],
  ] as const)('%s', (_, act, rounds, code) => {
    expect(objectionTo(act, at(rounds))?.code).toBe(code);
  });

  test('nothing goes live before the trial is over', () => {
    const trial = { ...facts('TRIAL', 'goLive'), trialUntilDay: today };
    expect(objectionTo('goLive', trial)).toEqual({ code: 'trial_not_over', facts: { untilDay: today } });
    expect(objectionTo('goLive', { ...trial, today: '2026-03-03' })).toBeUndefined();
  });

  test('no meeting about nothing', () => {
    expect(objectionTo('holdMeeting', { ...facts('PROPOSED', 'holdMeeting'), items: 0 })?.code).toBe(missing);
  });
});

const organ = (id: string, over: Partial<Organ> = {}) =>
  ({ id, level: 'TOWNSHIP', regionId: 'town', isAdministrativeOrgan: true, ...over }) as Organ;
const organs = [
  organ('town'),
  organ('committee', { isAdministrativeOrgan: false }),
  organ('park'),
  organ('bureau', { regionId: 'district', level: 'DISTRICT' }),
];
const towns = [{ id: 'town' }, { id: 'other' }] as Place[];
const places = {
  root: { id: 'district' },
  organById: (id: string) => organs.find((each) => each.id === id),
  childrenOf: (id: string) => (id === 'district' ? towns : []),
  townshipOrganOf: () => organs[0],
} as unknown as Places;

const law = (name: string) => ({ law: name, mark: 'checked' as const });

function handing(
  over: Partial<Handing> & { profile?: string; nature?: string; source?: string; decider?: string | null },
): Handing {
  const { profile = 'LICENSE', nature = 'STATUTORY', source = 'STATUTORY', decider = 'bureau', ...rest } = over;
  return {
    version: {
      profile,
      decidingOrganId: decider,
      content: { elements: { bodyNature: nature, powerSource: source } },
    } as unknown as Handing['version'],
    mode: 'DEVOLVED',
    kind: 'TOWNSHIPS',
    regionIds: null,
    organId: null,
    basis: law('湖南省乡镇权力清单规定'),
    ...rest,
  };
}

describe('what the law has against it', () => {
  test.each<[string, Parameters<typeof handing>[0], string[]]>([
    ['ALL 22: devolved by a provincial order to townships is lawful', {}, []],
    ['ALL 22: devolved without a basis is not', { basis: null }, ['basis_missing']],
    ['ALL 22: a notice devolves nothing', { basis: law('关于下放权限的通知') }, ['not_law_or_order']],
    [
      'ALL 22: an organisation that is no organ receives no power',
      { kind: 'ORGAN', organId: 'committee' },
      ['not_an_organ'],
    ],
    ['ALL 23: authorised by a law', { mode: 'AUTHORIZED', basis: law('《行政许可法》') }, []],
    ['ALL 23: authorised by a regulation', { mode: 'AUTHORIZED', basis: law('优化营商环境条例') }, []],
    ['ALL 23: nobody is authorised by less', { mode: 'AUTHORIZED', basis: law('某某办法') }, ['not_law_or_regulation']],
    [
      'ALL 23: an organisation with public function may be authorised',
      { mode: 'AUTHORIZED', kind: 'ORGAN', organId: 'committee', basis: law('某某条例') },
      [],
    ],
    [
      'ALL 24: a licence is entrusted to another administrative organ',
      { mode: 'ENTRUSTED', basis: law('行政许可法') },
      [],
    ],
    [
      'ALL 24: never to what is none',
      { mode: 'ENTRUSTED', kind: 'ORGAN', organId: 'committee', basis: law('行政许可法') },
      ['licence_to_organ_only'],
    ],
    [
      'ALL 24: never to a village',
      { mode: 'ENTRUSTED', kind: 'VILLAGES', basis: law('行政许可法') },
      ['village_never_decides', 'licence_to_organ_only'],
    ],
    [
      'ALL 24: what was entrusted is not entrusted again',
      { mode: 'ENTRUSTED', nature: 'ENTRUSTED', basis: law('行政许可法') },
      ['entrusted_already'],
    ],
    [
      'ALL 24: whatever its source says',
      { mode: 'ENTRUSTED', source: 'PEER_ENTRUSTED', basis: law('行政许可法') },
      ['entrusted_already'],
    ],
    ['ALL 24: entrusting needs a basis', { mode: 'ENTRUSTED', basis: null }, ['basis_missing']],
    [
      'another matter than a licence may be entrusted to an organisation',
      { mode: 'ENTRUSTED', profile: 'PUBLIC_SERVICE', kind: 'ORGAN', organId: 'committee', basis: law('某某条例') },
      [],
    ],
    [
      'service moved forward needs no basis, to villages too',
      { mode: 'SERVICE_FORWARD', kind: 'VILLAGES', basis: null },
      [],
    ],
    ['a village never decides, by devolution neither', { kind: 'VILLAGES' }, ['village_never_decides']],
    ['what townships decide already cannot be devolved to them', { decider: null }, ['already_there']],
    [
      'an organ of the whole district would draw everything to itself',
      { kind: 'ORGAN', organId: 'bureau' },
      ['no_area_of_its_own'],
    ],
    ['nobody', { kind: 'ORGAN', organId: 'nobody' }, ['receiver_unknown']],
    ['no township of this name', { regionIds: ['elsewhere'] }, ['receiver_unknown']],
  ])('%s', (_, given, faults) => {
    expect(legalityFaults(handing(given), places)).toEqual(faults);
  });
});
