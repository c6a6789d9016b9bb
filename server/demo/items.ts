import { publishItemVersion } from '../modules/catalogue/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { agricultureItems } from './items/agriculture.ts';
import { civilAffairsItems } from './items/civil-affairs.ts';
import { disabilityItems } from './items/disability.ts';
import { educationItems } from './items/education.ts';
import { forestryItems } from './items/forestry.ts';
import { healthCareItems } from './items/health-care.ts';
import { housingItems } from './items/housing.ts';
import { humanResourcesItems } from './items/human-resources.ts';
import { hygieneLicence } from './items/hygiene-licence.ts';
import { marketSupervisionItems } from './items/market-supervision.ts';
import { medicalInsuranceItems } from './items/medical-insurance.ts';
import { naturalResourcesItems } from './items/natural-resources.ts';
import type { DemoItem } from './items/pieces.ts';
import { publicSecurityItems } from './items/public-security.ts';
import { seniorCard } from './items/senior-card.ts';
import { tobaccoItems } from './items/tobacco.ts';
import { urbanManagementItems } from './items/urban-management.ts';
import { veteransItems } from './items/veterans.ts';
import { waterItems } from './items/water.ts';
import type { OrganKey } from './places.ts';

/** Everything that the demo district offers. */
export const demoItems: readonly DemoItem[] = [
  {
    key: 'seniorCard',
    code: '11431302DEM000030H543201100100001',
    organ: 'township',
    profile: 'PUBLIC_SERVICE',
    caseType: 'IMMEDIATE',
    level: 'TOWNSHIP',
    content: seniorCard,
  },
  {
    key: 'hygieneLicence',
    code: '11431302DEM000022N443012300200001',
    organ: 'health',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    content: hygieneLicence,
  },
  ...civilAffairsItems,
  ...healthCareItems,
  ...disabilityItems,
  ...humanResourcesItems,
  ...medicalInsuranceItems,
  ...veteransItems,
  ...educationItems,
  ...housingItems,
  ...marketSupervisionItems,
  ...publicSecurityItems,
  ...forestryItems,
  ...tobaccoItems,
  ...waterItems,
  ...urbanManagementItems,
  ...agricultureItems,
  ...naturalResourcesItems,
];

/** Ids of the demo's items by their key. */
export type FoundedItems = Readonly<Record<string, string>> & Readonly<Record<'seniorCard' | 'hygieneLicence', string>>;

/** Publishes the demo's items, in force since some months before the demo's first day. */
export async function foundItems(
  tx: Tx,
  organs: Readonly<Record<OrganKey, string>>,
  call: Call,
): Promise<FoundedItems> {
  const effectiveDay = call.today.with({ day: 1 }).subtract({ months: 3 }).toString();
  const founded: Record<string, string> = {};
  for (const { key, organ, ...item } of demoItems) {
    const organId = organ === 'township' ? null : organs[organ];
    const { itemId } = await publishItemVersion(
      tx,
      { ...item, acceptingOrganId: organId, decidingOrganId: organId, effectiveDay },
      call,
    );
    founded[key] = itemId;
  }
  return founded as FoundedItems;
}
