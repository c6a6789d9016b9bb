import type { refusals as chinese } from '../zh-CN/refusals.ts';
import { residentRefusals } from './resident-refusals.ts';

const ofStaff: Omit<typeof chinese, keyof typeof residentRefusals | 'calendarFaults'> = {
  sign_in_failed: 'The user name or password is wrong. Please try again.',
  no_post: 'You hold no post at present and cannot act. Please ask the administrator.',
  demo_only: 'This page exists in the demo only.',

  basic_item_moved_on:
    'Somebody just published version {{version}} of this basic item. Read it first; what you wrote is still here.',
  basic_item_claimed: 'Your department has claimed this one already.',

  alias_empty: 'That is too short, or fits every matter. Please say it more exactly.',
  alias_known: 'This matter already goes by that name.',

  spreadsheet_unreadable: 'This file cannot be read. Please save it as Excel (.xlsx) or CSV and try again.',
  spreadsheet_too_large: 'This sheet is too large: {{max}} rows are read at most. Please split it.',
  spreadsheet_no_names: 'No column with the names of the matters was found. Please look at the headings.',
  import_moved_on: 'This file was dealt with already.',
  import_row_wrong: '{{count}} of the chosen rows cannot be imported, so none was. Please see what is wrong.',
  draft_open: 'There is an unfinished draft of this item already. Please go on with that one.',
  draft_moved_on:
    '{{who}} has just changed this draft ({{at}}). What you wrote is still here; please read the new text, then go on.',
  draft_in_state: 'Somebody has just acted on this draft. Please look at where it stands now.',
  draft_outdated:
    'This draft changes version {{base}}, and there is a version {{version}} now. Please send it back and compare.',
  draft_wrong: 'There are {{count}} places to put right first.',
  draft_unchanged: 'Nothing differs from the present version, so there is nothing to submit.',
  draft_same_person: 'Whoever compiled or reviewed it may not approve it. Please ask somebody else.',
  burden_without_basis:
    'This asks for more than before: “{{text}}”. Nothing may be added without a law or regulation; please name it (OBE art. 35).',
  code_taken: 'The code {{code}} belongs to another item already. Please check it.',
  code_in_draft: 'Another open draft has the code {{code}} already. Please look at that one first.',
  item_stands: 'The item cannot be changed so from how it stands now. Please look at how it stands.',
  day_in_past: 'Please choose {{today}} or a later day.',
  day_too_early:
    'It holds from {{day}} at the earliest: the approved day and that of the version before can only be put off.',

  meeting_moved_on: 'Somebody has just dealt with this meeting. Please see where it stands.',
  meeting_open: 'There is a meeting on {{day}}: finish or cancel it first.',
  meeting_early: 'It is arranged for {{day}}; the time has not come.',
  meeting_held:
    'It was held, so it cannot be cancelled, unless somebody who must sign has to stand aside since and can no longer sign.',
  officers_too_few:
    '{{organ}} has {{count}}; at least {{needed}} officers are needed (Licensing Law, art. {{article}}).',
  organ_absent: 'Nobody of {{organ}} was there, so it does not count.',
  officer_barred:
    '{{name}} may not take part: not who took the case in or accepted it, not who has to stand aside, and who chaired the hearing examines no more.',
  third_visit:
    'A visit may be repeated once, never a third time (Regulations on the Business Environment, art. 36). Please write agreement or disagreement as things stand.',
  recheck_not_possible: 'Only a site visit can be re-checked. Please agree or disagree.',
  chair_missing: 'A hearing needs a chair, and the chair must be there.',
  chair_reviewed:
    'Nobody who examined this application may chair its hearing (Licensing Law, art. 48). Please choose another.',
  opinions_missing: 'Not every opinion is written. Each office’s and the merged one come before the signatures.',
  organ_signed: 'This office has signed already.',
  officer_signed: 'You have signed already; the others of your office who were there sign too.',
  signed_for_other: 'You have signed for another office already; a person signs for one.',
  not_attended: 'Only who was there for this office signs for it.',
  chair_signs: 'The chair signs the record of the hearing.',
  signatures_missing: '{{count}} of those who took part have neither signed the record nor refused to.',
  hearing_told: 'They were told of the right to a hearing on {{day}}.',
  hearing_not_requested: 'Nobody has asked for a hearing (until {{day}}), so none can be arranged.',
  hearing_notice_short:
    'A hearing is announced 7 working days before: {{day}} at the earliest (Licensing Law, art. 48).',
  hearing_untold:
    'Not yet told: {{names}}. Applicant and interested parties are told 7 working days before, by {{day}} (Licensing Law, art. 48). If the notice has arrived, have its service recorded at the window; if not, postpone.',
  hearing_told_late:
    'Told too late: {{names}}. Applicant and interested parties are told 7 working days before, by {{day}} (Licensing Law, art. 48). Please postpone.',
  hearing_too_late: 'A hearing is held within 20 working days of the request: by {{day}} (Licensing Law, art. 47).',
  hearing_beyond_notice:
    'Put up now, the public notice has run long before; the hearing is held by {{day}} at the latest.',
  experts_too_few:
    'Only {{eligible}} experts can be drawn, {{count}} are needed. Choose other fields or have experts added.',
  experts_missing: '{{count}} experts are needed, there are {{called}}. Draw and fill the places first.',
  expert_related:
    'This expert is related to the applicant and must stand aside (Administrative Licensing Law, art. 5).',
  draw_done: 'It was drawn already; once is all.',

  licence_moved_on: 'Somebody has just changed the state of this licence. Please look at how it stands now.',
  licence_suspended:
    'The licence that the holder has ({{number}}) is suspended and cannot be replaced. Please restore or cancel it first.',
  ground_missing: 'Please choose the ground. Without a ground of the law this cannot be done.',
  ground_unfit: 'This ground does not fit here. Please choose another.',
  holder_not_heard:
    'The holder must be told and heard before the decision (Licensing Law, art. 7). Say when he was told and how he was heard; where he stayed silent, the decision comes on the next day at the earliest.',
  compensation_missing:
    'A recall says what the holder is compensated for, also where there is no loss (Licensing Law, art. 8).',
  template_wrong: 'Something in the template is wrong. Please put it right, then publish.',
  template_moved_on: 'Somebody has just published a new version of this template. Please look at it before you go on.',

  item_not_authorised: 'This post may not take in this matter.',
  task_moved_on: 'This part was done or changed meanwhile. Please look again.',
  task_of_other_kind: 'This part is not done this way.',
  tolerated_unlisted:
    '“{{name}}” is not on the published list of what may follow (国发〔2022〕5号). Take it in first, or send the correction notice.',
  tolerated_main_missing:
    'Tolerated acceptance needs all main materials; {{count}} are missing, {{name}} among them (国发〔2022〕5号).',
  tolerated_nothing_missing: 'Everything is there: just accept.',
  supply_day_too_late: 'That day is too late: {{day}} at the latest, within the time of the list and of the promise.',
  materials_owed:
    'Still owed: {{count}} of the materials. It cannot be granted before they are here (国发〔2022〕5号).',
  commitment_revoke_by_decider:
    'A false commitment revokes the decision: that is for the decider or the head of the organ.',
  findings_missing: 'Write what the verification found.',
  credit_repaired: 'This record was repaired on {{day}}.',
  vetoed: '{{count}} units vetoed this matter; it cannot be granted.',
  veto_not_given: 'The item gives this unit no veto.',
  organ_has_task: 'This organ has a part in this stage already. It cannot be given another.',
  veto_stands: 'This unit vetoed. It alone can change that, so the task cannot be given to another unit.',
  organ_without_officer: 'This organ has nobody who examines, so it cannot be given a task.',
  material_unread: 'Some documents have not been read yet. Please read them first.',
  defects_missing: 'Please say which documents are missing and how to put that right.',
  second_notice: 'The correction notice was already sent once and cannot be sent again.',
  correction_over:
    'The last day for the corrections was {{day}}. By a local rule the application counts as withdrawn; please apply anew.',
  five_days_over:
    'The time to check is over: corrections can no longer be asked for, and where silence accepts, no other answer can be given.',
  same_person:
    'You took in, accepted or examined this matter, or chaired its hearing, so somebody else must examine and decide it (intake and approval are separate, 国发〔2022〕5号).',
  second_officer_needed: 'A second officer with the power to decide must confirm here.',
  recusal_needed:
    'You are related to a party of this case (a relative you declared, yourself, or whom you act for) and may not act. Please withdraw, so that somebody else does.',
  recused: 'You have withdrawn from this case and can do nothing more on it.',
  recused_already: 'This officer has withdrawn already.',
  returned_already: 'This case was returned to the window once already and cannot be returned again.',
  absence_overlaps:
    'An absence from {{fromDay}} to {{untilDay}} is recorded already. Please change that one, or choose other days.',
  absence_over: 'This absence is over.',
  substitute_oneself: 'This person holds the post. Please choose another as substitute.',
  substitute_known: 'This person is a substitute of the post already.',
  relation_known: 'This person was declared already.',
  sheet_moved_on: 'Somebody has just acted on this sheet. Please look at where it stands now.',
  sheet_same_person: 'Two people sign: one who hands over, another who takes over. Please let somebody else take over.',
  sheet_case_unfit: 'A case cannot stand on this sheet: {{caseNo}}. Please remove it and try again.',
  sheet_case_elsewhere: 'Case {{caseNo}} is on another sheet that nobody took over yet. Please finish that one first.',
  reason_missing: 'Please give the reason.',
  competent_organ_missing: 'Please name the authority that is responsible.',
  document_served: '“{{title}}” has been served already.',
  service_proof_missing: 'The record of service is not complete. Please fill in what is marked.',
  service_witness_missing:
    'Leaving a paper behind needs a witness. Please say who saw it (Civil Procedure Law, art. 89 by analogy).',
  service_number_missing: 'Service by mail needs the tracking number of the letter.',
  service_backdated: 'The day of service cannot be backdated; the earliest is {{day}}.',
  service_in_future: 'That day has not come yet; the latest day of service is {{day}}.',
  service_not_agreed:
    'The applicant did not agree to electronic service. Please use another way (Civil Procedure Law, art. 90 by analogy).',
  agent_missing: 'Please choose who will deliver it first.',
  not_assigned: 'This was not assigned to you.',

  clock_stopped: 'The clock of this case has stopped.',
  clock_paused: 'The clock of this case is paused.',
  clock_not_paused: 'The clock of this case is not paused.',
  extension_too_late:
    'The limit ended on {{day}}: an extension is approved within the limit or not at all (Administrative Licensing Law, art. 42).',
  extension_already_given: 'The limit was already extended once ({{day}}).',
  pause_without_ground:
    'This counts towards the limit: article 45 of the Administrative Licensing Law does not name it, and the item’s process gives no basis to leave it out.',
  backdated:
    'Only what happens today ({{today}}) can be recorded, not {{day}}: papers carry their true day (Administrative Licensing Law, art. 32).',
  procedure_too_late: 'The limit ended on {{day}}. A special procedure can no longer stop it.',
  extension_not_allowed: 'The law of this matter allows no extension.',
  extension_asked: 'An extension was already asked for and waits for approval.',
  extension_answered:
    '{{who}} answered this request already ({{at}}): $t(staff:procedures.answered.{{answer}}). It is answered once.',
  extension_lapsed: 'Nobody answered this request within the limit; it lapsed and cannot be approved any more.',
  extension_not_asked: 'No request for more time waits for you. Whoever handles the matter asks for it first.',
  notice_names_party: 'The text says the name or a number of somebody the case is about. Take it out before posting.',
  extension_not_yours: 'This request is for the $t(staff:procedures.approver.{{approver}}), and never for who asked.',
  explanation_missing: 'Taking longer than promised must be explained in public. Please write the explanation.',
  report_up_first:
    'The upper organ decides this matter (Administrative Licensing Law, article 35). Please report it up first.',
  reported_up: 'This matter was reported up. Nothing before that can be done once more.',
  tasks_open: '{{count}} tasks are still under way. Report it up when they are done.',
  not_reported_up: 'This matter was not reported up yet.',
  upper_decides_otherwise: 'The upper organ decided otherwise. Only its decision can be carried out.',
  notice_running: 'The notice runs until {{day}}. Please close it after that day.',
  notice_posted: 'The notice of this step was already posted.',
  notice_not_posted: 'The notice of this step was not posted yet.',
  objections_unanswered: '{{count}} objections are not answered yet. Please answer them first.',
  month_runs: 'This month is not over yet. It can be closed once it is.',
  month_closed: 'This month is closed already.',
  objection_answered: 'This objection was already answered.',
  calendar_invalid: 'This holiday calendar was not imported: $t(refusals:calendarFaults.{{fault}}).',

  devolution_moved_on: 'Somebody has just acted on this batch. Please look at where it stands now.',
  devolution_step_missing: 'The steps before are not done yet. Please do them first.',
  devolution_unlawful: 'The law does not allow this in {{count}} places. Please look at the items that are marked.',
  item_not_own: 'You can propose items of your own department only.',
  not_receiver: 'Nothing in this batch comes to your office, so there is nothing to comment on.',
  round_closed: 'No round of comments is open now; after three there is no other.',
  round_open:
    'Round {{round}} of comments is still open (until {{untilDay}}). Please wait for its end, or close it first.',
  townships_silent:
    'Receiving offices that have not commented yet: {{count}}. Please wait for them, or for the end of the round after {{untilDay}}.',
  training_missing: 'Some people were not trained yet ({{count}} places). Without training no permission is opened.',
  permission_missing:
    'Some receiving offices lack a post: each needs one with permission to take in, villages also the window of their township, and whoever decides a decider in office.',
  trial_not_over: 'The trial lasts until {{untilDay}}. It can go live after that.',
  look_back_running: 'The last look-back is still running. Please wait until it is done.',
  archive_moved_on: 'This case has just been archived. Please look at how it stands now.',
  archive_not_ready: 'This case is not archived yet; that can be done once it is.',
  archive_case_moved: 'Something happened to this case while its archive was being made. Start again.',
  finding_moved_on: 'Somebody has just acted on this finding. Please look at how it stands now.',

  clock_backwards: 'Time only moves forward.',
  clock_too_far: 'That is too far in one step. Please choose a nearer day.',
};

