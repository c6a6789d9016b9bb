import { useTranslation } from 'react-i18next';
import type { ResidentCase, StoryLine } from '../../../../contract/cases.ts';
import type { MeetingKind } from '../../../../contract/meetings.ts';
import type { DeliveryMethod } from '../../../../contract/values.ts';
import { deliveryMethods, isSent } from '../../../../contract/words.ts';
import { useSaying } from '../../ui/resident/district.tsx';

const isDeliveryMethod = (word: unknown): word is DeliveryMethod =>
  (deliveryMethods as readonly unknown[]).includes(word);

/** One line of the story as a sentence, from the act and its facts; it never foretells the decision. */
export function useStorySentence({ profile }: Pick<ResidentCase, 'profile'>) {
  const { t } = useTranslation(['resident', 'outcomes']);
  const { day, text } = useSaying();
  return ({ act, actor, facts }: StoryLine): string => {
    const organ = actor.organ === undefined ? t('resident:story.theOrgan') : text(actor.organ);
    const dayOf = (...names: string[]): string | undefined => {
      const found = names.map((name) => facts[name]).find((value) => typeof value === 'string' && value !== '');
      return typeof found === 'string' ? day(found) : undefined;
    };
    switch (act) {
      case 'case.takenIn':
        if (isSent(String(facts.channel))) return t('resident:story.case.takenInSent');
        return facts.channel === 'AGENT' ? t('resident:story.case.takenInAgent') : t('resident:story.case.takenIn');
      case 'case.accepted':
      case 'case.deemedAccepted': {
        const until = dayOf('promisedDueDay', 'statutoryDueDay', 'dueDay');
        const name = act === 'case.accepted' ? 'accepted' : 'deemedAccepted';
        return until === undefined
          ? t(`resident:story.case.${name}`)
          : t(`resident:story.case.${name}Until`, { day: until });
      }
      case 'case.corrected': {
        const until = dayOf('dueDay');
        const count = Number(facts.openDefects ?? 0);
        return until === undefined
          ? t('resident:story.case.corrected', { count })
          : t('resident:story.case.correctedUntil', { count, day: until });
      }
      case 'case.returnedStillOpen':
        return t('resident:story.case.returnedStillOpen', { count: Number(facts.openDefects ?? 1) });
      case 'case.granted':
        return t('resident:story.case.granted', { outcome: t(`outcomes:${profile}.GRANTED`) });
      case 'case.denied':
        return t('resident:story.case.denied', { outcome: t(`outcomes:${profile}.DENIED`) });
      case 'case.delivered': {
        const { method } = facts;
        if (isDeliveryMethod(method)) return t(`resident:story.case.delivered${method}`);
        return t('resident:story.case.deliveredDIRECT');
      }
      case 'case.signedFor':
        return t('resident:story.case.signedFor', { organ });
      case 'case.reviewed':
        return t('resident:story.case.reviewed', { organ });
      case 'case.receivedTolerated': {
        const left = Number(facts.left ?? 0);
        const count = Number(facts.count ?? 1);
        return left === 0
          ? t('resident:story.case.receivedTolerated', { count })
          : t('resident:story.case.receivedToleratedLeft', { count, left });
      }
      case 'case.meetingArranged':
      case 'case.meetingPostponed':
      case 'case.meetingCancelled':
      case 'case.meetingConcluded':
        return t(facts.ground === 'signerBarred' ? 'resident:story.case.meetingAgain' : `resident:story.${act}`, {
          day: dayOf('day') ?? '',
          what: t(`resident:story.meeting.${facts.kind as MeetingKind}`),
        });
      case 'case.hearingRightsNotified':
        return t('resident:story.case.hearingRightsNotified', { day: dayOf('requestLastDay') ?? '' });
      case 'case.chairChallenged':
        return t(facts.ruling === 'UPHELD' ? 'resident:story.case.chairUpheld' : 'resident:story.case.chairRejected');
      case 'case.procedureEnded':
      case 'case.extended':
      case 'case.noticePosted': {
        const until = dayOf('untilDay', 'dueDay');
        return until === undefined ? t(`resident:story.${act}`) : t(`resident:story.${act}Until`, { day: until });
      }
      case 'case.dueDayMoved':
        return t('resident:story.case.dueDayMoved', { from: dayOf('fromDay') ?? '', to: dayOf('toDay') ?? '' });
      case 'case.taskReturned':
      case 'case.taskReopened':
      case 'case.taskReassigned':
      case 'case.signerAdded':
      case 'case.tasksLate':
      case 'case.signingLate':
      case 'case.certified':
      case 'case.expertsDrawn':
      case 'case.hearingRequested':
      case 'case.hearingWaived':
      case 'case.hearingNotRequested':
      case 'case.procedureStarted':
      case 'case.procedureDropped':
      case 'case.procedureOverlong':
      case 'case.reportedUp':
      case 'case.upperDecided':
      case 'case.noticeClosed':
      case 'case.objected':
      case 'case.objectionAnswered':
      case 'case.mandateRevoked':
      case 'case.submitted':
      case 'case.supplemented':
      case 'case.identityVerified':
      case 'case.handedOver':
      case 'case.documentServed':
      case 'case.documentPosted':
      case 'case.serviceNoticed':
      case 'case.refused':
      case 'case.notRequired':
      case 'case.deliveryAssigned':
      case 'case.deemedRenewed':
      case 'case.deemedWithdrawn':
      case 'case.correctionLapsed':
      case 'case.acceptedTolerated':
      case 'case.commitmentWithdrawn':
      case 'case.commitmentCheckDue':
      case 'case.commitmentKept':
      case 'case.commitmentFalse':
      case 'case.terminated':
      case 'case.withdrawn':
      case 'case.returnedToFront':
      case 'case.completed':
      case 'case.archived':
        return t(`resident:story.${act}`);
      default:
        return t('resident:story.unknown');
    }
  };
}
