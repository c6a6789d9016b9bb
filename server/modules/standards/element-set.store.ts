import type { UniformElementSet } from '../../../contract/standards.ts';
import { uniformElements } from '../../../contract/words.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { defaultElements, type ElementSet } from './deviation.rules.ts';

interface SetRow {
  readonly elements: ElementSet;
  readonly reason: string;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/** 统一要素 as they are configured now. */
export async function getElements(read: Read, district: string): Promise<ElementSet> {
  const { rows } = await sql<Pick<SetRow, 'elements'>>`
    select elements from uniform_element_sets where district = ${district} order by id desc limit 1
  `.execute(read);
  return rows[0]?.elements ?? defaultElements;
}

/** The configuration with the changes that led to it, newest first. */
export async function getElementSet(read: Read, district: string): Promise<UniformElementSet> {
  const { rows } = await sql<SetRow>`
    select u.elements, u.reason, u.changed_at, s.name as changed_by
    from uniform_element_sets u left join staff s on s.district = u.district and s.id = u.changed_by
    where u.district = ${district} order by u.id desc limit 50
  `.execute(read);
  return {
    elements: listed(rows[0]?.elements ?? defaultElements),
    byDefault: rows.length === 0,
    history: rows.map(({ elements, changedBy, ...row }) => ({
      ...row,
      elements: listed(elements),
      ...(changedBy !== null && { changedBy }),
    })),
  };
}

function listed(elements: ElementSet): UniformElementSet['elements'] {
  return uniformElements.map((element) => ({ element, rule: elements[element] }));
}

export async function insertElementSet(tx: Tx, call: Call, elements: ElementSet, reason: string): Promise<string> {
  const id = newId();
  await sql`
    insert into uniform_element_sets (district, id, elements, reason, changed_by, changed_at)
    values (${call.district}, ${id}, ${JSON.stringify(elements)}::jsonb, ${reason}, ${call.actor.id}, ${call.now})
  `.execute(tx);
  return id;
}
