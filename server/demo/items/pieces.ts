import type { ImplementationElements, LegalBasis, MaterialRequirement, Process } from '../../../contract/catalogue.ts';
import type { FormField } from '../../../contract/form.ts';
import type { CaseType, Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import type { ItemContent } from '../../modules/catalogue/index.ts';
import { type Limit, licensingLimits } from '../../modules/deadlines/index.ts';
import type { OrganKey } from '../places.ts';

/** An item of the demo district: what is published, and by whom it is decided. */
export interface DemoItem {
  /** Its name among the demo's items. */
  readonly key: string;
  /** Implementing body, exercise level, basic code, sequence (domain §1.4). */
  readonly code: string;
  /** The organ that accepts and decides; `township`: the township government of the intake centre. */
  readonly organ: OrganKey | 'township';
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  readonly level: Level;
  readonly content: ItemContent;
  /** 办理流程 of its own, where named organs take part in it. */
  readonly process?: (organs: Readonly<Record<OrganKey, string>>) => Process;
}

export const both = (zh: string, en: string): LocalText => ({ zh, en });

/** A law whose text was read for this item. */
export const checked = (law: string, article: string): LegalBasis => ({ law, article, mark: 'checked' });

/** A rule that the department must still check; no article is cited that nobody has read. */
export const sample = (law: string): LegalBasis => ({ law, mark: 'sample' });

export const remedies = both(
  '对结果不服的，可以在知道之日起60日内申请行政复议，也可以在6个月内向人民法院起诉。',
  'If you disagree with the result, you may ask for reconsideration within 60 days of learning of it, or go to court within 6 months.',
);

/** What most items of the demo have in common; each says what is different. */
export const commonElements = {
  powerSource: 'STATUTORY',
  handlingForms: ['WINDOW', 'ONLINE'],
  onlineDepth: 'RESULT',
  handlingArea: 'COUNTY',
  specialProcedures: [],
  jointBodies: [],
  bookable: false,
  payableOnline: false,
  courier: false,
  selfService: false,
  bodyNature: 'STATUTORY',
  assistance: ['ESCORT', 'ASSIST', 'AGENCY'],
  offHours: false,
  singleContact: true,
  simpleApproval: false,
  mobile: true,
  questions: [],
} satisfies Partial<ImplementationElements>;

/** Working days promised by a guide; a licence's are counted the way the licensing law counts (art. 82). */
export function promised(guide: string, days: number): Limit {
  return { amount: days, unit: 'workingDays', basis: { guide } };
}

/**
 * The limits of a licence: those of the licensing law, and the days that the guide promises, counted as that law
 * counts. A special law may set another limit (行政许可法, art. 42 para. 1), so that it is a sample until that was read.
 */
export function licenceLimits(guide: string, days: number) {
  return {
    statutoryLimit: licensingLimits.decision,
    promisedLimit: { ...promised(guide, days), countedBy: { law: '行政许可法', article: '第八十二条' } },
    answerLimit: licensingLimits.correction,
    deliveryLimit: licensingLimits.delivery,
    limitMarks: { statutory: 'sample', promised: 'sample' },
    deemedAcceptance: true,
  } satisfies Partial<ItemContent>;
}

/** The limits of a matter that is no licence: five working days to answer and to serve, as its guide promises. */
export function guideLimits(guide: string, days: number) {
  return {
    promisedLimit: promised(guide, days),
    answerLimit: promised(guide, 5),
    deliveryLimit: promised(guide, 5),
    limitMarks: { promised: 'sample' },
    deemedAcceptance: false,
  } satisfies Partial<ItemContent>;
}

/** A material that the applicant brings himself, one copy on paper or as a file; `more` says what is different. */
export function material(
  key: string,
  name: LocalText,
  hint: LocalText,
  basis: LegalBasis,
  more: Partial<MaterialRequirement> = {},
): MaterialRequirement {
  const usual = { necessity: 'required', originals: 0, copies: 1, form: 'either', source: 'applicant' } as const;
  return { key, name, hint, ...usual, basis, ...more };
}

/** What the office looks up itself: it stands in the guide so that nobody brings it. */
export function lookedUp(key: string, name: LocalText, basis: LegalBasis): MaterialRequirement {
  const hint = both('不用带，我们自己查。', 'Leave it at home; we look it up ourselves.');
  return material(key, name, hint, basis, { necessity: 'shared', copies: 0, form: 'electronic', source: 'government' });
}

/** An entry of a form that must be answered and is not sensitive; `more` says what is different. */
export function ask<Kind extends FormField['kind']>(
  kind: Kind,
  key: string,
  label: LocalText,
  more: Omit<Partial<FormField>, 'kind'> = {},
): FormField & { kind: Kind } {
  return { key, kind, label, required: true, privacy: 'plain', ...more };
}

/** A choice between options, each by its value and both names. */
export function choose(
  key: string,
  label: LocalText,
  options: readonly (readonly [value: string, zh: string, en: string])[],
  more: Omit<Partial<FormField>, 'kind'> = {},
): FormField & { kind: 'choice' } {
  return ask('choice', key, label, {
    options: options.map(([value, zh, en]) => ({ value, label: both(zh, en) })),
    ...more,
  });
}

export const free: ItemContent['fee'] = {
  fen: 0,
  note: both('不收钱。有人向您收，请打12345。', 'Free of charge. If anybody asks you for money, call 12345.'),
  mark: 'sample',
};

/** What can be had by sharing data may not be asked of the applicant. */
export const dataSharing = checked('国务院关于在线政务服务的若干规定', '第七条第一款');

/** The card is looked at and given back; that it must be shown rests on the item's own rules. */
export function idCard(basis: LegalBasis): MaterialRequirement {
  return material(
    'idCard',
    both('身份证', 'Identity card'),
    both('要原件，看过就还给您。手机申请拍正反两面。', 'The original; we give it back. Online: photos of both sides.'),
    basis,
    { originals: 1, copies: 0, source: 'government' },
  );
}

export const homeAddress = ask('address', 'home', both('您现在住在哪里？', 'Where do you live now?'), {
  privacy: 'sensitive',
  prefill: 'place',
});

/** Into which account of the applicant's own a benefit is paid. */
export function accountFields(page: LocalText): FormField[] {
  return [
    ask('text', 'bank', both('开户银行', 'Bank'), {
      hint: both('知道是哪个支行的，也写上。', 'With its branch, if you know it.'),
      maxLength: 60,
      prefill: 'earlier',
      page,
    }),
    ask('text', 'account', both('银行卡号或者存折账号', 'Number of the bank card or passbook'), {
      hint: both(
        '照着卡面写。社保卡的银行账号也可以。',
        'As on the card. The bank account of a social security card will do.',
      ),
      maxLength: 30,
      privacy: 'identifier',
      prefill: 'earlier',
    }),
  ];
}

/** What every licence rests on beside its own law: acceptance, the limit to decide and the limit to issue. */
export const licensingBases: readonly LegalBasis[] = [
  checked('行政许可法', '第三十二条第一款'),
  checked('行政许可法', '第四十二条第一款'),
  checked('行政许可法', '第四十四条'),
];

/** The applicant's own mobile number, filled beforehand from the account. */
export const phone = ask('phone', 'phone', both('联系电话', 'Phone number'), {
  hint: both('11位手机号。', 'An 11-digit mobile number.'),
  privacy: 'identifier',
  prefill: 'phone',
});
