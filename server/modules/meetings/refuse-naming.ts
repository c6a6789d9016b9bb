import { Refusal } from '../../platform/refusal.ts';
import type { Places } from '../places/index.ts';
import type { Objection } from './meeting.rules.ts';

/** Refuses with an objection whose organ is named for the reader. */
export function refuseNaming(objection: Objection | undefined, places: Places): void {
  if (objection === undefined) return;
  const { organ, ...facts } = objection.facts;
  const name = places.organById(String(organ ?? ''))?.name.zh;
  throw new Refusal(objection.code, name === undefined ? objection.facts : { ...facts, organ: name });
}
