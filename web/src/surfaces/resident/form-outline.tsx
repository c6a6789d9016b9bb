import { useTranslation } from 'react-i18next';
import type { Condition, FormField, LeafField } from '../../../../contract/form.ts';
import { partsOf } from '../../../../contract/questions.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { useLabels } from './labels.ts';

/** What an application asks, to be read before one begins: blocks and rows with their parts, and what depends on what. */
export function FormOutline({ form }: { form: readonly FormField[] }) {
  const { t } = useTranslation(['resident', 'guide']);
  const { text } = useSaying();
  const conditions = useConditions(form, 'when');
  return (
    <ul className="outline">
      {form.map((field) => {
        const about = aboutOf(field);
        return (
          <li key={field.key}>
            {text(field.label)}
            {field.required || field.kind === 'rows' || field.kind === 'computed' ? '' : t('apply.optional')}
            {about.map((line) => (
              <span className="hint block" key={line}>
                <Say text={line} />
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );

  function aboutOf(field: FormField): string[] {
    const named = (parts: readonly LeafField[]) =>
      parts
        .map((part) => `${plain(text(part.label))}${part.when === undefined ? '' : conditions(part.when, field)}`)
        .join(t('guide:outline.comma'));
    const lines: string[] = [];
    if (field.kind === 'computed') lines.push(t('guide:outline.computed'));
    else if (field.kind === 'rows') {
      const name = field.rowName === undefined ? undefined : text(field.rowName);
      const bounds = [
        (field.minRows ?? 0) > 0 ? t('guide:outline.atLeastRows', { min: field.minRows }) : '',
        field.maxRows === undefined ? '' : t('guide:outline.mostRows', { max: field.maxRows }),
      ].filter(Boolean);
      lines.push(
        t('guide:outline.eachRow', {
          name: name === undefined ? t('guide:outline.one') : t('guide:outline.oneNamed', { name }),
          parts: named(field.fields ?? []),
        }),
        ...(bounds.length === 0 ? [] : [bounds.join(t('guide:outline.comma'))]),
      );
    } else if (field.kind === 'person' || field.kind === 'firm' || field.kind === 'address')
      lines.push(t('guide:outline.parts', { parts: named(partsOf(field)) }));
    if (field.when !== undefined) lines.push(conditions(field.when));
    return lines;
  }
}

/** A question in the middle of a sentence. */
const plain = (label: string) => label.replace(/[？?]$/, '');

/** 如果“是否已婚”是“是”才问, or 才要. Within rows a condition may speak of another column. */
export function useConditions(form: readonly FormField[], sentence: 'when' | 'neededWhen') {
  const { t } = useTranslation(['resident', 'guide']);
  const { text, language } = useSaying();
  const { labelOf } = useLabels();
  const leafOf = (path: string, row?: FormField): LeafField | FormField | undefined => {
    const [key, part] = path.split('.');
    const column = row?.fields?.find((each) => each.key === path);
    const field = form.find((each) => each.key === key);
    return (
      column ?? (part === undefined || field === undefined ? field : partsOf(field).find((each) => each.key === part))
    );
  };
  const one = ({ field: path, is, atLeast, below }: Condition, row?: FormField): string => {
    const leaf = leafOf(path, row);
    const label =
      path === 'applicant.sex'
        ? t('guide:outline.sex')
        : plain(
            leaf !== undefined && row?.fields?.includes(leaf as LeafField) ? text(leaf.label) : labelOf(form, path),
          );
    if (is !== undefined) {
      const said = is.map((value) => t('guide:outline.value', { value: optionWord(path, leaf, value) }));
      return t('guide:outline.is', { label, values: said.join(t('guide:outline.or')) });
    }
    const bounds = atLeast === undefined ? 'below' : below === undefined ? 'atLeast' : 'between';
    return path === 'applicant.age'
      ? t(`guide:outline.age.${bounds}`, { from: atLeast, below })
      : t(`guide:outline.${bounds}`, { label, from: atLeast, below });
  };
  const optionWord = (path: string, leaf: LeafField | FormField | undefined, value: string): string => {
    if (path === 'applicant.sex') return t(value === 'male' ? 'guide:outline.male' : 'guide:outline.female');
    if (leaf?.kind === 'yesNo') return t(value === 'yes' ? 'apply.yes' : 'apply.no');
    const option = leaf?.options?.find((each) => each.value === value);
    return option === undefined ? value : text(option.label);
  };
  return (when: readonly Condition[], row?: FormField): string => {
    const said = t(`guide:outline.${sentence}`, {
      conditions: when.map((condition) => one(condition, row)).join(t('guide:outline.and')),
    });
    if (row === undefined) return said;
    return language === 'en' ? ` (${said})` : `（${said}）`;
  };
}
