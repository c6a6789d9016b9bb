import type { ImplementationElements, LegalBasis } from '../../../contract/catalogue.ts';
import type { CaseType, Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import type { ItemContent } from '../../modules/catalogue/index.ts';
import type { Limit } from '../../modules/deadlines/index.ts';
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
  questions: [],
} satisfies Partial<ImplementationElements>;

/** Working days promised by a guide; a licence's are counted the way the licensing law counts (art. 82). */
export function promised(guide: string, days: number): Limit {
  return { amount: days, unit: 'workingDays', basis: { guide } };
}
