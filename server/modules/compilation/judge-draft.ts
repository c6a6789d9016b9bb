import type { FieldFault } from '../../../contract/refusals.ts';
import { codeFaults, faultsOf, namedOrganFaults, postFaults } from '../catalogue/index.ts';
import type { WorkCalendar } from '../deadlines/index.ts';
import type { StaffedOrgans } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import { checkDraftShape } from './check-draft-shape.ts';
import { blankFaults, withoutRepeats } from './content.rules.ts';
import { ownerOf } from './draft.rules.ts';
import type { Draft } from './draft.store.ts';

/** What the check reads of a draft. */
export type Judged = Pick<
  Draft,
  | 'itemId'
  | 'organId'
  | 'code'
  | 'profile'
  | 'caseType'
  | 'level'
  | 'acceptingOrganId'
  | 'decidingOrganId'
  | 'effectiveDay'
  | 'content'
  | 'missing'
>;

/** What a draft is judged by; of many drafts it is read once. */
export interface JudgedBy {
  readonly calendar: WorkCalendar;
  readonly places: Places;
  readonly staffed: StaffedOrgans;
  /** The item that has the draft's code. */
  readonly holder: string | undefined;
  /** ISO day. */
  readonly today: string;
}

/**
 * All that forbids a draft to be published on a day, each with the element that it is about: of its code,
 * its shape, what is blank, R-1.5 and the other rules of a version, organs that are none or have nobody for their
 * part, a day that has passed.
 */
export function judgeDraft(draft: Judged, { calendar, places, staffed, holder, today }: JudgedBy): FieldFault[] {
  const { content, effectiveDay } = draft;
  const isPast = effectiveDay !== null && effectiveDay < today;
  return withoutRepeats([
    ...faultsOfCode(draft, holder, places),
    ...organFaults(draft, places),
    ...(isPast ? [{ field: 'effectiveDay', code: 'too_early', facts: { day: today } }] : []),
    ...draft.missing.map((element) => ({ field: `content.${element}`, code: 'not_known_yet' })),
    ...checkDraftShape(content).unfinished,
    ...blankFaults(content),
    ...faultsOf(draft, calendar),
    ...namedOrganFaults(content, places),
    ...postFaults(draft, { places, staffed }),
  ]);
}

/** that the credit code in it is the deciding organ's, and that no other item has it. */
function faultsOfCode(draft: Judged, holder: string | undefined, places: Places): FieldFault[] {
  if (draft.code === '') return [{ field: 'code', code: 'required' }];
  const province = places.root?.code.slice(0, 2);
  const faults: string[] = codeFaults(draft.code, {
    level: draft.level,
    type: draft.content.elements.itemType,
    ...(province !== undefined && { province }),
  });
  const uscc = places.organById(ownerOf(draft) ?? '')?.uscc;
  // A code that is none was said to be so; one that is names the body that decides.
  if (!faults.some((fault) => unreadable.includes(fault)) && uscc !== undefined && !draft.code.startsWith(uscc))
    faults.push('code_organ');
  if (holder !== undefined && holder !== draft.itemId) faults.push('code_taken');
  return faults.map((code) => ({ field: 'code', code }));
}

const unreadable = ['code_length', 'code_characters', 'code_uscc'];

function organFaults({ level, organId, acceptingOrganId, decidingOrganId }: Judged, places: Places): FieldFault[] {
  const named = { acceptingOrganId, decidingOrganId };
  const strangers = Object.entries(named).flatMap(([field, id]) =>
    id === null || places.organById(id)?.isAdministrativeOrgan === true ? [] : [{ field, code: 'not_an_organ' }],
  );
  const owner = ownerOf(named);
  const isForeign = owner !== null && owner !== organId;
  return [
    ...strangers,
    ...(isForeign ? [{ field: 'decidingOrganId', code: 'not_your_organ' }] : []),
    // What the district decides names who decides.
    ...(level === 'DISTRICT' && decidingOrganId === null ? [{ field: 'decidingOrganId', code: 'required' }] : []),
  ];
}
