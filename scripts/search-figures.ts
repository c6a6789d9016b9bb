import { demoItems } from '../server/demo/items.ts';
import {
  createSearchIndex,
  type SearchEntry,
  type SearchIndex,
  searchQuestions,
} from '../server/modules/catalogue/index.ts';

/** How well and how fast the search answers, measured on its real index; `--misses` names the tuned questions that fail. */

const subjects =
  '道路货运 医疗机构 危险化学品 食品生产 药品零售 特种设备 建筑施工 幼儿园 社会团体 宗教场所 网吧 歌舞厅 旅行社 水产养殖 种子生产 兽药 林木种苗 采矿 排污 放射诊疗 护士执业 医师执业 教师资格 律师执业 代理记账 公证 档案 测绘 电影放映 出版物 印刷 广播电视 职业培训 工伤 生育保险 住房公积金 经济适用房 土地承包 宅基地 房屋征收 维修资金 燃气 城市供水 污水 渣土运输 户口 身份证 护照 驾驶证 机动车 保安 爆炸物品 典当 船舶 计量器具 检验检测 蜂产品 屠宰 渔船 拖拉机'.split(
    ' ',
  );
const deeds =
  '设立许可 变更登记 延续 注销 补发证件 备案 年度检验 资格认定 信息查询 名称核准 地址变更 负责人变更 范围变更 停业登记 恢复经营 现场核查 年度报告 补贴 费用减免 投诉 开具证明 档案查阅 异议 转让 抵押 暂停 换发证件 临时许可 验收 审查 鉴定 告知承诺 跨省转移 复核 报名'.split(
    ' ',
  );

/** Items that no district has, in the words that real ones are made of. */
function inventItems(count: number): SearchEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const subject = subjects[at % subjects.length] ?? '';
    const deed = deeds[Math.floor(at / subjects.length) % deeds.length] ?? '';
    return {
      itemId: `invented-${at}`,
      key: '',
      code: `00000000${at}`,
      name: { zh: `${subject}${deed}`, en: `Sample matter ${at}` },
      brief: { zh: `办理${subject}的${deed}，带身份证和申请表，到窗口办。`, en: `A sample matter, number ${at}.` },
      aliases: [
        `${deed}${subject}`,
        `办${subject}证`,
        `${subject}怎么${deed}`,
        `${subject}手续`,
        `${subject}${deed}材料`,
      ],
      guideOnly: at % 7 === 0,
    };
  });
}

const realItems: SearchEntry[] = demoItems.map(({ key, code, content: { name, brief, aliases, guideOnly } }) => ({
  itemId: key,
  key: '',
  code,
  name,
  brief,
  aliases,
  guideOnly: guideOnly !== undefined,
}));

function hits(index: SearchIndex, isHeldOut: boolean): string {
  const asked = searchQuestions.filter(({ heldOut }) => heldOut === isHeldOut);
  const places = asked.map(({ question, item }) => index.find(question).findIndex(({ itemId }) => itemId === item));
  const within = (place: number) => places.filter((at) => at >= 0 && at < place).length;
  if (!isHeldOut && process.argv.includes('--misses'))
    asked.forEach(({ question, item }, at) => {
      if (places[at] !== 0)
        console.log(
          question,
          item,
          places[at],
          index
            .find(question)
            .slice(0, 4)
            .map(({ itemId }) => itemId),
        );
    });
  return `${within(1)}/${asked.length} first, ${within(3)}/${asked.length} in the first three`;
}

/** Milliseconds of many calls: the middle one, and that under which 95 of 100 stay. */
function times(run: (text: string) => unknown, texts: readonly string[]): string {
  const taken = Array.from({ length: 10 }, () => texts)
    .flat()
    .map((text) => {
      const from = performance.now();
      run(text);
      return performance.now() - from;
    })
    .toSorted((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(taken.length * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${(taken.at(-1) ?? 0).toFixed(1)} ms`;
}

const invented = 2000;
const small = createSearchIndex();
await small.keep(realItems);
const large = createSearchIndex();
const from = performance.now();
await large.keep([...realItems, ...inventItems(invented)]);
const built = performance.now() - from;

const questions = searchQuestions.map(({ question }) => question);
/** What the server is asked while they are typed. */
const typed = questions.flatMap((question) => [...question].map((_, at) => question.slice(0, at + 1)));

console.log(`${realItems.length} items, tuned half:     ${hits(small, false)}`);
console.log(`${realItems.length} items, held-out half:  ${hits(small, true)}`);
console.log(`${realItems.length + invented} items, tuned half:    ${hits(large, false)}`);
console.log(`${realItems.length + invented} items, held-out half: ${hits(large, true)}`);
console.log(`index of ${realItems.length + invented} items built in ${Math.round(built)} ms`);
console.log(`suggestions: ${times(large.suggest, typed)}`);
console.log(`searches:    ${times(large.find, questions)}`);
