import type { LegalBasis, MaterialRequirement } from '../../../contract/catalogue.ts';
import type { Paper } from './builders.ts';
import { both, dataSharing } from './pieces.ts';

/** Materials of short outlines. */

type More = Partial<Omit<MaterialRequirement, 'key' | 'name' | 'hint' | 'basis'>> & { readonly basis?: LegalBasis };

/** What the applicant brings: one copy on paper or as a picture. */
export function paper(key: string, zh: string, en: string, hint: string, hintEn: string, more: More = {}): Paper {
  const usual = { necessity: 'required', originals: 0, copies: 1, form: 'either', source: 'applicant' } as const;
  return { key, name: both(zh, en), hint: both(hint, hintEn), kind: 'other', ...usual, ...more };
}

/** A certificate that another body issues and that cannot be looked up. */
export const proof = (
  [key, zh, en]: readonly [string, string, string],
  [issuer, issuerEn]: readonly [string, string],
  hint: string,
  hintEn: string,
  more: More = {},
): Paper =>
  paper(key, zh, en, hint, hintEn, { kind: 'proof', source: 'government', issuer: both(issuer, issuerEn), ...more });

/** A form of the office's own; the window has it blank and filled in. */
export const blank = (key: string, zh: string, en: string, more: More = {}): Paper =>
  paper(key, zh, en, '窗口和网上都有空白表和样表。', 'The window and the website have it blank and filled in.', {
    kind: 'form',
    sample: true,
    originals: 1,
    copies: 0,
    ...more,
  });

/** What the office looks up itself; it stands here so that nobody brings it. */
export const found = (key: string, zh: string, en: string, issuer: string, issuerEn: string, more: More = {}): Paper =>
  paper(key, zh, en, '不用带，我们自己查。', 'Leave it at home; we look it up ourselves.', {
    kind: 'proof',
    necessity: 'shared',
    copies: 0,
    form: 'electronic',
    source: 'government',
    issuer: both(issuer, issuerEn),
    basis: dataSharing,
    ...more,
  });

export const card: Paper = paper(
  'idCard',
  '身份证',
  'Identity card',
  '要原件，看过就还给您。手机申请拍正反两面。',
  'The original; we give it back. Online: photos of both sides.',
  { kind: 'proof', source: 'government', issuer: both('公安机关', 'The police'), originals: 1, copies: 0 },
);

export const handlerCard: Paper = { ...card, name: both('经办人的身份证', 'Identity card of whoever hands it in') };

export const bankCard: Paper = paper(
  'bankCard',
  '本人的银行卡或者存折',
  'Your own bank card or passbook',
  '拍有卡号的一面，社保卡也行。',
  'A photo of the side with the number; a social security card will do.',
);

export const photo: Paper = paper(
  'photo',
  '近期一寸免冠照片',
  'Recent portrait photo',
  '手机拍的白底照片也行。',
  'A picture taken with a phone before a white wall will do.',
  { form: 'electronic' },
);

export const household: Paper = found('householdBook', '户口簿', 'Household register', '公安机关', 'The police');
export const firmLicence: Paper = found(
  'businessLicence',
  '营业执照',
  'Business licence',
  '市场监管部门',
  'The market supervision bureau',
  { licence: '营业执照' },
);

export const premises: Paper = paper(
  'premisesProof',
  '场所的使用证明',
  'Proof of the right to use the premises',
  '自己的房子交产权证，租的交租赁合同。',
  'Your own: the title. Rented: the lease.',
);

/** 可容缺: it may follow. */
export const later = (workingDays: number) => ({ tolerated: { workingDays } });

/** 可告知承诺: a commitment may take its place; it is looked into afterwards so. */
export const byPromise = (zh: string, en: string) => ({ commitment: { verification: both(zh, en) } });

export const lookedIntoLater = byPromise(
  '决定后两个月内用部门数据核对，对不上的上门核实。',
  'Checked against other departments’ data within two months; where they differ, somebody calls on you.',
);
export const visitedLater = byPromise(
  '决定后两个月内到现场核查一次。',
  'The place is inspected once within two months of the decision.',
);

/** Only where this was answered so. */
export const where = (field: string, ...is: readonly string[]) => ({ when: [{ field, is: [...is] }] });
