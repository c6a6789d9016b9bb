import type { ItemContent } from '../../../contract/item-content.ts';
import {
  appliedDay,
  basesOf,
  changedRows,
  grantDecision,
  type KeptLicence,
  licenceOf,
  type Matter,
  paperHead,
  presentPerson,
  remedies,
  type TerminationGround,
  terminationGround,
} from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';

type Content<K extends DocumentContent['kind']> = Extract<DocumentContent, { kind: K }>;

/** Who takes an application back: the applicant, or who acts for him by a mandate. */
export type WithdrawalSigner = 'applicant' | 'agent';

/** 撤回申请书, ready to be signed: online by the act itself, at the window with a pen. */
export function withdrawalRequest(
  matter: Matter,
  facts: {
    requestedDay: string;
    reason: string | null;
    returned: readonly string[];
    signer: WithdrawalSigner;
    signedAt: string | null;
  },
): Content<'withdrawalRequest'> {
  const agent = facts.signer === 'agent' ? matter.parties.find(({ role }) => role === 'agent') : undefined;
  return {
    kind: 'withdrawalRequest',
    ...paperHead(matter, matter.acceptingOrgan, []),
    appliedDay: appliedDay(matter),
    requestedDay: facts.requestedDay,
    reason: facts.reason,
    returned: [...facts.returned],
    signer: {
      name: (agent ?? presentPerson(matter.parties)).name,
      role: agent === undefined ? '申请人' : '代办人',
      signedAt: facts.signedAt,
    },
  };
}

/** 终止办理通知书: the ground of the list, what happened, what goes back, and where to turn. */
export function terminationNotice(
  matter: Matter,
  facts: { ground: TerminationGround; reason: string; endedDay: string; returned: readonly string[] },
): Content<'terminationNotice'> {
  return {
    kind: 'terminationNotice',
    ...paperHead(matter, matter.issuingOrgan, []),
    appliedDay: appliedDay(matter),
    acceptedDay: matter.theCase.acceptedDay,
    ground: terminationGround(facts.ground),
    reason: facts.reason,
    // What the matter rests on says nothing of its end without a decision; the ground does.
    basis: [],
    endedDay: facts.endedDay,
    returned: [...facts.returned],
    remedies: remedies(matter.issuingOrgan),
  };
}

/** 视为撤回通知书: which notice set the day, what was still missing, and the local rule that says so. */
export function deemedWithdrawalNotice(
  matter: Matter,
  facts: {
    notice: { title: string; number: string | null; day: string };
    lastDay: string;
    missing: readonly string[];
    returned: readonly string[];
    rule: NonNullable<ItemContent['deemedWithdrawal']>;
  },
): Content<'deemedWithdrawalNotice'> {
  const { law, article = '', mark } = facts.rule;
  return {
    kind: 'deemedWithdrawalNotice',
    ...paperHead(matter, matter.acceptingOrgan, []),
    appliedDay: appliedDay(matter),
    notice: facts.notice,
    lastDay: facts.lastDay,
    missing: [...facts.missing],
    basis: `《${law}》${article}${mark === 'sample' ? '（样例，待部门核对）' : ''}`,
    returned: [...facts.returned],
    remedies: remedies(matter.acceptingOrgan),
  };
}

/** 准予延续决定书, by the organ or by law (ALL 50). */
export function renewalDecision(
  matter: Matter,
  kept: KeptLicence,
  facts: { ground: 'granted' | 'deemed'; reason: string },
): Content<'renewalDecision'> {
  return {
    kind: 'renewalDecision',
    ground: facts.ground,
    ...paperHead(matter, matter.issuingOrgan, []),
    licence: licenceBefore(kept),
    appliedDay: appliedDay(matter),
    acceptedDay: matter.theCase.acceptedDay ?? '',
    facts: facts.reason,
    basis: basesOf(matter),
    oldUntilDay: kept.licence.untilDay ?? '',
    fromDay: kept.term.fromDay,
    untilDay: kept.term.untilDay,
  };
}

/** 准予变更决定书: every entry that is another now (ALL 49). */
function changeDecision(
  matter: Matter,
  kept: KeptLicence,
  { reason, decidedDay }: { reason: string; decidedDay: Temporal.PlainDate },
): Content<'changeDecision'> {
  const { certificate } = matter.version.content.result;
  const after = certificate === undefined ? [] : licenceOf(matter, certificate, decidedDay, kept).certificate.rows;
  return {
    kind: 'changeDecision',
    ...paperHead(matter, matter.issuingOrgan, []),
    licence: licenceBefore(kept),
    appliedDay: appliedDay(matter),
    acceptedDay: matter.theCase.acceptedDay ?? '',
    facts: reason,
    basis: basesOf(matter),
    changes: changedRows(kept.certificate.rows, after),
    fromDay: kept.term.fromDay,
  };
}

function licenceBefore({ licence, number, certificate }: KeptLicence) {
  return { title: licence.title, number, version: certificate.version, issueDay: certificate.issueDay };
}

/** The granting decision of a matter: of what is new, renewed or changed. */
export function grantingDecision(
  matter: Matter,
  kept: KeptLicence | undefined,
  facts: Parameters<typeof grantDecision>[1],
): DocumentContent {
  // Without a last day there is nothing to go on after.
  if (kept?.handling === 'renewal' && kept.licence.untilDay !== null)
    return renewalDecision(matter, kept, { ground: 'granted', reason: facts.reason });
  if (kept?.handling === 'change') return changeDecision(matter, kept, facts);
  return grantDecision(matter, facts);
}