const fieldsOfStaff: Omit<(typeof chinese)['fields'], keyof (typeof residentRefusals)['fields']> = {
  unknown_placeholder: 'There is no “{{key}}”; please choose from the list',
  reserved_word: 'Other documents are numbered under “{{key}}”; please choose another word',
  key_format: '“{{key}}” may only have letters and digits and begins with a small letter',
  option_twice: 'Two options are the same; please remove one',
  out_of_place: 'This does not belong to a question of this kind; please remove it',
  below_minimum: 'The greatest is below the least; please put it right',
  columns_missing: 'Please add at least one column',
  not_asked_before: '“{{key}}” is not asked before, so that nothing can depend on it',
  not_countable: '“{{key}}” is not a number and cannot be compared',
  never_true: 'This condition can never hold; please change it',
  no_such_option: 'There is no option “{{key}}”',
  not_computable: 'This cannot be computed from “{{key}}”; please choose another',
  applicant_twice: 'A form can have one applicant only',
  clock_backwards: 'Time only moves forward. Please choose a later day',
  clock_too_far: 'That is too far in one step. Please choose a nearer day',
  before_last_fact: 'This is before the last recorded event. Please choose {{day}} or later',
  extension_too_long: 'At most {{max}} more, in the unit of the limit itself',
  backdated: 'Please choose today; nothing is backdated',
  day_out_of_range: 'Please choose a day from {{from}} to {{to}}',

  material_unread: '“{{label}}” has not been opened yet. Please read it first',
  defects_missing: 'Say what is missing and how to put it right',
  not_the_declared_number: 'This is not the number given in the application. Please check the card',

  no_such_region: 'There is no such county code. Please enter its 6 digits, such as 431302',
  region_already_here: 'This county is here already and need not be loaded again',
  not_an_organ: 'There is no such authority. Please choose one from the list',
  no_reviewer: 'Nobody holds a post of reviewer there, so nobody could do this step',
  no_decider: 'Nobody holds a post of decider there, so nobody could decide',
  day_past: 'This day is over; please choose today or a later one',
  day_to_come: 'This day has not come yet; please choose today or an earlier one',
  twice: 'One item stands here twice; please remove one',
  not_own: 'This is not an item of your department; please choose another',
  untrained: 'Whoever holds this post was not trained yet; please train them first',
  not_in_force: 'This item has no version in force; please publish one first',
  receiver_unknown: 'There is no such receiver; please choose from the list',
  no_area_of_its_own: 'This organ has no area of its own and cannot receive',
  no_government: 'There is no township here; please choose one',
  already_there: 'Townships decide this item already; only its service can move forward',
  handed_already: 'This item went down to a receiver here already; please take it back there first',
  village_never_decides:
    'A village or community committee is no administrative organ: it neither accepts nor decides, only service can move there',
  licence_to_organ_only: 'A licence can be entrusted to another administrative organ only (ALL art. 24)',
  entrusted_already: 'This power was itself entrusted and cannot be entrusted again (ALL art. 24)',
  basis_missing: 'Please name the basis: devolving, authorising and entrusting all need one',
  not_law_or_regulation: 'Authorising needs a law or a regulation (ALL art. 23); please name one',
  not_law_or_order:
    'A notice, opinion or plan devolves nothing; please name a law, a regulation or a provincial decision',
  promise_over_law:
    'The promise may not be longer than the law allows: at most {{max}} (Regulations on the Business Environment, art. 36)',
  not_immediate: 'A matter decided on the spot takes at most {{max}} working day. Longer ones are promised matters',
  village_decides: 'Village committees assist, they do not decide. Please choose the township or the district',
  key_twice: '“{{key}}” is used twice. Please rename one of the two',
  options_missing: 'Give at least one answer to choose from',
  too_short: '“{{label}}” is too short. Please correct it',
  arrived_long_ago:
    'Five working days have passed since {{day}}: once entered, the law may accept it at once. Correct the day above, or write why it is entered only now.',

  code_length: 'A code has 12 (basic), 31 (implementation) or 33 (handling item) characters. Please complete it',
  code_characters: 'A code holds digits and capital letters only',
  code_uscc: 'The first 18 characters are no valid unified social credit code. Please check them',
  code_organ: 'The first 18 characters are not the credit code of the authority that decides. Please check them',
  code_level: 'Character 19 of the code does not fit the level',
  code_province: 'Characters 20 and 21 of the code must be 00 or the code of this province',
  code_type: 'Characters 22 and 23 of the code do not fit the type of the item',
  code_sequence: 'The last two characters of the code must be digits',
  code_taken: 'Another item has this code already. Please check it',
  not_known_yet: '“{{label}}” was not in the imported list. Please fill it in',
  deviates: 'This differs from the basic catalogue ({{otherCode}}), which says “{{other}}”',
  not_your_organ: 'You can only compile what your own department decides',
  not_a_situation: '“{{key}}” is no situation question and cannot be a condition of one',
  fee_without_basis: 'No fee without a law or administrative regulation. Please name it',
  open_ended: '“Other materials” may not be demanded. Please name each material',
  commitment_excluded: 'Too much is at stake in this field for a commitment (国办发〔2020〕42号)',
  certificate_at_once: 'What gives a certificate cannot be decided at submission',
  number_of_nobody: 'Neither an identity number nor a credit code',
  tolerated_optional: 'Only a required material can be tolerated or replaced by a commitment',
  decided_elsewhere: 'The decision belongs to the deciding organ',
  decision_not_alone: 'The decision must be a stage of its own',
  join_needs_all:
    'With a veto, or anything but reviews (a hearing, a notice, a visit), all tasks of the stage must be done, not some of them',
  decision_missing: 'The process has no decision. Please add one',
  decision_twice: 'The process has two decisions. Please remove one',
  after_decision: 'This step belongs before the decision',
  before_decision: 'This comes after the decision',
  not_at_intake: 'The window that takes in cannot do this step',
  longer_than_promised: 'In the unit of the promise, the stages take {{days}} together, and only {{max}} are promised',
};

export const refusals: typeof chinese = {
  ...residentRefusals,
  ...ofStaff,

  fields: { ...residentRefusals.fields, ...fieldsOfStaff },

  calendarFaults: {
    not_a_day: 'there is no day {{day}}',
    day_twice: '{{day}} is listed twice',
    day_of_another_year: '{{day}} is not in this year',
    makeup_on_weekday: '{{day}} is a working day anyway and cannot be a make-up workday',
    statutory_holiday_missing: '{{day}} is a public holiday and is not listed',
  },
};
