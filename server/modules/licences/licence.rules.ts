import type { Heard, LicenceAct, LicenceGround, LicenceState } from '../../../contract/licences.ts';
import { tidy } from '../../../contract/typing.ts';
import { licenceActs, licenceGrounds, type RefusalCode } from '../../../contract/words.ts';
import type { CertificateData, DocumentContent } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Organ, Places } from '../places/index.ts';

/** What the register keeps: that a licence is expired follows from its last day and is never stored. */
export type StoredLicenceState = Exclude<LicenceState, 'expired'>;

export interface LicenceStanding {
  readonly state: StoredLicenceState;
  /** The day that brought the stored state. */
  readonly stateDay: string;
  /** The last day of its validity; null: for good 长期. */
  readonly untilDay: string | null;
}

/**
 * How a licence stands on a day. It holds through its last day. An end that somebody brought about (replaced, cancelled,
 * revoked) is told before expiry; a suspension ends with the validity that it suspended.
 */
export function licenceStateOn({ state, untilDay }: LicenceStanding, today: string): LicenceState {
  if (untilDay === null || today <= untilDay) return state;
  return state === 'valid' || state === 'suspended' ? 'expired' : state;
}

/** The day that brought the state in which a licence is on a day: its last day when it is expired. */
export function licenceSinceDay(standing: LicenceStanding, today: string): string {
  return licenceStateOn(standing, today) === 'expired' && standing.untilDay !== null
    ? standing.untilDay
    : standing.stateDay;
}

/**
 * From which states an act starts. 撤销 undoes a grant that should not have been made, also after its last day
 * (行政许可法 art. 69); 撤回 takes back what was lawfully given and still holds (art. 8); 注销 takes what has ended out of
 * the register, what expired, was revoked or recalled too (art. 70).
 */
const startsFrom: Record<LicenceAct, readonly LicenceState[]> = {
  suspend: ['valid'],
  restore: ['suspended'],
  recall: ['valid', 'suspended'],
  cancel: ['valid', 'suspended', 'expired', 'recalled', 'revoked'],
  revoke: ['valid', 'suspended', 'expired'],
};

const leadsTo: Record<LicenceAct, StoredLicenceState> = {
  suspend: 'suspended',
  restore: 'valid',
  recall: 'recalled',
  cancel: 'cancelled',
  revoke: 'revoked',
};

/** What may be done to a licence that stands so. */
export function licenceActsFrom(state: LicenceState): LicenceAct[] {
  return licenceActs.filter((act) => startsFrom[act].includes(state));
}

/** The state after an act; undefined where the act does not start from this state. */
export function afterLicenceAct(act: LicenceAct, state: LicenceState): StoredLicenceState | undefined {
  return startsFrom[act].includes(state) ? leadsTo[act] : undefined;
}

/** What is to be judged of a change before it is made. */
export interface LicenceChangeFacts {
  readonly act: LicenceAct;
  readonly ground?: LicenceGround;
  readonly reason: string;
  readonly heard?: Heard;
  readonly compensation?: string;
}

/** What of a licence the judgement needs. */
export interface ChangedLicence {
  readonly state: LicenceState;
  readonly holderKind: 'person' | 'firm';
  /** ISO day on which it was given. */
  readonly givenDay: string;
}

/**
 * The grounds on which an act may rest for this licence (行政许可法 art. 8, 69, 70). 注销 for a term that ran out needs one
 * that did, for a death a person, for a dissolution a firm; what was revoked or recalled is cancelled for that.
 */
export function groundsFor(
  act: LicenceAct,
  { state, holderKind }: Pick<ChangedLicence, 'state' | 'holderKind'>,
): LicenceGround[] {
  return (licenceGrounds[act] as readonly LicenceGround[]).filter((ground) => {
    if (act !== 'cancel') return true;
    if (state === 'revoked' || state === 'recalled') return ground === 'endedBefore' || ground === 'otherLaw';
    if (ground === 'notRenewed') return state === 'expired';
    if (ground === 'holderDied') return holderKind === 'person';
    return ground === 'firmDissolved' ? holderKind === 'firm' : true;
  });
}

/** Before these something is taken from the holder, and he is heard (行政许可法 art. 7). */
const needsHearing: readonly LicenceAct[] = ['recall', 'revoke'];

