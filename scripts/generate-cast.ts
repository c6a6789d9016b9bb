import { demoItems } from '../server/demo/items.ts';
import { type Read, sql } from '../server/platform/database/index.ts';

/** A village with those who work there and in its township: the part that the sample's own people play, played by others. */
export interface Cast {
  readonly villageRegionId: string;
  readonly villageCenterId: string;
  readonly agentId: string;
  readonly agentPostId: string;
  readonly townRegionId: string;
  readonly townCenterId: string;
  readonly townOrganId: string;
  readonly clerkId: string;
  readonly clerkPostId: string;
  readonly deciderId: string;
  readonly deciderPostId: string;
}

/** Every village whose own agent and whose township's people may take in all that is generated, in the order of their codes. */
export async function getCasts(read: Read, district: string): Promise<Cast[]> {
  const { rows } = await sql<Cast>`
    with held as (
      select p.id as post_id, p.role, p.center_id, p.organisation_id, a.staff_id, p.area_region_id,
        (select count(*) from post_items i where i.district = p.district and i.post_id = p.id) as items
      from posts p join appointments a on a.district = p.district and a.post_id = p.id
      where p.district = ${district}
    )
    select v.id as village_region_id, vc.id as village_center_id, agent.staff_id as agent_id, agent.post_id as agent_post_id,
      t.id as town_region_id, tc.id as town_center_id, clerk.organisation_id as town_organ_id, clerk.staff_id as clerk_id,
      clerk.post_id as clerk_post_id, decider.staff_id as decider_id, decider.post_id as decider_post_id
    from regions v
    join region_versions n on n.district = v.district and n.region_id = v.id and n.until_day is null
    join regions t on t.district = v.district and t.id = n.parent_id and t.level = 'TOWNSHIP'
    join service_centers vc on vc.district = v.district and vc.region_id = v.id
    join service_centers tc on tc.district = v.district and tc.region_id = t.id
    join held agent on agent.role = 'villageAgent' and agent.center_id = vc.id
    join held clerk on clerk.role = 'windowClerk' and clerk.center_id = tc.id
    join held decider on decider.role = 'decider' and decider.organisation_id = clerk.organisation_id
    where v.district = ${district} and v.level = 'VILLAGE'
      and agent.items = (select max(items) from held where role = 'villageAgent')
    order by n.code
  `.execute(read);
  return rows;
}

/** Who reviews and who decides in each department, by its key in the demo. */
export type Officers = ReadonlyMap<string, { readonly reviewerId: string; readonly deciderId: string }>;

export async function getOfficers(read: Read, district: string): Promise<Officers> {
  const { rows } = await sql<{ username: string; staffId: string }>`
    select username, id as staff_id from staff where district = ${district}
  `.execute(read);
  const byName = new Map(rows.map(({ username, staffId }) => [username, staffId]));
  const organs = new Set(demoItems.map(({ organ }) => organ));
  return new Map(
    [...organs].map((organ) => {
      const department = organ.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);
      const held = (role: string) => byName.get(`${role}.${department}`) ?? '';
      return [organ, { reviewerId: held('reviewer'), deciderId: held('decider') }];
    }),
  );
}

/** The demo's items by their code. */
export async function getItems(read: Read, district: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select code, id from items where district = ${district}
  `.execute(read);
  return new Map(rows.map(({ code, id }) => [code, id]));
}
