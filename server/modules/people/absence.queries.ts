import type { AbsenceView, MyAbsences, StaffedPost, UncoveredPostView } from '../../../contract/people.ts';
import type { Read } from '../../platform/database/index.ts';
import { loadPlaces } from '../places/index.ts';
import { type Absence, isAwayOn, lastDayAway } from './absence.rules.ts';
import { getAbsences } from './absence.store.ts';
import type { StaffCall } from './caller.store.ts';
import { getHeldPosts } from './staff.store.ts';
import { type Appointment, getAppointments, getUncoveredPosts, listPosts } from './substitute.store.ts';

function absenceView(absence: Absence, today: string): AbsenceView {
  const { id, kind, fromDay } = absence;
  return {
    absenceId: id,
    kind,
    fromDay,
    untilDay: lastDayAway(absence) ?? fromDay,
    now: isAwayOn(absence, today),
  };
}

/** One's own absences to come and under way, and who stands in for each of one's posts meanwhile. */
export async function getMyAbsences(read: Read, _: object, call: StaffCall): Promise<MyAbsences> {
  const { id } = call.staff;
  const [absences, held] = await Promise.all([
    getAbsences(read, call.district, { staffIds: [id], today: call.today }),
    getHeldPosts(read, call.district, call.today, [id]),
  ]);
  const own = held.filter(({ kind }) => kind === 'regular');
  const appointments = await getAppointments(read, call.district, {
    postIds: own.map(({ postId }) => postId),
    today: call.today,
  });
  return {
    absences: absences.map((absence) => absenceView(absence, call.today.toString())),
    posts: own.map(({ postId, titleZh, titleEn }) => ({
      title: { zh: titleZh, en: titleEn },
      substitutes: namesOf(appointments, postId, 'substitute'),
      colleagues: namesOf(appointments, postId, 'regular').filter(({ staffId }) => staffId !== id),
    })),
  };
}

function namesOf(appointments: readonly Appointment[], postId: string, kind: Appointment['kind']) {
  return appointments
    .filter((each) => each.postId === postId && each.kind === kind)
    .map(({ appointmentId, staffId, staffName }) => ({ appointmentId, staffId, name: staffName }));
}

/** Every post with its holder (A) and its substitutes (B), organ by organ. */
export async function getStaffedPosts(
  read: Read,
  input: { organId?: string; after?: string; limit?: number },
  call: StaffCall,
): Promise<{ posts: StaffedPost[]; next?: string }> {
  const limit = input.limit ?? 20;
  const [places, rows] = await Promise.all([
    loadPlaces(read, call.district),
    listPosts(read, call.district, { organId: input.organId, after: input.after, limit }),
  ]);
  const page = rows.slice(0, limit);
  const appointments = await getAppointments(read, call.district, {
    postIds: page.map(({ id }) => id),
    today: call.today,
  });
  const absences = await getAbsences(read, call.district, {
    staffIds: [...new Set(appointments.map(({ staffId }) => staffId))],
    today: call.today,
  });
  const today = call.today.toString();
  const last = page.at(-1);
  return {
    posts: page.map((post) => ({
      postId: post.id,
      title: { zh: post.titleZh, en: post.titleEn },
      role: post.role,
      organId: post.organId,
      organ: places.organById(post.organId)?.name ?? { zh: '', en: '' },
      holders: namesOf(appointments, post.id, 'regular').map((holder) => {
        const absence = absences.find(({ staffId }) => staffId === holder.staffId);
        return { ...holder, ...(absence && { absence: absenceView(absence, today) }) };
      }),
      substitutes: namesOf(appointments, post.id, 'substitute'),
      ...place(places.centerById(post.centerId ?? '')?.name),
    })),
    ...(rows.length > limit && last && { next: `${last.organId}~${last.id}` }),
  };
}

const place = (center: StaffedPost['center']) => (center === undefined ? {} : { center });

/**
 * Posts in which nobody can act today. The organ's head is told those of his organ and the administrator all, so that
 * somebody is appointed; to others there is nothing to tell.
 */
export async function getUncovered(read: Read, _: object, call: StaffCall): Promise<{ posts: UncoveredPostView[] }> {
  const { post } = call.staff;
  if (post?.role !== 'organHead' && post?.role !== 'administrator') return { posts: [] };
  const posts = await getUncoveredPosts(read, call.district, {
    today: call.today,
    organId: post.role === 'organHead' ? post.organId : undefined,
  });
  const places = await loadPlaces(read, call.district);
  return {
    posts: posts.map(({ postId, titleZh, titleEn, organId, holderName, untilDay }) => ({
      postId,
      title: { zh: titleZh, en: titleEn },
      organ: places.organById(organId)?.name ?? { zh: '', en: '' },
      holder: holderName,
      untilDay,
    })),
  };
}
