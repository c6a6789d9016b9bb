import { maskHolder } from '../../contract/identifiers.ts';
import { registerLicence } from '../modules/licences/index.ts';
import { loadPlaces } from '../modules/places/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { newId } from '../platform/ids.ts';
import { createDataKey } from '../platform/vault/index.ts';

/** A licence that somebody has held since before there was this register. */
export interface OldLicence {
  readonly title: string;
  /** The 字 of its number. */
  readonly word: string;
  /** Months ago that it was given. */
  readonly months: number;
  /** For so many years. */
  readonly years: number;
}

/** Enters it from its paper file, as it was given then; its number is the answer. */
export async function enterOldLicence(
  tx: Tx,
  { title, word, months, years }: OldLicence,
  to: {
    readonly organId: string;
    readonly item: { readonly id: string; readonly name: string; readonly code: string };
    readonly holder: { readonly name: string; readonly number: string; readonly phones: readonly string[] };
  },
  call: Call,
): Promise<string> {
  const hours = 24 * call.today.subtract({ months }).until(call.today).days;
  const then: Call = { ...call, now: call.now.subtract({ hours }), today: call.today.subtract({ months }) };
  const organ = (await loadPlaces(tx, call.district)).organById(to.organId);
  if (organ === undefined) throw new Error('The demo has this organ.');
  const holder = { ...to.holder, kind: 'firm' as const };
  const fromDay = then.today.toString();
  const untilDay = then.today.add({ years }).subtract({ days: 1 }).toString();
  const licence = await registerLicence(
    tx,
    {
      organ,
      imported: true,
      subject: { kind: 'case', id: newId() },
      key: createDataKey(tx, call.district),
      holder,
      maskedHolder: maskHolder(holder),
      certificate: {
        ...{ title, word, statement: '经审查和现场核查，符合条件，准予许可。', renews: false },
        rows: [
          { label: '经营者名称', text: holder.name },
          { label: '统一社会信用代码', text: holder.number },
          { label: '发证机关', text: organ.name.zh },
          { label: '发证日期', text: fromDay },
          { label: '有效期至', text: untilDay },
        ],
      },
      item: to.item,
      head: {
        profile: 'LICENSE',
        caseNumber: `样例旧档${fromDay.slice(0, 4)}-0001`,
        applicants: [{ name: holder.name, kind: 'organisation' }],
        contact: { name: null, phone: organ.phone },
        provisionalYears: [],
      },
      fromDay,
      untilDay,
    },
    then,
  );
  return licence.number;
}
