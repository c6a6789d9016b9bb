import type { Inputs } from '../../../contract/routes.ts';
import { tidy } from '../../../contract/typing.ts';
import { Refusal } from '../../platform/refusal.ts';
import { realDay } from '../deadlines/index.ts';
import type { ExpertRow } from './expert.store.ts';

/** What was typed of an expert, put right; refuses at its field what cannot be. */
export function readExpert(input: Inputs['POST /experts']): Omit<ExpertRow, 'id' | 'key' | 'timesDrawn'> {
  const [name, employer] = [tidy(input.name), tidy(input.employer)];
  const faults = [
    ...(name === '' ? [{ field: 'name', code: 'required' }] : []),
    ...(employer === '' ? [{ field: 'employer', code: 'required' }] : []),
    ...(['fromDay', 'untilDay', 'awayUntilDay'] as const).flatMap((field) =>
      input[field] !== undefined && realDay(input[field]) === undefined ? [{ field, code: 'format' }] : [],
    ),
    ...(input.untilDay !== undefined && input.untilDay < input.fromDay
      ? [{ field: 'untilDay', code: 'day_past' }]
      : []),
  ];
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  return {
    name,
    employer,
    phone: tidy(input.phone ?? ''),
    fields: [...new Set(input.fields)],
    relatives: input.relatives.map(({ name: relative, relation }) => ({ name: tidy(relative), relation })),
    interests: input.interests.map(tidy).filter((interest) => interest !== ''),
    fromDay: input.fromDay,
    untilDay: input.untilDay ?? null,
    awayUntilDay: input.awayUntilDay ?? null,
  };
}
