import type { introspection_types } from '@/graphql-env.d.ts';

/** Everything that has a global id of its own. */
export type Entity = introspection_types['Node']['possibleTypes'] | 'Viewer' | 'ViewerSession';

/*
 * A thing with a global id is one thing, wherever it is shown. All else is part of what it stands in: a rule too, which keeps
 * its id from version to version and says something else in each.
 */
export const entities: Record<Entity, true> = {
  ApiClient: true,
  AuditEntry: true,
  BackTest: true,
  CarrierMessage: true,
  Discrepancy: true,
  EvidenceRequest: true,
  Import: true,
  Invitation: true,
  Notification: true,
  Order: true,
  OrderLine: true,
  PolicyDecision: true,
  PolicyVersion: true,
  Product: true,
  Receipt: true,
  ReceiptLine: true,
  Refund: true,
  RefundDocument: true,
  Return: true,
  ReturnItem: true,
  ReturnReason: true,
  ReverseShipment: true,
  ShadowRun: true,
  Shopper: true,
  StaffMember: true,
  StaffTask: true,
  StoredFile: true,
  Tenant: true,
  Viewer: true,
  ViewerSession: true,
};
