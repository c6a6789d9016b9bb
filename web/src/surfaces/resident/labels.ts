import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../contract/form.ts';
import { partsOf } from '../../../../contract/questions.ts';
import { useSaying } from '../../ui/resident/district.tsx';

/** A label that asks: 是农民吗？ is not something that somebody has. */
const isAsked = /[？?吗哪谁几怎]|什么|多少|是否/;

/** What the questions of a form are called, wherever they are spoken of without their surroundings. */
export function useLabels() {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const rowName = ({ rowName: name }: FormField, row: number): string =>
    name === undefined
      ? t('apply.rows.plainRow', { row: row + 1 })
      : t('apply.rows.row', { row: row + 1, name: text(name) });
  return {
    /** 第2个成员. */
    rowName,
    /** 第2个成员的姓名, 户主的电话, 店名. */
    labelOf: (form: readonly FormField[], path: string): string => {
      const [key, second, third] = path.split('.');
      const field = form.find((each) => each.key === key);
      if (field === undefined) return '';
      if (second === undefined) return text(field.label);
      const [of, part] =
        field.kind === 'rows'
          ? [rowName(field, Number(second)), field.fields?.find((each) => each.key === third)]
          : [text(field.label), partsOf(field).find((each) => each.key === second)];
      if (part === undefined) return of;
      const label = text(part.label);
      return isAsked.test(label) || isAsked.test(of)
        ? t('apply.partAsked', { of: of.replace(/[？?]$/, ''), label })
        : t('apply.partOf', { of, label });
    },
  };
}
