import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../contract/form.ts';
import { useSaying } from '../../ui/resident/district.tsx';

/** An answer in words; long numbers show their tail only. */
export function Answer({ field, value }: { field: FormField; value: string }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  if (value === '') return t('apply.check.unanswered');
  if (field.kind === 'yesNo') return t(value === 'yes' ? 'apply.yes' : 'apply.no');
  if (field.kind === 'choice') {
    const option = field.options?.find((each) => each.value === value);
    return option === undefined ? value : text(option.label);
  }
  if (field.privacy === 'identifier' && value.length >= 15)
    return `${value.slice(0, 6)}${'*'.repeat(value.length - 10)}${value.slice(-4)}`;
  return `${value}${field.unit === undefined ? '' : text(field.unit)}`;
}
