import type { ProcedureProfile } from '../../../contract/values.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import type { Ending } from './manifest.rules.ts';
import type { RetentionRule } from './retention.rules.ts';

/**
 * 保管期限 where an item's version says nothing. The three classes are those of 国家档案局令第8号 for administrative
 * papers; which procedure falls into which is a sample that the district's archive must settle.
 */
const usualRetention: Readonly<Record<ProcedureProfile, RetentionRule>> = {
  LICENSE: sample('THIRTY_YEARS'),
  REAL_ESTATE: sample('PERMANENT'),
  SOCIAL_ASSISTANCE: sample('THIRTY_YEARS'),
  BENEFIT: sample('THIRTY_YEARS'),
  FILING: sample('TEN_YEARS'),
  PUBLIC_SERVICE: sample('TEN_YEARS'),
};

/** Of a matter that was never decided. */
const undecidedRetention: RetentionRule = sample('TEN_YEARS');

function sample(kept: RetentionRule['class']): RetentionRule {
  return { class: kept, basis: '《机关文件材料归档范围和文书档案保管期限规定》（样例，待档案主管部门核对）' };
}

/** The rule of a case: its item's own where the version names one; what was never decided is kept for the short term. */
export function retentionOf(version: Pick<ItemVersion, 'profile' | 'content'>, ending: Ending): RetentionRule {
  const { retention } = version.content;
  if (retention !== undefined) return { class: retention.class, basis: basisWords(retention.basis) };
  return ending === 'COMPLETED' ? usualRetention[version.profile] : undecidedRetention;
}

function basisWords({ law, article, mark }: NonNullable<ItemVersion['content']['retention']>['basis']): string {
  return `《${law}》${article ?? ''}${mark === 'sample' ? '（样例，待档案主管部门核对）' : ''}`;
}
