import type { FieldFault } from '../../../contract/refusals.ts';
import type { CaseType, Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import { powerTypeCodes } from '../../../contract/words.ts';
import { basicCodeOf, type ItemContent } from '../catalogue/index.ts';
import { changesOf } from './change.rules.ts';

type ItemType = ItemContent['elements']['itemType'];

/** The type that most items of a procedure have; a code that says another is believed. */
const usualTypes: Readonly<Record<ProcedureProfile, ItemType>> = {
  LICENSE: 'LICENSE',
  PUBLIC_SERVICE: 'PUBLIC_SERVICE',
  BENEFIT: 'PAYMENT',
  FILING: 'OTHER_POWER',
  REAL_ESTATE: 'CONFIRMATION',
  SOCIAL_ASSISTANCE: 'PAYMENT',
};

const onApplication: readonly ItemType[] = [
  'LICENSE',
  'PAYMENT',
  'CONFIRMATION',
  'REWARD',
  'RULING',
  'OTHER_POWER',
  'PUBLIC_SERVICE',
];

/** 事项类型 of a new item, by the two digits of its code or what is usual for its procedure. */
export function itemTypeOf(profile: ProcedureProfile, code: string): ItemType {
  const digits = basicCodeOf(code).slice(2, 4);
  return onApplication.find((type) => powerTypeCodes[type] === digits) ?? usualTypes[profile];
}

/** The content of a new item: every part is there and empty, and what must be chosen is what most items have. */
export function emptyContent({
  profile,
  caseType,
  level,
  code,
}: {
  profile: ProcedureProfile;
  caseType: CaseType;
  level: Level;
  code: string;
}): ItemContent {
  const empty = (): LocalText => ({ zh: '', en: '' });
  const days = (amount: number) => ({ amount, unit: 'workingDays' as const, basis: { guide: '' } });
  return {
    name: empty(),
    brief: empty(),
    bring: empty(),
    howLong: empty(),
    conditions: [],
    materials: [],
    form: [],
    promisedLimit: days(caseType === 'IMMEDIATE' ? 0 : 1),
    answerLimit: days(5),
    limitMarks: { promised: 'sample' },
    fee: { fen: 0, note: { zh: '不收费', en: 'Free of charge' }, mark: 'sample' },
    result: { name: empty(), note: empty() },
    elements: {
      itemType: itemTypeOf(profile, code),
      serviceObjects: [],
      powerSource: 'STATUTORY',
      handlingForms: ['WINDOW'],
      onlineDepth: 'CONSULT',
      handlingArea: 'COUNTY',
      resultType: 'OTHER',
      specialProcedures: [],
      jointBodies: [],
      bookable: false,
      payableOnline: false,
      courier: false,
      selfService: false,
      bodyNature: 'STATUTORY',
      assistance: [],
      offHours: false,
      singleContact: false,
      simpleApproval: false,
      mobile: false,
      themes: [],
      questions: [],
    },
    steps: [],
    bases: [],
    remedies: empty(),
    visits: 0,
    deliveryWishes: ['WINDOW'],
    deemedAcceptance: false,
    lifeEvent: 'work',
    aliases: [],
    online: false,
    correctionDays: null,
    grantReason: '',
    offeredAt: [level],
  };
}

/** Every text that must say something and does not, in either language, with its place: `content.materials.0.name.zh`. */
export function blankFaults(content: ItemContent): FieldFault[] {
  return blanks(content, 'content');
}

function blanks(value: unknown, path: string): FieldFault[] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => blanks(entry, `${path}.${at}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner !== 'string') return blanks(inner, `${path}.${name}`);
    return needed.includes(name) && inner.trim() === '' ? [{ field: `${path}.${name}`, code: 'required' }] : [];
  });
}

/** Texts in both languages, and what a law, a guide or an entry is called by. */
const needed = ['zh', 'en', 'law', 'guide', 'key'];

/** Faults without those that say the same of the same place again. */
export function withoutRepeats(faults: readonly FieldFault[]): FieldFault[] {
  const seen = new Set<string>();
  return faults.filter(({ field, code }) => {
    const said = `${field} ${code}`;
    return !seen.has(said) && seen.add(said);
  });
}

/** What is still missing of an import after a save: what nobody changed, and nobody said to be right as it is. */
export function stillMissing(
  missing: readonly string[],
  before: ItemContent,
  after: ItemContent,
  said: readonly string[] = missing,
): string[] {
  const changed = new Set(changesOf(before, after).map(({ element }) => element));
  return missing.filter((element) => said.includes(element) && !changed.has(element));
}
