import type { introspection_types } from '@/graphql-env.d.ts';
import type { Entity } from './entities';

type Fields<Type extends 'Query' | 'Mutation'> = keyof introspection_types[Type]['fields'];

const counts = ['returnCounts', 'notificationCounts'] as const;
/** Not `returns`: its rows tell by themselves what became of them, and it is asked anew whenever it is opened. */
const aReturn = [
  ...(['reviewQueue', 'refunds', 'refundDocuments', 'staffTasks', 'openReceipts', 'receiptsToInspect'] as const),
  ...(['notifications', ...counts] as const),
] as const;
/** Not `policyChanges`: whoever shows them asks for those of the version that they show. */
const theDraft = ['policy', 'policyExamples', 'shadowRuns'] as const;
const theTenant = ['storefront', 'moments', 'messageTemplate'] as const;
const facts = ['customFacts', 'ruleVocabulary'] as const;
const words = ['moments', 'messageTemplate'] as const;
const nothing = [] as const;

/**
 * What is to be asked anew after a mutation, besides what its own answer tells: root fields, of whatever arguments, and all
 * things of a type. Of a thing that it answers with, it tells by itself.
 */
export const touched = {
  acceptInvitation: nothing,
  addUnexpectedItem: aReturn,
  adjustRefund: aReturn,
  announceTracking: aReturn,
  approveItems: aReturn,
  archiveCustomFact: facts,
  archiveReason: ['returnReasons'],
  askForEvidence: aReturn,
  assignReturn: aReturn,
  cancelBackTest: nothing,
  cancelRefund: aReturn,
  cancelReturn: aReturn,
  changeApprovalCaps: ['approvalCaps'],
  changePassword: ['Viewer'],
  changeStaffRole: nothing,
  closeReceipt: aReturn,
  closeReturn: aReturn,
  completeTask: aReturn,
  confirmEmail: nothing,
  confirmTotp: nothing,
  countItems: aReturn,
  createApiClient: ['apiClients'],
  createReason: ['returnReasons'],
  defineCustomFact: facts,
  describeCustomFact: facts,
  disableTotp: nothing,
  discardPolicyDraft: theDraft,
  endSessions: nothing,
  eraseShopper: ['orders', 'returnsOfOrder', 'notifications', 'Order', 'Shopper', 'Return', 'Notification'],
  eraseShopperAttributes: ['Order', 'Shopper', 'PolicyDecision'],
  exportShopper: nothing,
  goLive: theTenant,
  gradeItems: aReturn,
  importPolicyFile: theDraft,
  inviteStaff: ['invitations'],
  issueShopperLink: nothing,
  markFactNeverSupplied: ['ruleVocabulary'],
  markRefundFailed: aReturn,
  markRefundPaid: aReturn,
  moveTrackingEndpoint: ['trackingEndpoint'],
  openReceipt: aReturn,
  pauseLive: theTenant,
  pickTender: aReturn,
  publishPolicyDraft: [...theDraft, 'policyVersions', 'policyVersionByNumber', 'policyVersion', 'PolicyVersion'],
  reimburse: aReturn,
  rejectItems: aReturn,
  releaseApproved: aReturn,
  removePolicyExample: ['policyExamples'],
  removeStaff: ['staff'],
  renewRecoveryCodes: ['Viewer'],
  requestPasswordReset: nothing,
  requireFourEyes: ['policyNeedsFourEyes'],
  resendNotification: ['notifications', ...counts],
  resetPassword: nothing,
  retryRefund: aReturn,
  revertMessageTemplate: words,
  revertPolicyDraft: theDraft,
  revokeApiClient: nothing,
  revokeInvitation: ['invitations'],
  saveMessageTemplate: words,
  savePolicyDraft: theDraft,
  savePolicyExample: ['policyExamples'],
  sendTestMessage: ['notifications', ...counts],
  setTrackingSecret: ['trackingEndpoint'],
  settleDiscrepancy: [...aReturn, 'Return'],
  signUp: nothing,
  startBackTest: ['backTests'],
  startImport: ['imports'],
  startShadowRun: ['shadowRuns'],
  startTotp: nothing,
  stopShadowRun: nothing,
  switchMoment: ['moments'],
  updateOrderSettings: ['orderSettings'],
  updatePrivacySettings: ['privacySettings'],
  updateReason: nothing,
  updateReturnSettings: ['returnSettings'],
  updateTenant: theTenant,
  updateViewer: nothing,
} as const satisfies { [Name in Fields<'Mutation'>]?: readonly (Fields<'Query'> | Entity)[] };
