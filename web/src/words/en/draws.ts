import type { draws as chinese } from '../zh-CN/draws.ts';

/** What residents read of a hearing and of a draw of experts. */
export const draws: typeof chinese = {
  draw: {
    title: 'How experts were drawn',
    text: 'Experts are drawn at random by a published seed. There are no names here, only tickets; anyone can compute it again and see whether it is right.',
    attempt: 'Panel no. {{count}} of this matter',
    arrangements:
      'It was arranged {{count}} times in this round. As long as the pool is the same, arranging it again keeps the first seed and the same order.',
    day: 'Day on which the pool was fixed',
    fields: 'Fields',
    count: 'To be drawn',
    eligible: 'Could be drawn',
    ledgerHash: 'Hash of the case’s record',
    poolDigest: 'Digest of the pool',
    seed: 'Seed',
    notDrawn: 'Not drawn yet. The seed is fixed, and the result with it.',
    result: 'Result',
    place: 'No. {{place}}',
    declined: {
      unavailable: 'could not come, the next took the place',
      related: 'related, the next took the place',
      declared: 'stood aside, the next took the place',
    },
    pool: 'The pool (tickets)',
    standings: {
      eligible: 'could be drawn',
      otherField: 'other field',
      unavailable: 'not in the pool or away',
      sameEmployer: 'same employer as the applicant, out',
      related: 'related, out',
      declared: 'declared an interest, out',
    },
    replay: 'Compute it again on this device',
    replayed: 'Done: digest, seed and result are right.',
    differs: 'Not right: {{what}}. Please tell the supervisor.',
    parts: { poolDigest: 'the digest of the pool', seed: 'the seed', order: 'the result' },
    howTitle: 'How it is computed',
    how: '1. Digest: fields, number and the standing of every ticket, a line each, through SHA-256. 2. Seed: “doorstep draw 1”, the meeting’s id, the day, the hash of the case’s record and the digest, a line each, through SHA-256. 3. Draw: the tickets that could be drawn, in order; from the last one down each changes place with one before it or itself, chosen by the first six bytes of SHA-256(seed:n), n from zero; numbers that would favour some are skipped.',
  },
  hearing: {
    title: 'Hearing',
    none: 'There is no hearing in this matter.',
    matter: 'Why we tell you',
    right:
      'Before a decision you have the right to a hearing: the department listens in public to you and to others concerned, and decides by the record. It is free.',
    until: 'Ask for it by {{day}}',
    ask: 'I ask for a hearing',
    asking: 'Sending',
    waive: 'I give it up',
    waiveNote: 'Until {{day}} you may still change your mind, unless everybody has given it up.',
    states: {
      NOTIFIED: 'Nobody has asked for a hearing yet.',
      REQUESTED: 'A hearing was asked for; it is held by {{day}}.',
      WAIVED: 'The hearing was given up; the matter goes on.',
      NOT_REQUESTED: 'Nobody asked for a hearing in time; the matter goes on.',
    },
    own: { REQUESTED: 'You asked for it on {{day}}.', WAIVED: 'You gave it up on {{day}}.' },
    meeting: '{{at}}, {{place}}',
    when: 'When and where',
    back: 'Back to the matter',
  },
};
