import type { ProcedureProfile } from '../../../contract/values.ts';
import type { RetentionRule } from './retention.rules.ts';

/**
 * 保管期限 where an item's version says nothing. The three classes are those of 国家档案局令第8号 for administrative
 * papers; which procedure falls into which is a sample that the district's archive must settle.
 */
export const usualRetention: Readonly<Record<ProcedureProfile, RetentionRule>> = {
  LICENSE: sample('THIRTY_YEARS'),
  REAL_ESTATE: sample('PERMANENT'),
  SOCIAL_ASSISTANCE: sample('THIRTY_YEARS'),
  BENEFIT: sample('THIRTY_YEARS'),
  FILING: sample('TEN_YEARS'),
  PUBLIC_SERVICE: sample('TEN_YEARS'),
};

/** Of a matter that was never decided. */
export const undecidedRetention: RetentionRule = sample('TEN_YEARS');

function sample(kept: RetentionRule['class']): RetentionRule {
  return { class: kept, basis: '《机关文件材料归档范围和文书档案保管期限规定》（样例，待档案主管部门核对）' };
}