/** What stands against a change that may start from this state: its ground, its reason, the holder's hearing. */
export function objectionToChange(
  change: LicenceChangeFacts,
  licence: ChangedLicence,
  today: string,
): { code: RefusalCode; field: string } | undefined {
  const { act, ground, reason, heard, compensation } = change;
  if (licenceGrounds[act].length > 0) {
    if (ground === undefined) return { code: 'ground_missing', field: 'ground' };
    if (!groundsFor(act, licence).includes(ground)) return { code: 'ground_unfit', field: 'ground' };
  }
  if (reason.trim() === '') return { code: 'reason_missing', field: 'reason' };
  // 补偿: by art. 8 the holder's loss is part of the decision, also where there is none.
  if (act === 'recall' && (compensation ?? '').trim() === '')
    return { code: 'compensation_missing', field: 'compensation' };
  if (!needsHearing.includes(act)) return undefined;
  return objectionToHearing(heard, { givenDay: licence.givenDay, today });
}

/**
 * What stands against taking back what was given (行政许可法 art. 7): its holder was not told before, or on a day before
 * there was anything to take back, or one still to come. Days are ISO.
 */
export function objectionToHearing(
  heard: Heard | undefined,
  { givenDay, today }: { givenDay: string; today: string },
): { code: RefusalCode; field: string } | undefined {
  if (heard === undefined) return { code: 'holder_not_heard', field: 'heard' };
  // Silence is what somebody kept after he was told, and takes its time.
  const isOver = heard.how === 'silent' ? heard.toldDay < today : heard.toldDay <= today;
  return isOver && givenDay <= heard.toldDay ? undefined : { code: 'holder_not_heard', field: 'heard.toldDay' };
}

/** What each ground says in the decision, with its place in the licensing law. */
const groundWords: Record<LicenceAct, Partial<Record<LicenceGround, readonly [said: string, article: string]>>> = {
  suspend: { penalty: ['持证人依法受到暂扣许可证件的行政处罚', ''], otherLaw: ['法律、法规规定应当暂停', ''] },
  restore: {},
  recall: {
    lawChanged: ['该许可所依据的法律、法规、规章已经修改或者废止', '第八条第二款'],
    objectiveChange: ['准予该许可所依据的客观情况发生重大变化', '第八条第二款'],
  },
  cancel: {
    notRenewed: ['有效期届满未延续', '第七十条第一项'],
    holderDied: ['持证人死亡或者丧失行为能力', '第七十条第二项'],
    firmDissolved: ['持证的法人或者其他组织依法终止', '第七十条第三项'],
    endedBefore: ['该许可依法被撤销、撤回，或者许可证件依法被吊销', '第七十条第四项'],
    forceMajeure: ['因不可抗力导致许可事项无法实施', '第七十条第五项'],
    otherLaw: ['法律、法规规定应当注销', '第七十条第六项'],
  },
  revoke: {
    abuseOfOffice: ['工作人员滥用职权、玩忽职守作出准予决定', '第六十九条第一款第一项'],
    beyondAuthority: ['超越法定职权作出准予决定', '第六十九条第一款第二项'],
    procedureBroken: ['违反法定程序作出准予决定', '第六十九条第一款第三项'],
    notEligible: ['对不具备申请资格或者不符合法定条件的申请人作出准予决定', '第六十九条第一款第四项'],
    otherLaw: ['有依法可以撤销的其他情形', '第六十九条第一款第五项'],
    fraud: ['以欺骗、贿赂等不正当手段取得', '第六十九条第二款'],
  },
};

const heardWords: Record<Heard['how'], (day: string) => string> = {
  stated: (day) => `本机关${day}告知了拟作决定和陈述、申辩的权利，已听取陈述、申辩`,
  silent: (day) => `本机关${day}告知了拟作决定和陈述、申辩的权利，没有收到陈述、申辩`,
  hearing: (day) => `本机关${day}告知了拟作决定和要求听证的权利，已依法举行听证`,
};

/**
 * The facts and reasons as the decision prints them: the ground with its article, what happened, how the holder was
 * heard, what he is compensated for. What is not written yet stays visibly open.
 */
