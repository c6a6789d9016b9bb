import type { LocalText } from '../../contract/values.ts';
import {
  addCenter,
  addOrgan,
  loadDivisions,
  loadPlaces,
  type OpeningHours,
  type Place,
} from '../modules/places/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { creditCode } from './credit-code.ts';

/** The district's departments: their Chinese and English names, and the characters that stand for them in document numbers. */
export const departments = {
  approval: ['行政审批服务局', 'Administrative Approval Bureau', '审批'],
  health: ['卫生健康局', 'Health Bureau', '卫健'],
  civilAffairs: ['民政局', 'Civil Affairs Bureau', '民政'],
  humanResources: ['人力资源和社会保障局', 'Human Resources and Social Security Bureau', '人社'],
  medicalInsurance: ['医疗保障局', 'Medical Insurance Bureau', '医保'],
  marketSupervision: ['市场监督管理局', 'Market Supervision Bureau', '市监'],
  publicSecurity: ['公安分局', 'Public Security Bureau', '公安'],
  disabledFederation: ['残疾人联合会', 'Disabled Persons’ Federation', '残联'],
  forestry: ['林业局', 'Forestry Bureau', '林业'],
  tobacco: ['烟草专卖局', 'Tobacco Monopoly Bureau', '烟草'],
  water: ['水利局', 'Water Bureau', '水利'],
  naturalResources: ['自然资源局', 'Natural Resources Bureau', '自然资源'],
  urbanManagement: ['城市管理局', 'Urban Management Bureau', '城管'],
  agriculture: ['农业农村局', 'Agriculture Bureau', '农业'],
  education: ['教育局', 'Education Bureau', '教育'],
  housing: ['住房和城乡建设局', 'Housing and Construction Bureau', '住建'],
  veterans: ['退役军人事务局', 'Veterans’ Affairs Bureau', '退役'],
  transport: ['交通运输局', 'Transport Bureau', '交通'],
  culture: ['文化旅游广电体育局', 'Culture, Tourism, Broadcasting and Sports Bureau', '文旅'],
  emergency: ['应急管理局', 'Emergency Management Bureau', '应急'],
  justice: ['司法局', 'Justice Bureau', '司法'],
  tax: ['税务局', 'Tax Bureau', '税务'],
  ethnicAffairs: ['民族宗教事务局', 'Ethnic and Religious Affairs Bureau', '民宗'],
  fire: ['消防救援大队', 'Fire and Rescue Brigade', '消防'],
  meteorology: ['气象局', 'Meteorological Bureau', '气象'],
  archives: ['档案局', 'Archives Bureau', '档案'],
  development: ['发展和改革局', 'Development and Reform Bureau', '发改'],
  ecology: ['生态环境分局', 'Ecology and Environment Bureau', '环境'],
} as const;

export type OrganKey = keyof typeof departments;
export const organKeys = Object.keys(departments) as OrganKey[];

/** 统一社会信用代码 of the demo's organs, well formed and given to nobody; `township` stands for all of them together. */
export const creditCodes: Readonly<Record<OrganKey | 'township', string>> = {
  approval: codeOf(1),
  township: '11431302DEM000030H',
  health: '11431302DEM000022N',
  civilAffairs: '11431302DEM001017C',
  disabledFederation: '11431302DEM001041W',
  humanResources: '11431302DEM0010257',
  medicalInsurance: '11431302DEM0010332',
  veterans: '11431302DEM001076F',
  education: '11431302DEM00105XL',
  housing: '11431302DEM001068L',
  marketSupervision: '11431302DEM000217G',
  publicSecurity: '11431302DEM000225B',
  forestry: '11431302DEM0002336',
  tobacco: '11431302DEM0002411',
  water: '11431302DEM00025XQ',
  urbanManagement: '11431302DEM000268Q',
  agriculture: '11431302DEM000276K',
  naturalResources: '11431302DEM000284E',
  transport: '11431302DEM012007A',
  culture: '11431302DEM0120155',
  emergency: '11431302DEM0120230',
  justice: '11431302DEM012031T',
  tax: '11431302DEM01204XJ',
  ethnicAffairs: '11431302DEM012058J',
  fire: '11431302DEM012066D',
  meteorology: '11431302DEM0120748',
  archives: '11431302DEM0120823',
  development: '11431302DEM012090X',
  ecology: '11431302DEM012103K',
};

/** The credit code of an invented body by its number. */
function codeOf(number: number): string {
  return creditCode(`11431302DEM${String(number).padStart(5, '0')}`);
}

/** Ids of what the demo district is made of; regions by their twelve-digit code. */
export interface FoundedPlaces {
  readonly regionId: string;
  readonly organs: Readonly<Record<OrganKey, string>>;
  /** Township governments and subdistrict offices. */
  readonly townshipOrgans: ReadonlyMap<string, string>;
  readonly centers: {
    readonly district: string;
    readonly townships: ReadonlyMap<string, string>;
    readonly villages: ReadonlyMap<string, string>;
  };
}

/** Numbers of townships begin here in the demo's credit codes. */
const firstTownship = 201;

