import type { FieldFault } from '../../../contract/refusals.ts';
import type { BasicContent, PowerType } from '../../../contract/standards.ts';
import { itemTypes } from '../../../contract/words.ts';
import { basicCodeFaults, type ItemVersion } from '../catalogue/index.ts';
import { tidy } from './element.rules.ts';

/** Whether somebody may apply for a power of this type; the others stand in the list of powers alone (domain §1.1). */
export function isOnApplication(type: PowerType): boolean {
  return (itemTypes as readonly string[]).includes(type);
}

/** What forbids a basic item to be published: of its code, and content that says two things or what its type cannot have. */
export function basicItemFaults({
  code,
  type,
  content,
}: {
  readonly code: string;
  readonly type: PowerType;
  readonly content: BasicContent;
}): FieldFault[] {
  const faults: FieldFault[] = basicCodeFaults(code, { type }).map((fault) => ({ field: 'code', code: fault }));
  if (content.name.zh.trim() === '') faults.push({ field: 'content.name', code: 'required' });
  const { handlings } = content;
  if (isOnApplication(type) && handlings.length === 0) faults.push({ field: 'content.handlings', code: 'required' });
  if (!isOnApplication(type) && handlings.length > 0) faults.push({ field: 'content.handlings', code: 'out_of_place' });
  const seen = new Set<string>();
  for (const [at, { handling, materials }] of handlings.entries()) {
    const key = tidy(handling?.zh ?? '');
    if (seen.has(key)) faults.push({ field: `content.handlings.${at}.handling`, code: 'key_twice', facts: { key } });
    seen.add(key);
    const names = materials.map(({ name }) => tidy(name.zh));
    for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
      faults.push({ field: `content.handlings.${at}.materials`, code: 'key_twice', facts: { key: name } });
  }
  return faults;
}

/**
 * The departments that hold one basic item: by an item that they decide, or by their claim. Townships and subdistricts
 * hold it side by side; two departments of the district do not, so that more than one is a conflict of 认领.
 */
export function claimantsOf(
  implementations: readonly Pick<ItemVersion, 'decidingOrganId'>[],
  claims: readonly { readonly organId: string }[],
): string[] {
  const deciding = implementations.flatMap(({ decidingOrganId }) =>
    decidingOrganId === null ? [] : [decidingOrganId],
  );
  return [...new Set([...deciding, ...claims.map(({ organId }) => organId)])];
}
