import { maskPhone, maskResidentId } from '../../../contract/identifiers.ts';
import type { ResidentMe } from '../../../contract/people.ts';
import type { Assurance } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getResident } from './resident.store.ts';

/** A resident as he sees himself. */
export async function getResidentMe(read: Read, district: string, residentId: string): Promise<ResidentMe> {
  const resident = await getResident(read, district, residentId);
  if (resident === undefined) throw new Refusal('not_found');
  const { identity, phone, regionId } = resident;
  return {
    residentId: resident.id,
    phone: phone === undefined ? '' : maskPhone(phone),
    assurance: resident.assurance,
    ...(identity && { name: identity.name, residentNumber: maskResidentId(identity.residentNumber) }),
    ...(regionId && { regionId }),
  };
}

/** Sample residents of the demo. */
export async function getSampleResidents(
  read: Read,
  district: string,
): Promise<{ residentId: string; name: string; assurance: Assurance }[]> {
  const { rows } = await sql<{ id: string; assurance: Assurance }>`
    select id, assurance from residents where district = ${district} and phone_index is not null order by id limit 50
  `.execute(read);
  const residents = await Promise.all(rows.map((row) => getResident(read, district, row.id)));
  return residents.flatMap((resident) =>
    resident === undefined
      ? []
      : [
          {
            residentId: resident.id,
            name: resident.identity?.name ?? maskPhone(resident.phone ?? ''),
            assurance: resident.assurance,
          },
        ],
  );
}
