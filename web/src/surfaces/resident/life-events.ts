import type { Static } from 'typebox';
import type { LifeEvent as LifeEventSchema } from '../../../../contract/catalogue.ts';

export type LifeEvent = Static<typeof LifeEventSchema>;

/** In the order of a life, as the home page lists them. */
export const lifeEvents: readonly LifeEvent[] = [
  'birth',
  'school',
  'work',
  'business',
  'medical',
  'housing',
  'senior',
  'death',
];

export function isLifeEvent(word: string | null): word is LifeEvent {
  return lifeEvents.some((each) => each === word);
}
