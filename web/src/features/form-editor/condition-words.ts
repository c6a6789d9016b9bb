import type { Condition } from '../../../../contract/form.ts';
import type { EditorWords } from '../editing/words.ts';
import type { Source } from './questions.ts';

/** What a condition names, as one says it: 申请人的年龄, 经营者的姓名. */
export function sourceWords({ path, kind, label, of }: Source, { t, text }: EditorWords): string {
  if (kind === 'age') return t('form.applicantAge');
  if (kind === 'sex') return t('form.applicantSex');
  if (path === 'applicant') return t('form.applicant');
  const name = (text(label).trim() || path).replace(/[？?]$/, '');
  if (of !== undefined) return t('form.partOf', { block: text(of).trim() || path, part: name });
  return kind === 'rows' ? t('form.rowsOf', { label: name }) : name;
}

/** The answers that a condition can name; none where anything may be written. */
export function valuesOf(source: Source | undefined, { t, text }: EditorWords): { value: string; label: string }[] {
  if (source?.kind === 'sex')
    return [
      { value: 'female', label: t('form.female') },
      { value: 'male', label: t('form.male') },
    ];
  if (source?.kind === 'yesNo')
    return [
      { value: 'yes', label: t('form.yes') },
      { value: 'no', label: t('form.no') },
    ];
  return (source?.options ?? []).map(({ value, label }) => ({ value, label: text(label).trim() || value }));
}

/** 当〔情形〕是〔首次〕或〔延续〕，并且… What is named by no one keeps its key. */
export function conditionWords(
  conditions: readonly Condition[],
  sources: readonly Source[],
  words: EditorWords,
): string {
  const { t } = words;
  const quoted = (said: string) => t('form.said.quoted', { words: said });
  const one = ({ field, is, atLeast, below }: Condition): string => {
    const source = sources.find(({ path }) => path === field);
    const label = quoted(source === undefined ? field : sourceWords(source, words));
    const named = new Map(valuesOf(source, words).map((each) => [each.value, each.label]));
    if (is !== undefined)
      return t('form.said.is', {
        label,
        values: is.map((value) => quoted(named.get(value) ?? value)).join(t('form.said.or')),
      });
    if (atLeast !== undefined && below !== undefined) return t('form.said.between', { label, from: atLeast, below });
    if (atLeast !== undefined) return t('form.said.atLeast', { label, from: atLeast });
    return below === undefined ? t('form.said.answered', { label }) : t('form.said.below', { label, below });
  };
  return t('form.said.whole', { conditions: conditions.map(one).join(t('common.and')) });
}
