import type { residentRefusals as chinese } from '../zh-CN/resident-refusals.ts';
import { unreachable } from './home.ts';

export const residentRefusals: typeof chinese = {
  invalid_input: 'Something is not filled in correctly. Please put it right and try again.',
  key_reused: 'This step was already sent with other content. Please reload the page and try again.',
  key_missing: 'This was not sent. Please reload the page and try again.',
  ...unreachable,
  too_large: 'This is too much to send at once. Please shorten it, or send it in parts.',
  not_found: 'We could not find this. It may be gone, or it is not yours to see.',

  sign_in_needed: 'Please sign in first.',
  sign_in_slowed: 'Too many wrong tries. Please try again in {{seconds}} seconds.',
  code_wrong: 'The code is wrong. Please check the message and enter it again.',
  code_expired: 'The code has expired. Please ask for a new one.',
  not_allowed: 'This is not for your post to do.',
  identity_needed: 'Please give your name and identity number before you apply.',
  identity_fixed: 'This identity has been verified and cannot be changed here. Please bring your card to a window.',
  verified_needed:
    'Your identity must be verified before you can give somebody a mandate. Show your card at a window once; it counts from then on.',

  mandate_missing: 'You have no mandate from this person.',
  mandate_ended: 'This mandate has ended or was revoked; you can no longer act for this person. What was done remains.',
  mandate_not_for_this: 'The mandate does not name this matter; you cannot apply for it on behalf of this person.',
  mandate_to_oneself: 'You cannot give yourself a mandate; name another person.',

  case_moved_on: 'Somebody has just acted on this case ({{who}}, {{at}}). Please look at where it stands now.',
  supply_not_owed: 'This material is not owed; you need not supply it.',
  commitment_unsigned: 'The letter is not signed, or changed after it was. Please read it again and sign.',
  commitment_not_offered: 'A commitment cannot replace this material; please hand it in.',
  commitment_field_excluded:
    'Too much is at stake here for a commitment (国办发〔2020〕42号); please hand in the materials.',
  credit_bad:
    'A record of bad credit since {{day}} is not repaired, so commitments and tolerated acceptance are shut (国办发〔2020〕42号). You can still hand everything in.',
  commitment_not_there: 'There is no commitment to withdraw or verify.',
  decision_made:
    'This matter was decided and cannot be withdrawn or ended any more. If you disagree, the decision says where you can turn.',
  renewal_too_late:
    'This licence ({{number}}) ended on {{day}} and cannot be renewed any more. Please apply for a new one.',
  licence_ended:
    'This licence ({{number}}) was revoked, recalled or cancelled; it cannot be renewed or changed. Please apply for a new one.',
  barred_until: 'By art. {{article}} of the Licensing Law this licence cannot be applied for until {{day}} has passed.',
  item_not_offered: 'You cannot apply for this at present. Please phone us.',
  item_guide_only: 'This cannot be applied for here yet. Please go where the guide says.',
  item_suspended:
    'This matter has been suspended since {{fromDay}}; you cannot apply for now. What was accepted goes on.',
  item_cancelled:
    'This matter was cancelled on {{fromDay}}; nobody can apply any more. What was accepted will be finished.',
  answers_wrong: 'Some answers need correcting before you can submit.',
  materials_missing: 'Some documents are missing. Please add them before you submit.',
  material_unknown: 'This matter does not ask for that document.',
  renewed_by_law:
    'The licence ended on {{day}} without a decision, so the law has renewed it (Administrative Licensing Law, art. 50(2)). Nothing else can be decided or done here any more.',
  notice_over: 'This notice runs from {{from}} to {{day}}. Objections are not taken now.',
  objection_given: 'You have already objected to this notice. You will hear when it is answered.',
  hearing_request_late:
    'A hearing could be asked for until {{day}}. Please phone the department if you have something to say.',
  hearing_answered: 'Your answer about the hearing is on record already.',
  query_wrong: 'The case number and the query code do not belong together. Please check your receipt.',

  file_empty: 'This file is empty. Please choose another.',
  file_kind: 'Only photos (JPEG, PNG) and PDF files. Please choose another.',
  file_disguised: 'The name of the file does not fit its content. Please hand in the original photo or PDF.',
  file_too_large: 'This file is too large; the most is 10 MB. Please take a smaller photo, or send it in parts.',
  file_missing: 'The file did not arrive. Please upload it again.',

  fields: {
    required: 'Enter “{{label}}”',
    does_not_fit: 'With “{{label}}” as it is, this cannot be applied for; see the note there',
    not_chosen: 'Please choose “{{label}}”',
    not_money: '“{{label}}” must be an amount with at most two decimals, such as 1200.50',
    too_early: '“{{label}}” cannot be before {{day}}',
    too_late: '“{{label}}” cannot be after {{day}}',
    too_few_rows: '“{{label}}” needs at least {{min}}',
    too_many_rows: '“{{label}}” can have at most {{max}}',
    too_long: '“{{label}}” is too long: at most {{max}} characters, now {{has}}',
    too_small: '“{{label}}” must be at least {{min}}',
    too_big: '“{{label}}” must be at most {{max}}',
    not_a_number: '“{{label}}” must be a number, such as 120',
    phone: '“{{label}}” must be a mobile number of 11 digits, such as 13000000000',
    not_an_option: 'Choose one of the answers to “{{label}}”',
    unknown_field: 'This answer is not needed. Please reload the page',
    format: '“{{label}}” is not written correctly. Please check it',
    not_a_day: 'Enter a day that exists, such as 2026-03-12',

    file_missing: 'The file did not arrive. Please upload it again',
    materials_missing: '“{{label}}” is missing. Please add it',
    material_unknown: 'This matter does not ask for “{{label}}”. Please take it out',
    not_the_known_name: 'This ID number is registered under another name. Compare it with the card',

    agent_unknown:
      'No person with this name and number has shown a card yet. Please check both; if they are right, the agent must first show the card at any window',

    id_empty: 'Enter the identity number',
    id_fullWidth: 'The identity number holds full-width characters. Please use ordinary digits',
    id_spaces: 'The identity number holds spaces. Please remove them',
    id_characters: 'The identity number may hold only digits, with X as the last character',
    id_length: 'The identity number has 18 characters. Please check the card',
    id_oldNumber: 'This is the old number of 15 digits. Please enter the one with 18',
    id_lowerCaseX: 'Please write the last x as a capital X',
    id_region: 'The first two digits of the identity number are wrong. Please check the card',
    id_impossibleDate: 'Characters 7 to 14 are the birthday, and there is no such day. Please check the card',
    id_futureBirth: 'The birthday in the identity number lies in the future. Please check the card',
    id_tooOld: 'The birthday in the identity number is before 1900. Please check the card',
    id_checkDigit: 'One character of the identity number is wrong. Please compare it with the card, digit by digit',

    uscc_empty: 'Enter the unified social credit code',
    uscc_fullWidth: 'The code holds full-width characters. Please use ordinary ones',
    uscc_spaces: 'The code holds spaces. Please remove them',
    uscc_characters: 'The code may hold only digits and capital letters',
    uscc_length: 'The code has 18 characters. Please check the business licence',
    uscc_oldNumber: 'This is the old registration number of 15 digits. Please enter the code with 18 characters',
    uscc_lowerCase: 'Please write the letters of the code as capitals',
    uscc_letterNotInAlphabet: 'The code never holds I, O, S, V or Z. Please check the business licence',
    uscc_registrationAuthority: 'The first two characters of the code are wrong. Please check the business licence',
    uscc_region: 'Characters 3 to 8 of the code are wrong. Please check the business licence',
    uscc_organisationCode: 'One of the characters 9 to 17 is wrong. Please check the business licence',
    uscc_checkDigit: 'One character of the code is wrong. Please compare it with the business licence',
  },

  actors: { resident: 'the applicant', system: 'by itself' },
};
