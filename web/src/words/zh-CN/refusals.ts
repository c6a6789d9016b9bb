import type { RefusalCode } from '../../../../contract/words.ts';
import { residentRefusals } from './resident-refusals.ts';

/** What only staff can be refused with. A code has its sentence here or there, never twice. */
const ofStaff = {
  sign_in_failed: '用户名或密码不对，请再试一次。',
  no_post: '您现在没有岗位，不能办事。请找管理员。',
  demo_only: '这一页只在演示里有。',

  basic_item_moved_on: '这个基本目录项刚才有人发布了第{{version}}版。请看过新版再改，您写的还在。',
  basic_item_claimed: '本单位已经认领了这一项。',

  alias_empty: '这个说法太短，或者什么事都能这么说，请写具体一点。',
  alias_known: '这件事已经有这个说法了。',

  spreadsheet_unreadable: '这个文件读不出来，请另存为Excel（.xlsx）或者CSV再试。旧的.xls要先另存。',
  spreadsheet_too_large: '这个表太大了，最多读{{max}}行，请分成几个文件。',
  spreadsheet_no_names: '没找到“事项名称”这一列，请检查表头。',
  import_moved_on: '这个文件已经处理过了。',
  import_row_wrong: '选中的行里有{{count}}行不能导入，一行也没有导入。请看检查结果。',
  draft_open: '这个事项已经有一份没办完的草稿，请接着那一份改。',
  draft_moved_on: '{{who}}刚才保存过这份草稿（{{at}}）。您写的还在，请对照新内容再保存。',
  draft_in_state: '这份草稿刚才有人办过了，请看看现在到哪一步了。',
  draft_outdated: '这份草稿改的是第{{base}}版，现在已经有第{{version}}版。请退回去，对照新版再改。',
  draft_wrong: '还有{{count}}处要改，改好再交。',
  draft_unchanged: '和现在的版本没有不同，不用提交。',
  draft_same_person: '编制、审核过的人不能再批准，请换一个人。',
  burden_without_basis: '比原来多要了“{{text}}”。没有法律法规依据不能增加，请写明依据（优化营商环境条例第三十五条）。',
  code_taken: '编码{{code}}已经有一个事项在用，请核对。',
  item_stands: '事项现在的状态不能这样改，请看看它现在是什么状态。',
  day_in_past: '请选{{today}}或者以后的日子。',

  licence_moved_on: '这本证的状态刚才有人改过了。请看看现在是什么状态。',
  licence_suspended: '持证人原来的证（{{number}}）正在暂停，不能换新证。请先恢复或者注销原来的证。',
  template_wrong: '模板里有写错的地方，请改好再发布。',
  template_moved_on: '刚才有人发布了这个模板的新版本。请看过新版本再改。',

  item_not_authorised: '这个岗位不能收这件事。',
  material_unread: '还有材料没看过，看完再办。',
  defects_missing: '请写明差哪样材料、怎么补。',
  second_notice: '补正告知书已经发过一次，不能再发。',
  five_days_over: '五个工作日已经过了，不能再要求补正；依法算作受理的，也不能再另作答复。',
  same_person: '收件的人不能自己作决定，请换一个人。',
  second_officer_needed: '还要一位有决定权的人当场确认。',
  reason_missing: '请写明理由。',
  competent_organ_missing: '请写明该找哪个部门。',
  agent_missing: '请先选好由谁送达。',
  not_assigned: '这件事没有派给您。',

  clock_stopped: '这件事已经不再计时了。',
  clock_paused: '这件事正在暂停计时。',
  clock_not_paused: '这件事没有暂停计时。',
  extension_too_late: '期限已经过了（{{day}}），不能再延长。',
  extension_already_given: '已经延长过一次（{{day}}），不能再延长。',
  pause_without_ground: '请写明因为什么暂停、依据哪一条。',
  calendar_invalid: '这份放假安排没有导入：$t(refusals:calendarFaults.{{fault}})。',

  clock_backwards: '时间只能往前走。',
  clock_too_far: '一次走得太远了，请选近一点的日子。',
} satisfies Record<Exclude<RefusalCode, keyof typeof residentRefusals>, string>;

