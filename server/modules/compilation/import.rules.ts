import type { CaseType, Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import type { itemTypes } from '../../../contract/words.ts';
import { type ItemContent, levelDigits } from '../catalogue/index.ts';
import { emptyContent } from './content.rules.ts';
import type { SheetValues } from './sheet.rules.ts';

/** What a row becomes: a draft whose content has every part, and what of it the sheet did not say. */
export interface ImportedDraft {
  readonly code: string;
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  readonly level: Level;
  readonly effectiveDay: string | null;
  readonly content: ItemContent;
  readonly missing: readonly string[];
}

/** Which procedure a matter of a type usually follows (domain §2.1); the compiler may choose another. */
const usualProfiles: Readonly<Record<(typeof itemTypes)[number], ProcedureProfile>> = {
  LICENSE: 'LICENSE',
  PAYMENT: 'BENEFIT',
  CONFIRMATION: 'PUBLIC_SERVICE',
  REWARD: 'BENEFIT',
  RULING: 'PUBLIC_SERVICE',
  OTHER_POWER: 'FILING',
  PUBLIC_SERVICE: 'PUBLIC_SERVICE',
};

/** Elements that every version must say, and a sheet may not: each stays marked until somebody fills it in. */
const expected = [
  'bases',
  'conditions',
  'materials',
  'steps',
  'form',
  'statutoryLimit',
  'promisedLimit',
  'fee',
  'result',
  'elements',
  'visits',
  'remedies',
  'aliases',
] as const;

/** A draft out of a row. English is never in such sheets, so that every text waits for it. */
export function draftOf(values: SheetValues): ImportedDraft {
  const { type = 'PUBLIC_SERVICE', code = '' } = values;
  const profile = usualProfiles[type];
  const level = values.level === 'TOWNSHIP' || code.charAt(18) === levelDigits.TOWNSHIP ? 'TOWNSHIP' : 'DISTRICT';
  const immediate = values.caseType === 'IMMEDIATE' || values.promisedAmount === 0;
  const caseType = immediate ? 'IMMEDIATE' : 'PROMISED';
  const empty = emptyContent({ profile, caseType, level, code });
  const guide = `${values.name ?? ''}办事指南`;
  const limit = (amount: number, unit: SheetValues['promisedUnit']) => ({
    amount,
    unit: unit ?? 'workingDays',
    basis: { guide },
  });
  const content: ItemContent = {
    ...empty,
    name: chinese(values.name),
    ...(values.handling !== undefined && { handling: chinese(values.handling) }),
    bases: (values.basis ?? []).map((law) => ({ law, mark: 'sample' })),
    conditions: (values.conditions ?? []).map(chinese),
    materials: (values.materials ?? []).map((name, at) => ({
      key: `material${at + 1}`,
      name: chinese(name),
      hint: chinese(undefined),
      necessity: 'required',
      originals: 0,
      copies: 1,
      form: 'either',
      source: 'applicant',
      basis: { law: values.basis?.[0] ?? '', mark: 'sample' },
    })),
    steps: (values.steps ?? []).map(chinese),
    ...(values.statutoryAmount !== undefined && {
      statutoryLimit: limit(values.statutoryAmount, values.statutoryUnit),
    }),
    limitMarks: { promised: 'sample', ...(values.statutoryAmount !== undefined && { statutory: 'sample' }) },
    promisedLimit: limit(values.promisedAmount ?? empty.promisedLimit.amount, values.promisedUnit),
    answerLimit: { ...empty.answerLimit, basis: { guide } },
    fee: {
      ...empty.fee,
      fen: values.fee ?? 0,
      ...(values.feeBasis !== undefined && { basis: { law: values.feeBasis, mark: 'sample' } }),
    },
    result: { ...empty.result, name: chinese(values.result) },
    elements: {
      ...empty.elements,
      itemType: type,
      serviceObjects: values.objects ?? [],
      ...(values.bookable !== undefined && { bookable: values.bookable }),
      ...(values.courier !== undefined && { courier: values.courier }),
      ...(values.payableOnline !== undefined && { payableOnline: values.payableOnline }),
      ...(values.visitReason !== undefined && { visitReason: chinese(values.visitReason) }),
    },
    visits: Math.min(values.visits ?? 0, 9),
    online: values.online ?? false,
  };
  const said: Partial<Record<(typeof expected)[number], boolean>> = {
    bases: values.basis !== undefined,
    conditions: values.conditions !== undefined,
    materials: values.materials !== undefined,
    steps: values.steps !== undefined,
    statutoryLimit: values.statutoryAmount !== undefined,
    promisedLimit: values.promisedAmount !== undefined,
    fee: values.fee !== undefined,
    result: values.result !== undefined,
    visits: values.visits !== undefined,
  };
  return {
    code,
    profile,
    caseType,
    level,
    effectiveDay: values.effectiveDay ?? null,
    content,
    missing: expected.filter((element) => said[element] !== true),
  };
}

const chinese = (text: string | undefined): LocalText => ({ zh: text ?? '', en: '' });

/**
 * Which of the organs a sheet means: 区民政局, 人社局 for 人力资源和社会保障局. The one whose name has all of these characters
 * in this order, beginning and ending alike; none where several have.
 */
export function organMeant(
  text: string,
  organs: readonly { readonly id: string; readonly name: LocalText }[],
  district: string,
): string | null {
  const bare = (name: string) =>
    name
      .replace(/[（(].*?[）)]/g, '')
      .replace(district, '')
      .replace(/^[区县市]/, '');
  const asked = bare(text.trim());
  if (asked.length < 2) return null;
  const named = organs.map(({ id, name }) => ({ id, name: bare(name.zh) }));
  const same = named.filter(({ name }) => name === asked);
  if (same.length === 1) return same[0]?.id ?? null;
  const alike = named.filter(
    ({ name }) => name.startsWith(asked.charAt(0)) && name.endsWith(asked.slice(-1)) && hasInOrder(name, asked),
  );
  return alike.length === 1 ? (alike[0]?.id ?? null) : null;
}

function hasInOrder(name: string, asked: string): boolean {
  let at = -1;
  return [...asked].every((letter) => {
    at = name.indexOf(letter, at + 1);
    return at >= 0;
  });
}
