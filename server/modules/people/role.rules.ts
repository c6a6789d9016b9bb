import type { Role } from '../../../contract/values.ts';

/**
 * What each role may do, in the words of the routes. The one place where permissions are given; how far they reach is
 * the scope of the post.
 */
const permissionsByRole: Record<Role, readonly string[]> = {
  windowClerk: [
    'cases.read',
    'cases.takeIn',
    'cases.verifyIdentity',
    'cases.openMaterial',
    'cases.accept',
    'cases.correct',
    'cases.refuse',
    'cases.receiveSupplement',
    'cases.decideAtDesk',
    'cases.certify',
    'cases.assignDelivery',
    'cases.deliver',
    'cases.handOver',
    'cases.revokeMandate',
    'cases.reveal',
    'files.upload',
  ],
  reviewer: [
    'cases.read',
    'cases.openMaterial',
    'cases.signFor',
    'cases.review',
    'cases.arrange',
    'cases.returnTask',
    'cases.reassignTask',
    'cases.addSigner',
    'cases.certify',
    'cases.reveal',
    'licences.read',
  ],
  decider: [
    'cases.read',
    'cases.openMaterial',
    'cases.decide',
    'cases.reopenTask',
    'cases.reassignTask',
    'cases.reveal',
    'licences.read',
    'licences.change',
    'devolution.read',
    'devolution.comment',
    'lookBacks.rectify',
  ],
  // The organ's head: extends a limit (ALL 42), rules on recusal, and decides like his deciders.
  organHead: [
    'cases.read',
    'cases.openMaterial',
    'cases.decide',
    'cases.extend',
    'cases.recuse',
    'cases.reassignTask',
    'cases.reveal',
    'licences.read',
    'licences.change',
  ],
  // 政府负责人: extends a limit that several organs share (ALL 42(2)).
  governmentHead: ['cases.read', 'cases.extend'],
  archivist: ['cases.read', 'archives.read', 'archives.build', 'archives.note'],
  // A committee is no organ: it takes papers in and carries results, and neither accepts nor decides (domain §1.6).
  villageAgent: ['cases.read', 'cases.takeIn', 'cases.deliver', 'files.upload'],
  supervisor: [
    'cases.read',
    'beyondGuide.read',
    'licences.read',
    'catalogue.read',
    'standards.read',
    'devolution.read',
    'credit.read',
    'credit.record',
    'credit.repair',
  ],
  itemManager: [
    'catalogue.read',
    'files.upload',
    'drafts.read',
    'drafts.compile',
    'drafts.takeBack',
    'imports.run',
    'standards.read',
    'basicItems.claim',
    'devolution.read',
    'devolution.propose',
    'devolution.train',
    'lookBacks.rectify',
  ],
  itemReviewer: [
    'catalogue.read',
    'drafts.read',
    'drafts.review',
    'drafts.return',
    'standards.read',
    'devolution.read',
    'devolution.review',
  ],
  itemPublisher: [
    'beyondGuide.read',
    'catalogue.read',
    'drafts.read',
    'drafts.approve',
    'drafts.return',
    'drafts.takeBack',
    'drafts.publish',
    'imports.run',
    'standings.change',
    'standards.read',
    'standards.check',
    'standards.configure',
    'basicItems.publish',
    'devolution.read',
    'devolution.run',
    'devolution.train',
    'lookBacks.run',
    'lookBacks.rectify',
    'files.upload',
    'credit.read',
    'credit.record',
    'credit.repair',
  ],
  administrator: [
    'staff.read',
    'staff.revokeSessions',
    'posts.read',
    'posts.appoint',
    'absences.record',
    'offices.configure',
    'access.read',
    'jobs.read',
    'jobs.retry',
    'calendar.import',
    'templates.read',
    'templates.publish',
    'aliases.read',
    'aliases.add',
    'aliases.remove',
    'searchMisses.read',
    'searchMisses.dismiss',
    'licences.read',
    'standards.read',
    'devolution.read',
  ],
};

/** What every member of staff may do for himself, whatever his post. */
const permissionsOfStaff = ['staff.self'] as const;

export function permissionsOf(role: Role | undefined): readonly string[] {
  return [...permissionsOfStaff, ...(role === undefined ? [] : permissionsByRole[role])];
}

/** Whether a role has the permission that stands on a route. */
export function roleMay(role: Role | undefined, permission: string): boolean {
  return permissionsOf(role).includes(permission);
}
