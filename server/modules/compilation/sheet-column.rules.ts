/** What a column of a catalogue's sheet holds. */
export type ColumnKind =
  | 'text'
  | 'lines'
  | 'code'
  | 'organ'
  | 'type'
  | 'level'
  | 'source'
  | 'objects'
  | 'caseType'
  | 'count'
  | 'unit'
  | 'money'
  | 'yesNo'
  | 'day'
  | 'phone'
  | 'ignored';

export interface SheetColumn {
  readonly key: string;
  /** The heading that an export writes, under its group. */
  readonly title: string;
  readonly group: string;
  readonly kind: ColumnKind;
  /** Other headings that mean the same; compared without spaces, brackets and case. */
  readonly also: readonly string[];
}

const column = (
  key: string,
  group: string,
  title: string,
  kind: ColumnKind,
  also: readonly string[] = [],
): SheetColumn => ({
  key,
  group,
  title,
  kind,
  also,
});

/**
 * The columns of a catalogue as a sheet, in their order: what an export writes, and what an import knows to read. The
 * other headings are those of lists that offices and the national exchange tables use (GB/T 39554.2).
 */
export const sheetColumns: readonly SheetColumn[] = [
  column('seq', '基本信息', '序号', 'ignored', ['seq', '编号', 'no']),
  column('name', '基本信息', '事项名称', 'text', ['名称', '事项', 'item_name', 'task_name', '实施事项名称']),
  column('mainItem', '基本信息', '主项名称', 'text', ['主项', 'main_item']),
  column('handling', '基本信息', '业务办理项', 'text', ['业务办理项名称', '办理项', '子项名称', '子项']),
  column('code', '基本信息', '实施编码', 'code', [
    '事项编码',
    '编码',
    '实施清单编码',
    '业务办理项编码',
    'item_code',
    'task_code',
    '事项代码',
  ]),
  column('basicCode', '基本信息', '基本编码', 'code', ['catalog_code', '基本目录编码']),
  column('areaCode', '基本信息', '行政区划代码', 'code', ['area_code12', '区划代码', '行政区划']),
  column('organCode', '实施主体', '实施主体编码', 'code', [
    'dept_code',
    'dept_code_in_item',
    '部门编码',
    '统一社会信用代码',
  ]),
  column('organ', '实施主体', '实施主体', 'organ', [
    '部门',
    '实施部门',
    '实施机构',
    '单位',
    '实施单位',
    'department',
    'dept_name',
    '主管部门',
  ]),
  column('type', '基本信息', '事项类型', 'type', ['类型', 'task_type', '权力类型', '事项类别']),
  column('level', '基本信息', '行使层级', 'level', ['层级', 'use_level']),
  column('source', '基本信息', '权力来源', 'source', ['power_source']),
  column('objects', '基本信息', '服务对象', 'objects', ['server_type', '办理对象']),
  column('caseType', '基本信息', '办件类型', 'caseType', ['project_type']),
  column('basis', '依据和条件', '设定依据', 'lines', ['依据', '法律依据', '实施依据', 'by_law']),
  column('conditions', '依据和条件', '受理条件', 'lines', ['办理条件', '申请条件', 'accept_condition']),
  column('materials', '依据和条件', '申请材料', 'lines', ['材料', '所需材料', '办理材料', '材料清单']),
  column('steps', '依据和条件', '办理流程', 'lines', ['流程', 'handle_flow']),
  column('statutoryAmount', '法定办结时限', '数量', 'count', [
    '法定办结时限',
    '法定时限',
    '法定办结时限数量',
    'anticipate_day',
  ]),
  column('statutoryUnit', '法定办结时限', '单位', 'unit', ['法定办结时限单位', 'anticipate_type']),
  column('promisedAmount', '承诺办结时限', '数量', 'count', [
    '承诺办结时限',
    '承诺时限',
    '承诺办结时限数量',
    'promise_day',
  ]),
  column('promisedUnit', '承诺办结时限', '单位', 'unit', ['承诺办结时限单位', 'promise_type']),
  column('visits', '办理方式', '到办事现场次数', 'count', ['到现场次数', '跑动次数', 'limit_scene_num']),
  column('visitReason', '办理方式', '必须现场办理原因', 'text', ['limit_scene_explain', '必须现场办理原因说明']),
  column('online', '办理方式', '是否网办', 'yesNo', ['是否网上办理', 'is_online', '网上办理']),
  column('bookable', '办理方式', '是否支持预约', 'yesNo', ['是否支持预约办理', 'is_schedule']),
  column('courier', '办理方式', '是否支持快递', 'yesNo', ['是否支持物流快递', 'is_express']),
  column('payableOnline', '办理方式', '是否支持网上支付', 'yesNo', ['is_pay_online']),
  column('fee', '收费', '收费标准（元）', 'money', ['收费金额', '收费标准', '费用']),
  column('feeBasis', '收费', '收费依据', 'text', ['fee_basis']),
  column('result', '结果', '审批结果名称', 'text', ['结果名称', '办理结果', 'result_name']),
  column('consultPhone', '联系方式', '咨询电话', 'phone', ['咨询方式', 'link_way']),
  column('effectiveDay', '日期', '计划生效日期', 'day', ['生效日期', 'plan_effective_date']),
  column('link', '其他', '链接', 'ignored', ['source_link', '网址', '办事指南链接']),
];