const fieldsOfStaff = {
  unknown_placeholder: '没有“{{key}}”这一项，请从列出的里面选',
  reserved_word: '“{{key}}”已经是别的文书编号用的字，请换一个',
  key_format: '“{{key}}”只能用字母和数字，开头用小写字母',
  option_twice: '有两个选项一样，请去掉一个',
  out_of_place: '这种题目不能这样设，请去掉',
  below_minimum: '最大的比最小的还小，请对照改一改',
  columns_missing: '请至少写一列',
  not_asked_before: '“{{key}}”前面没有问过，不能拿来做条件',
  not_countable: '“{{key}}”不是数字，不能比大小',
  never_true: '这个条件永远不成立，请改一改',
  no_such_option: '没有“{{key}}”这个选项',
  not_computable: '“{{key}}”算不出来，请换一个',
  applicant_twice: '一张表只能有一个申请人',
  clock_backwards: '时间只能往前走，请选后面的日子',
  clock_too_far: '一次走得太远了，请选近一点的日子',
  before_last_fact: '这一天比上一件登记的事还早，请选{{day}}或者以后的日子',
  extension_too_long: '最多延长{{max}}，单位和原来的期限一样',

  material_unread: '“{{label}}”还没打开看过，看完再办',
  defects_missing: '请写明差什么、怎么补',
  not_the_declared_number: '和申请时填的号码对不上，请对照证件',

  no_such_region: '没有这个县级代码，请填6位的，如431302',
  region_already_here: '这个县已经在这里了，不用再导入',
  not_an_organ: '没有这个部门，请从单位里选一个',
  promise_over_law: '承诺的时间不能比法定的长，最多{{max}}',
  not_immediate: '即办件最多{{max}}个工作日，再长请改成承诺件',
  village_decides: '村（居）委会只帮办，不作决定，请选乡镇或者县级',
  key_twice: '“{{key}}”用了两次，请给其中一个换个名字',
  options_missing: '请至少写一个可以选的答案',
  too_short: '“{{label}}”太短了，请对照改一改',

  code_length: '编码要12位（基本编码）、31位（实施编码）或者33位（办理项编码），请对照补全',
  code_characters: '编码只能有数字和大写字母',
  code_uscc: '编码前18位不是正确的统一社会信用代码，请对照改一改',
  code_level: '编码第19位和行使层级对不上',
  code_province: '编码第20、21位要是00或者本省的代码',
  code_type: '编码第22、23位和事项类型对不上',
  code_sequence: '编码最后两位要是数字',
  code_taken: '这个编码已经有一个事项在用，请核对',
  not_known_yet: '导入的表里没有“{{label}}”，请补上',
  not_your_organ: '受理或者决定的部门里要有本部门',
  not_a_situation: '“{{key}}”不是情形问题，不能拿来做情形的条件',
  fee_without_basis: '没有法律、行政法规依据不能收费，请写明依据',
  open_ended: '不能写“其他材料”这样的兜底材料，请写明是哪一样',
  tolerated_optional: '只有必要材料才能容缺或者承诺',
  decided_elsewhere: '决定要由有决定权的部门作出',
  decision_not_alone: '决定要单独成一个环节',
  decision_missing: '流程里没有决定这一步，请加上',
  decision_twice: '流程里有两个决定，请去掉一个',
  after_decision: '这一步要放在决定之前',
  before_decision: '这一步要放在决定之后',
  not_at_intake: '这一步不能由收件的窗口来办',
  longer_than_promised: '各环节加起来要{{days}}个工作日，比承诺的{{max}}个工作日长',
};

/** A sentence for every refusal: what is wrong, and what to do now. */
export const refusals = {
  ...residentRefusals,
  ...ofStaff,

  fields: { ...residentRefusals.fields, ...fieldsOfStaff },

  /** What is wrong with a year's holiday notice; part of the sentence `calendar_invalid`. */
  calendarFaults: {
    not_a_day: '日历上没有{{day}}这一天',
    day_twice: '{{day}}写了两次',
    day_of_another_year: '{{day}}不在这一年里',
    makeup_on_weekday: '{{day}}本来就要上班，不能写成补班',
    statutory_holiday_missing: '{{day}}是法定节日，漏写了',
  },
} satisfies Record<RefusalCode | 'offline', string> &
  Record<'fields' | 'calendarFaults' | 'actors', Record<string, string>>;
