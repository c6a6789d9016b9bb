import { publishItemVersions } from '../modules/catalogue/index.ts';
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
import { moreAgriculture } from './items/outlined/agriculture.ts';
import { moreCivilAffairs } from './items/outlined/civil-affairs.ts';
import { cultureItems } from './items/outlined/culture.ts';
import { moreDisability } from './items/outlined/disability.ts';
import { moreEducation } from './items/outlined/education.ts';
import { moreForestry } from './items/outlined/forestry.ts';
import { moreHealthCare } from './items/outlined/health-care.ts';
import { moreHousing } from './items/outlined/housing.ts';
import { moreHumanResources } from './items/outlined/human-resources.ts';
import { justiceItems } from './items/outlined/justice.ts';
import { moreMarketSupervision } from './items/outlined/market-supervision.ts';
import { moreMedicalInsurance } from './items/outlined/medical-insurance.ts';
import { moreNaturalResources } from './items/outlined/natural-resources.ts';
import { otherDepartmentItems } from './items/outlined/other-departments.ts';
import { morePublicSecurity } from './items/outlined/public-security.ts';
import { resumptionItems } from './items/outlined/resumption.ts';
import { safetyItems } from './items/outlined/safety.ts';
import { moreTobacco } from './items/outlined/tobacco.ts';
import { transportItems } from './items/outlined/transport.ts';
import { moreUrbanManagement } from './items/outlined/urban-management.ts';
import { moreVeterans } from './items/outlined/veterans.ts';
import { moreWater } from './items/outlined/water.ts';
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
  ...moreAgriculture,
  ...moreCivilAffairs,
  ...cultureItems,
  ...moreDisability,
  ...moreEducation,
  ...moreForestry,
  ...moreHealthCare,
  ...moreHousing,
  ...moreHumanResources,
  ...justiceItems,
  ...moreMarketSupervision,
  ...moreMedicalInsurance,
  ...moreNaturalResources,
  ...otherDepartmentItems,
  ...morePublicSecurity,
  ...resumptionItems,
  ...safetyItems,
  ...moreTobacco,
  ...transportItems,
  ...moreUrbanManagement,
  ...moreVeterans,
  ...moreWater,
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
  const published = await publishItemVersions(
    tx,
    demoItems.map(({ key: _, organ, content, process, ...item }) => {
      const organId = organ === 'township' ? null : organs[organ];
      const whole = process === undefined ? content : { ...content, process: process(organs) };
      return { ...item, content: whole, acceptingOrganId: organId, decidingOrganId: organId, effectiveDay };
    }),
    call,
  );
  return Object.fromEntries(demoItems.map(({ key }, at) => [key, published[at]?.itemId])) as FoundedItems;
}
