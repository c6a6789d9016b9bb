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
    'cases.assignDelivery',
    'cases.deliver',
    'cases.handOver',
    'cases.revokeMandate',
    'cases.reveal',
    'files.upload',
  ],
  reviewer: ['cases.read', 'cases.openMaterial', 'cases.signFor', 'cases.review', 'cases.reveal', 'licences.read'],
  decider: [
    'cases.read',
    'cases.openMaterial',
    'cases.decide',
    'cases.reveal',
    'licences.read',
    'licences.change',
    'devolution.read',
    'devolution.comment',
    'lookBacks.rectify',
  ],
  // A committee is no organ: it takes papers in and carries results, and neither accepts nor decides (domain §1.6).
  villageAgent: ['cases.read', 'cases.takeIn', 'cases.deliver', 'files.upload'],
  supervisor: [
    'cases.read',
    'beyondGuide.read',
    'licences.read',
    'catalogue.read',
    'standards.read',
    'devolution.read',
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
  ],
  administrator: [
    'staff.read',
    'staff.revokeSessions',
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
