import type { LocalText } from '../../../contract/values.ts';
import { machineNow } from '../../platform/clock.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { OpeningHours } from './center.rules.ts';
import { type Center, type Organ, type Place, type Places, placesOf } from './place.rules.ts';

/** Another instance's change is seen after this at the latest. */
const copyKeptFor = Temporal.Duration.from({ seconds: 60 });

const copies = new Map<string, { places: Places; readAt: Temporal.Instant }>();
const changing = new WeakSet<Read>();

/** The district's places, from this process's copy. An act that changed them reads its own rows. */
export async function loadPlaces(read: Read, district: string): Promise<Places> {
  if (changing.has(read)) return readPlaces(read, district);
  const now = machineNow();
  const copy = copies.get(district);
  if (copy !== undefined && Temporal.Instant.compare(now, copy.readAt.add(copyKeptFor)) < 0) return copy.places;
  const places = await readPlaces(read, district);
  copies.set(district, { places, readAt: now });
  return places;
}

/** Throws this process's copies away. */
export function forgetPlaces(): void {
  copies.clear();
}

function changed(tx: Tx): void {
  changing.add(tx);
  tx.afterCommit.push(forgetPlaces);
}

async function readPlaces(read: Read, district: string): Promise<Places> {
  const [regions, organs, centers] = await Promise.all([
    readRegions(read, district),
    readOrgans(read, district),
    readCenters(read, district),
  ]);
  return placesOf({ regions, organs, centers });
}

async function readRegions(read: Read, district: string): Promise<Place[]> {
  const { rows } = await sql<
    Omit<Place, 'name' | 'parentId' | 'successorId'> & {
      nameZh: string;
      nameEn: string;
      parentId: string | null;
      successorId: string | null;
    }
  >`
    select distinct on (r.id)
      r.id, r.level, r.successor_id, v.code, v.name_zh, v.name_en, v.parent_id, v.until_day is null as in_force
    from regions r
    join region_versions v on v.district = r.district and v.region_id = r.id
    where r.district = ${district}
    order by r.id, v.from_day desc
  `.execute(read);
  return rows.map(({ nameZh, nameEn, parentId, successorId, ...region }) => ({
    ...region,
    name: { zh: nameZh, en: nameEn },
    ...(parentId !== null && { parentId }),
    ...(successorId !== null && { successorId }),
  }));
}

async function readOrgans(read: Read, district: string): Promise<Organ[]> {
  const { rows } = await sql<Omit<Organ, 'name' | 'uscc'> & { nameZh: string; nameEn: string; uscc: string | null }>`
    select id, name_zh, name_en, short_code, uscc, level, region_id, phone, address_zh as address,
      reconsideration_organ_zh as reconsideration_organ, court_zh as court, is_administrative_organ
    from organisations where district = ${district} order by id
  `.execute(read);
  return rows.map(({ nameZh, nameEn, uscc, ...organ }) => ({
    ...organ,
    name: { zh: nameZh, en: nameEn },
    ...(uscc !== null && { uscc }),
  }));
}

interface CenterRow extends Omit<Center, 'name' | 'address'> {
  nameZh: string;
  nameEn: string;
  addressZh: string;
  addressEn: string;
}

async function readCenters(read: Read, district: string): Promise<Center[]> {
  const { rows } = await sql<CenterRow>`
    select c.id, c.name_zh, c.name_en, c.level, c.region_id, c.organisation_id as organ_id, c.address_zh, c.address_en,
      c.phone, c.hours,
      array(select region_id::text from center_regions where district = c.district and center_id = c.id) as serves
    from service_centers c where c.district = ${district} order by c.id
  `.execute(read);
  return rows.map(({ nameZh, nameEn, addressZh, addressEn, ...center }) => ({
    ...center,
    name: { zh: nameZh, en: nameEn },
    address: { zh: addressZh, en: addressEn },
  }));
}

/** New regions with the version that begins on a day. Parents stand before their children. */
export async function insertRegions(
  tx: Tx,
  district: string,
  regions: readonly Place[],
  fromDay: Temporal.PlainDate,
): Promise<void> {
  changed(tx);
  const rows = JSON.stringify(
    regions.map(({ id, code, name, level, parentId }) => ({ id, code, name, level, parent_id: parentId ?? null })),
  );
  await sql`
    insert into regions (district, id, level)
    select ${district}::text, id, level from jsonb_to_recordset(${rows}::jsonb) as given (id uuid, level text)
  `.execute(tx);
  await sql`
    insert into region_versions (district, region_id, from_day, code, name_zh, name_en, parent_id)
    select ${district}::text, id, ${fromDay}::date, code, name ->> 'zh', name ->> 'en', parent_id
    from jsonb_to_recordset(${rows}::jsonb) as given (id uuid, code text, name jsonb, parent_id uuid)
  `.execute(tx);
}

/** Whether a code of a region in force begins so. */
export async function hasRegionOfCode(read: Read, district: string, code: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from region_versions where district = ${district} and code = ${code} and until_day is null limit 1
  `.execute(read);
  return rows.length > 0;
}

export async function insertOrgan(tx: Tx, district: string, organ: Omit<Organ, 'id'>): Promise<string> {
  changed(tx);
  const id = newId();
  await sql`
    insert into organisations (district, id, region_id, level, name_zh, name_en, short_code, uscc, phone, address_zh,
      reconsideration_organ_zh, court_zh, is_administrative_organ)
    values (${district}, ${id}, ${organ.regionId}, ${organ.level}, ${organ.name.zh}, ${organ.name.en},
      ${organ.shortCode}, ${organ.uscc ?? null}, ${organ.phone}, ${organ.address}, ${organ.reconsiderationOrgan}, ${organ.court},
      ${organ.isAdministrativeOrgan})
  `.execute(tx);
  return id;
}

export interface NewCenter {
  readonly name: LocalText;
  readonly level: Center['level'];
  readonly regionId: string;
  readonly organId: string;
  readonly address: LocalText;
  readonly phone: string;
  readonly hours: readonly OpeningHours[];
  /** Regions beside its own. */
  readonly serves?: readonly string[];
}

export async function insertCenter(tx: Tx, district: string, center: NewCenter): Promise<string> {
  changed(tx);
  const id = newId();
  await sql`
    insert into service_centers (district, id, region_id, organisation_id, level, name_zh, name_en, address_zh,
      address_en, phone, hours)
    values (${district}, ${id}, ${center.regionId}, ${center.organId}, ${center.level}, ${center.name.zh},
      ${center.name.en}, ${center.address.zh}, ${center.address.en}, ${center.phone},
      ${JSON.stringify(center.hours)}::jsonb)
  `.execute(tx);
  await sql`
    insert into center_regions (district, center_id, region_id)
    select ${district}::text, ${id}::uuid, region_id from unnest(${[center.regionId, ...(center.serves ?? [])]}::uuid[]) as region_id
    on conflict do nothing
  `.execute(tx);
  return id;
}
