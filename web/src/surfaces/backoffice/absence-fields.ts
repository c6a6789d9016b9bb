import type { FormInstance, FormRule } from 'antd';
import { useEffect } from 'react';
import type { CallRefused } from '../../api/call.ts';
import { readableFacts } from '../staff/Refused.tsx';
import { faultSentence, useWords } from '../staff/words.ts';

export interface AbsenceFields {
  kind: 'leave' | 'training' | 'meeting' | 'sick';
  fromDay: string;
  untilDay: string;
}

/** What a day must be, with what the server says of it at its own place; `rest` is what belongs to no field. */
export function useAbsenceRules(form: FormInstance<AbsenceFields>, error: CallRefused | null) {
  const words = useWords();
  const { t } = words;
  const faults = error?.fields ?? [];
  useEffect(() => {
    form.setFields(
      faults.map((fault) => ({
        name: fault.field as keyof AbsenceFields,
        errors: [
          faultSentence(
            { ...fault, facts: readableFacts(fault.facts ?? {}, words) },
            t(fault.field === 'fromDay' ? 'backoffice.absences.fromDay' : 'backoffice.absences.untilDay'),
          ),
        ],
      })),
    );
  }, [form, faults, t, words]);
  const needed = (label: string): FormRule[] => [
    { required: true, message: faultSentence({ field: '', code: 'required' }, label) },
  ];
  return {
    fromDay: needed(t('backoffice.absences.fromDay')),
    untilDay: needed(t('backoffice.absences.untilDay')),
    rest: faults.length > 0 ? null : error,
  };
}
