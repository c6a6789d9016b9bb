import type { Answers, FormField } from '../../../contract/form.ts';
import { type About, askedFields } from '../../../contract/questions.ts';
import { tidyAnswer } from '../../../contract/typing.ts';
import type { Party } from './case.store.ts';

/** Somebody who is known by more than what the form says: who signed in, or whose card was seen. */
export type KnownPerson = Pick<Party, 'name' | 'number' | 'phone' | 'residentId' | 'assurance'>;

type NewParty = Omit<Party, 'id'>;

/**
 * Who takes part in a case as it is filed 当事人. `person` applies, unless the form names the applicant: then he is its
 * handler, guardian or legal representative, as the form says. `agent` stands in for him by a mandate (CC 165).
 */
export function partiesOf(
  form: readonly FormField[],
  answers: Answers,
  about: About,
  { person, agent }: { person: KnownPerson; agent?: KnownPerson | undefined },
): NewParty[] {
  const named: NewParty[] = [];
  let role: Party['role'] = 'applicant';
  for (const { field, rows, questions } of askedFields(form, answers, about)) {
    if (field.party === undefined) continue;
    const entries = field.kind === 'rows' ? rows : [questions];
    for (const entry of entries) {
      const answer = (part: string): string | null => {
        const question = entry.find(({ path }) => path.endsWith(`.${part}`));
        const value = question === undefined ? '' : tidyAnswer(question.field, answers[question.path] ?? '').trim();
        return value === '' ? null : value;
      };
      const name = answer('name');
      if (name === null) continue;
      if (field.party === 'applicant') role = field.signer ?? 'handler';
      named.push({
        role: field.party,
        kind: field.kind === 'firm' ? 'firm' : 'person',
        residentId: null,
        assurance: answer('number') === null && answer('uscc') === null ? 'none' : 'declared',
        name,
        number: answer('number') ?? answer('uscc'),
        phone: answer('phone'),
      });
    }
  }
  return [
    { ...person, role, kind: 'person' },
    ...named,
    ...(agent === undefined ? [] : [{ ...agent, role: 'agent' as const, kind: 'person' as const }]),
  ];
}

/** The applicant of a case: a person, or the firm that a form names. */
export function applicantOf<P extends Pick<Party, 'role'>>(parties: readonly P[]): P {
  const applicant = parties.find(({ role }) => role === 'applicant');
  if (applicant === undefined) throw new Error('A filed case has an applicant.');
  return applicant;
}

/** All who apply together: the applicant first, then those beside him. */
export function applicantsOf<P extends Pick<Party, 'role'>>(parties: readonly P[]): P[] {
  return [applicantOf(parties), ...parties.filter(({ role }) => role === 'coApplicant')];
}

/** Whose card proves the application: the person known to us, in whatever role he came. */
export function presentPerson<P extends Pick<Party, 'role' | 'residentId'>>(parties: readonly P[]): P {
  return parties.find(({ role, residentId }) => residentId !== null && role !== 'agent') ?? applicantOf(parties);
}

/** Where a case tells of itself: the phones of who came, or else of the applicant, and of who acts for him. */
export function phonesToTell(parties: readonly Pick<Party, 'role' | 'residentId' | 'phone'>[]): string[] {
  const first = presentPerson(parties).phone ?? applicantOf(parties).phone;
  const agent = parties.find(({ role }) => role === 'agent')?.phone;
  return [...new Set([first, agent].flatMap((phone) => phone ?? []))];
}
