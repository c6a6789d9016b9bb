import { useTranslation } from 'react-i18next';
import type { Question } from '../../../../../contract/questions.ts';
import type { LocalText } from '../../../../../contract/values.ts';
import { DateField } from '../../../ui/resident/date-field.tsx';
import { useSaying } from '../../../ui/resident/district.tsx';
import { ChoiceField, SelectField, TextField } from '../../../ui/resident/form.tsx';
import { PlaceField } from './place-field.tsx';

/** More answers than this are a list to choose from, not buttons. */
const mostButtons = 6;

/** The element of the control that answers a question. */
export const idOf = (path: string): string => `q-${path.replace(/\./g, '-')}`;

/** The answers of a page being filled in, and what is said of each. */
export interface Filling {
  readonly answerOf: (path: string) => string;
  readonly change: (path: string, value: string) => void;
  /** An answer is checked when one leaves it, never while one types. */
  readonly leave: (question: Question) => void;
  readonly wrongOf: (path: string) => string | undefined;
  readonly fromOf: (path: string) => string | undefined;
  readonly placeNames: Readonly<Record<string, LocalText>>;
}

interface QuestionFieldProps {
  question: Question;
  filling: Filling;
  /** The heading of the page is the question already. */
  labelHidden?: boolean;
  /** The block around it says whether it may be left out. */
  inBlock?: boolean;
}

/** One question of any kind. */
export function QuestionField({ question, filling, labelHidden = false, inBlock = false }: QuestionFieldProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { path, field } = question;
  const value = filling.answerOf(path);
  const shared = {
    id: idOf(path),
    label: field.required || inBlock ? text(field.label) : `${text(field.label)}${t('apply.optional')}`,
    labelHidden,
    hint: field.hint === undefined ? undefined : text(field.hint),
    from: filling.fromOf(path),
    wrong: filling.wrongOf(path),
    value,
    onChange: (next: string) => filling.change(path, next),
  };
  const onLeave = () => filling.leave(question);
  const unit = field.unit === undefined ? undefined : text(field.unit);
  switch (field.kind) {
    case 'yesNo':
      return (
        <ChoiceField
          {...shared}
          options={[
            { value: 'yes', label: t('apply.yes') },
            { value: 'no', label: t('apply.no') },
          ]}
        />
      );
    case 'choice': {
      const options = (field.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }));
      // What may be left out must be possible to take back: a list can be emptied, a pressed button cannot.
      return options.length > mostButtons || !(field.required || inBlock) ? (
        <SelectField {...shared} options={options} pick={t('place.pick')} />
      ) : (
        <ChoiceField {...shared} options={options} />
      );
    }
    case 'date':
      return <DateField {...shared} onLeave={onLeave} />;
    case 'place':
      return <PlaceField {...shared} name={filling.placeNames[value]} />;
    case 'phone':
      return <TextField {...shared} onLeave={onLeave} numeric narrow autoComplete="tel-national" />;
    case 'number':
      return <TextField {...shared} onLeave={onLeave} decimal narrow unit={unit} />;
    case 'money':
      return <TextField {...shared} onLeave={onLeave} decimal narrow unit={unit ?? t('apply.yuan')} />;
    case 'residentNumber':
    case 'uscc':
      return <TextField {...shared} onLeave={onLeave} narrow />;
    case 'text':
    case 'longText':
      return <TextField {...shared} onLeave={onLeave} long={field.kind === 'longText'} unit={unit} />;
  }
}