/** 娄星区, a real district whose offices here are all invented. */
const regionCode = '431302';
/** The day of the national list. */
const divisionsDay = Temporal.PlainDate.from('2023-06-30');

const workdays = [1, 2, 3, 4, 5];
const districtHours: OpeningHours[] = [{ weekdays: workdays, opens: '09:00', closes: '17:00' }];
const townshipHours: OpeningHours[] = [
  { weekdays: workdays, opens: '08:30', closes: '17:30' },
  { weekdays: [6], opens: '09:00', closes: '12:00' },
];
const villageHours: OpeningHours[] = [
  { weekdays: [...workdays, 6], opens: '08:30', closes: '12:00' },
  { weekdays: [...workdays, 6], opens: '14:00', closes: '17:30' },
];

/** The demo's regions, organs and centres. No organ of these names, addresses and numbers exists. */
export async function foundPlaces(tx: Tx, call: Call): Promise<FoundedPlaces> {
  const { regionId } = await loadDivisions(tx, { regionCode, fromDay: divisionsDay }, call);
  const places = await loadPlaces(tx, call.district);
  const district = places.regionById(regionId);
  if (district === undefined) throw new Error(`region ${regionCode} was not loaded`);
  const phone = phones();

  const organs: Partial<Record<OrganKey, string>> = {};
  for (const [key, [zh, en, short]] of Object.entries(departments)) {
    const { organId } = await addOrgan(
      tx,
      {
        name: { zh: `${district.name.zh}${zh}（演示）`, en: `${district.name.en} ${en} (demo)` },
        ...seat(district, district),
        // 行政复议法 27: over a tax bureau the one above it, not the government beside it.
        ...(key === 'tax' && { reconsiderationOrgan: '市税务局（演示）' }),
        shortCode: `娄星${short}`,
        uscc: creditCodes[key as OrganKey],
        phone: phone(),
      },
      call,
    );
    organs[key as OrganKey] = organId;
  }
  const departmentOrgans = organs as Record<OrganKey, string>;
  const { centerId: districtCenter } = await addCenter(
    tx,
    {
      ...site(district, [district], { zh: '政务服务中心', en: 'Government Service Centre' }),
      organId: departmentOrgans.approval,
      phone: phone(),
      hours: districtHours,
    },
    call,
  );

  const townshipOrgans = new Map<string, string>();
  const townships = new Map<string, string>();
  const villages = new Map<string, string>();
  for (const [number, town] of places.childrenOf(regionId).entries()) {
    const isSubdistrict = town.name.zh.endsWith('街道');
    const { organId } = await addOrgan(
      tx,
      {
        name: {
          zh: `${district.name.zh}${town.name.zh}${isSubdistrict ? '办事处' : '人民政府'}（演示）`,
          en: `${town.name.en} ${isSubdistrict ? 'Office' : 'People’s Government'}, ${district.name.en} (demo)`,
        },
        ...seat(town, district),
        shortCode: `娄星${town.name.zh.replace(/街道$|[镇乡]$/, '')}`,
        uscc: codeOf(firstTownship + number),
        phone: phone(),
      },
      call,
    );
    townshipOrgans.set(town.code, organId);
    const { centerId } = await addCenter(
      tx,
      {
        ...site(town, [district, town], { zh: '便民服务中心', en: 'Service Centre' }),
        organId,
        phone: phone(),
        hours: townshipHours,
      },
      call,
    );
    townships.set(town.code, centerId);
    await Promise.all(
      places.childrenOf(town.id).map(async (village) => {
        const station = await addCenter(
          tx,
          {
            ...site(village, [district, town, village], { zh: '便民服务站', en: 'Service Station' }),
            organId,
            phone: phone(),
            hours: villageHours,
          },
          call,
        );
        villages.set(village.code, station.centerId);
      }),
    );
  }
  return {
    regionId,
    organs: departmentOrgans,
    townshipOrgans,
    centers: { district: districtCenter, townships, villages },
  };
}

/** What an administrative organ of the demo has beside its name. */
function seat(region: Place, district: Place) {
  return {
    level: region.level,
    regionId: region.id,
    address: `${region === district ? '' : district.name.zh}${region.name.zh}1号（演示地址）`,
    reconsiderationOrgan: `${district.name.zh}人民政府（演示）`,
    court: `${district.name.zh}人民法院（演示）`,
    isAdministrativeOrgan: true,
  };
}

/** Name and place of a centre; the path leads from the district down to its region. */
function site(region: Place, path: readonly Place[], kind: LocalText) {
  return {
    name: { zh: `${region.name.zh}${kind.zh}`, en: `${region.name.en} ${kind.en}` },
    level: region.level,
    regionId: region.id,
    address: {
      zh: `${path.map(({ name }) => name.zh).join('')}1号（演示地址）`,
      en: `1 ${path
        .map(({ name }) => name.en)
        .reverse()
        .join(', ')} (demo address)`,
    },
  };
}

/** No telephone number begins with 0 after the area code, so that nobody is called by mistake. */
function phones(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `0738-${String(last).padStart(7, '0')}`;
  };
}
