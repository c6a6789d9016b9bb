import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Matter } from '../cases/index.ts';
import { getMaterials } from '../cases/index.ts';

/** The names of the materials that go back to the applicant. Refuses `material_unknown` for what was never handed in. */
export async function getReturned(
  read: Read,
  { theCase, version }: Pick<Matter, 'theCase' | 'version'>,
  keys: readonly string[],
  call: Call,
): Promise<string[]> {
  if (keys.length === 0) return [];
  const received = (await getMaterials(read, call.district, theCase.id)).filter((material) => material.received);
  const foreign = keys.filter((key) => !received.some((material) => material.key === key));
  if (foreign.length > 0)
    throw new Refusal(
      'material_unknown',
      { count: foreign.length },
      foreign.map((field) => ({ field, code: 'material_unknown' })),
    );
  return version.content.materials.filter(({ key }) => keys.includes(key)).map(({ name }) => name.zh);
}

/** What was handed in as an original and goes back when a matter ends by itself. */
export async function getOriginals(read: Read, theCase: Matter['theCase'], call: Call): Promise<string[]> {
  const materials = await getMaterials(read, call.district, theCase.id);
  return materials.filter(({ received, originals }) => received && originals > 0).map(({ key }) => key);
}
