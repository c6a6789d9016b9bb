import { type Read, sql, type Tx } from '../../platform/database/index.ts';

/** What the district sets for its offices. */
export interface OfficeSettings {
  /** 签收: within how long a department signs for a file. */
  readonly signFor: { readonly amount: number; readonly unit: 'workingDays' | 'officeHours' };
  /** After how many working days papers that nobody took over are missed. */
  readonly handOverDays: number;
}

/** Customary where a district sets nothing: half a working day to one (domain §3.2). */
const customary: OfficeSettings = { signFor: { amount: 1, unit: 'workingDays' }, handOverDays: 2 };

export async function getOfficeSettings(read: Read, district: string): Promise<OfficeSettings> {
  const { rows } = await sql<{
    signForAmount: number;
    signForUnit: 'workingDays' | 'officeHours';
    handOverDays: number;
  }>`
    select sign_for_amount, sign_for_unit, hand_over_days from office_settings where district = ${district}
  `.execute(read);
  const [row] = rows;
  if (row === undefined) return customary;
  return { signFor: { amount: row.signForAmount, unit: row.signForUnit }, handOverDays: row.handOverDays };
}

export async function saveOfficeSettings(tx: Tx, district: string, settings: OfficeSettings): Promise<void> {
  const { amount, unit } = settings.signFor;
  await sql`
    insert into office_settings (district, sign_for_amount, sign_for_unit, hand_over_days)
    values (${district}, ${amount}, ${unit}, ${settings.handOverDays})
    on conflict (district) do update set sign_for_amount = excluded.sign_for_amount, sign_for_unit = excluded.sign_for_unit,
      hand_over_days = excluded.hand_over_days
  `.execute(tx);
}

/** Within how long a department signs for a file 签收, as a limit for a clock of purpose `signFor`. */
export async function signForLimit(read: Read, district: string) {
  const { signFor } = await getOfficeSettings(read, district);
  return { ...signFor, basis: { guide: '签收时限' } };
}
