import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from './caller.store.ts';
import { type OfficeSettings, saveOfficeSettings } from './office-setting.store.ts';

/** Sets how long a department has to sign for a file, and how long papers may be on their way; what runs keeps its days. */
export async function configureOffices(tx: Tx, settings: OfficeSettings, call: StaffCall): Promise<object> {
  await saveOfficeSettings(tx, call.district, settings);
  const { signFor, handOverDays } = settings;
  append(tx, call, {
    subject: { kind: 'office', id: call.staff.id },
    act: 'office.configured',
    facts: { signForAmount: signFor.amount, signForUnit: signFor.unit, handOverDays },
  });
  return {};
}