export function changeReason(
  { act, ground, reason, heard, compensation }: LicenceChangeFacts,
  profile: CertificateData['profile'],
): string {
  const [said = '', article = ''] = (ground && groundWords[act][ground]) ?? [];
  const law = profile === 'LICENSE' && article !== '' ? `（《中华人民共和国行政许可法》${article}）` : '';
  return [
    said && `${said}${law}`,
    reason,
    heard && heardWords[heard.how](printDay(heard.toldDay)),
    compensation && `补偿：${compensation}`,
  ]
    .flatMap((part) => (part ? withoutEnd(part) : []))
    .join('。');
}

const withoutEnd = (text: string) => text.trim().replace(/[，、；：。,;:.]+$/u, '');

function printDay(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${date}日`;
}

/** For how long who deceived may not apply again (行政许可法 art. 78, 79): through the same day so many years later. */
export function barredUntil(article: BarArticle, fromDay: Temporal.PlainDate): Temporal.PlainDate {
  return fromDay.add({ years: article === 78 ? 1 : 3 });
}

/** 78: he was denied for false material; 79: his licence was revoked for fraud. */
export type BarArticle = 78 | 79;

/** The decision that goes with an act: it speaks to the holder as his certificate does. */
export function licenceDecision(
  certificate: CertificateData,
  organ: Organ,
  { act, reason, day }: { act: LicenceAct; reason: string; day: string },
): Extract<DocumentContent, { kind: 'licenceDecision' }> {
  const { profile, caseNumber, applicants, item, certificateTitle, number, version, issueDay } = certificate;
  return {
    kind: 'licenceDecision',
    profile,
    caseNumber,
    applicants,
    item,
    contact: { name: null, phone: organ.phone },
    provisionalYears: [],
    act,
    licence: { title: certificateTitle, number: number ?? '', version, issueDay },
    reason,
    fromDay: day,
    // What gives back takes nothing.
    remedies: act === 'restore' ? null : { reconsiderationOrgan: organ.reconsiderationOrgan, court: organ.court },
  };
}

/**
 * Which licences a renewal looks at: what was given and not ended, whether or not its last day has passed. A suspended
 * one is never passed over: a renewal would lift what the organ suspended.
 */
export const renewableStates: readonly StoredLicenceState[] = ['valid', 'suspended'];

/** Of the licences under a holder's number, the first that was given to this name: numbers are typed, and typed wrong. */
export function predecessorOf<L extends { readonly holderName: string }>(
  licences: readonly L[],
  name: string,
): L | undefined {
  return licences.find(({ holderName }) => sameName(holderName) === sameName(name));
}

/** Of what a name holds: the licence whose number was given, else what still holds, else what ran out, else what was ended. */
export function heldBy<
  L extends { readonly holderName: string; readonly printed: string; readonly stands: LicenceState },
>(licences: readonly L[], name: string, printed: string): L | undefined {
  const own = licences.filter(({ holderName }) => sameName(holderName) === sameName(name));
  const rank = ({ stands }: L) => (stands === 'valid' || stands === 'suspended' ? 0 : stands === 'expired' ? 1 : 2);
  return (
    own.find((licence) => bare(licence.printed) === bare(printed)) ??
    own.toSorted((one, other) => rank(one) - rank(other))[0]
  );
}

/** A printed number without spaces and without its closing 号, which people leave out. */
const bare = (printed: string) => printed.replace(/\s/gu, '').replace(/号$/u, '');

/** Spaces aside, and composed alike. */
const sameName = (name: string) => tidy(name.normalize('NFC')).replace(/\s/gu, '');

/**
 * Whose licences a post sees in the register: its own organ's who reviews or decides there, all of the organs in his area
 * who supervises, everybody's who administers.
 */
export function organsInRegister({ post, scope }: StaffCall['staff'], places: Places): readonly string[] {
  switch (post?.role) {
    case 'reviewer':
    case 'decider':
    case 'organHead':
      return scope.organIds;
    case 'supervisor': {
      const area = new Set(places.descendantsOf(post.areaRegionId));
      return places.organs.filter(({ regionId }) => area.has(regionId)).map(({ id }) => id);
    }
    case 'administrator':
      return places.organs.map(({ id }) => id);
    default:
      return [];
  }
}
