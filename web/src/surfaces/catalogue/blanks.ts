import type {
  LegalBasis,
  MaterialRequirement,
  Process,
  ProcessTask,
  SpecialProcedure,
} from '../../../../contract/catalogue.ts';
import type { Limit } from '../../../../contract/deadlines.ts';
import type { Certificate } from '../../../../contract/item-content.ts';
import type { CaseType, LocalText } from '../../../../contract/values.ts';
import { freeKey } from '../../features/editing/list.ts';

type Kind = ProcessTask['kind'];

/** A text that is still to be written. */
export const blankText: LocalText = { zh: '', en: '' };

/** A basis that nobody has checked yet. */
export const blankBasis: LegalBasis = { law: '', mark: 'sample' };

export const blankLimit: Limit = { amount: 5, unit: 'workingDays', basis: { law: '' } };

export const blankProcedure: SpecialProcedure = { name: blankText, limit: blankText, counted: true, basis: blankBasis };

export const blankCertificate: Certificate = {
  title: '',
  word: '',
  rows: [{ label: '', value: '' }],
  statement: '',
};

/** A material that the applicant brings himself: one copy, on paper or as a file. */
export function blankMaterial(before: readonly { key: string }[]): MaterialRequirement {
  return {
    key: freeKey(
      'material',
      before.map(({ key }) => key),
    ),
    name: blankText,
    hint: blankText,
    necessity: 'required',
    originals: 0,
    copies: 1,
    form: 'either',
    source: 'applicant',
    basis: blankBasis,
  };
}

/** The usual way of a matter as one of its own, to begin with (domain §3.1). */
export function usualProcess(caseType: CaseType): Process {
  const stages: [key: string, zh: string, en: string, kind: Kind, post: LocalText][] = [
    ['intake', '收件', 'Intake', 'INTAKE', { zh: '综合窗口收件岗', en: 'Comprehensive window' }],
    ['acceptance', '受理', 'Acceptance', 'ACCEPTANCE', { zh: '综合窗口受理岗', en: 'Comprehensive window' }],
    ['review', '审查', 'Review', 'REVIEW', { zh: '审查岗', en: 'Reviewer' }],
    ['decision', '决定', 'Decision', 'DECISION', { zh: '决定岗', en: 'Decider' }],
    ['delivery', '出件', 'Handing out', 'DELIVERY', { zh: '出件窗口', en: 'Exit window' }],
  ];
  return {
    stages: stages
      .filter(([key]) => key !== 'review' || caseType === 'PROMISED')
      .map(([key, zh, en, kind, post]) => {
        const organ = kind === 'REVIEW' || kind === 'DECISION' ? 'DECIDING' : 'INTAKE';
        return { key, name: { zh, en }, tasks: [{ key, name: { zh, en }, kind, organ, post }] };
      }),
  };
}
