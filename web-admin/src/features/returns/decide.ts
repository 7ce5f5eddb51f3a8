import { graphql } from '@/shared/api/graphql';
import { ReturnFacts } from './return-query';

export const ApproveMutation = graphql(
  `mutation ApproveItems($input: ApproveItemsInput!) {
    approveItems(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);

export const RejectMutation = graphql(
  `mutation RejectItems($input: RejectItemsInput!) {
    rejectItems(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);

export const AskMutation = graphql(
  `mutation AskForEvidence($input: AskForEvidenceInput!) {
    askForEvidence(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);

/** Said to whoever decides on what somebody else has changed; the page shows the newest by then. */
export const lookAgain =
  'Somebody changed this return meanwhile. What you see now is the newest; look again, then decide.';

type Decidable = { id: string; decision: string; quantity: number };

/** Items that a person may decide now: those that wait for them or for the shopper. */
export function decidable<I extends Decidable>(items: readonly I[]): I[] {
  return items.filter((item) => item.decision === 'IN_REVIEW' || item.decision === 'WAITING_FOR_SHOPPER');
}

export type Picked = Record<string, number>;

/** How many of each item a dialog starts with: all. */
export function allOf(items: readonly Decidable[]): Picked {
  return Object.fromEntries(decidable(items).map((item) => [item.id, item.quantity]));
}

/** What the mutation takes: no quantity where the whole item is meant, and nothing of what was not picked. */
export function decisions(items: readonly Decidable[], picked: Picked): { itemId: string; quantity: number | null }[] {
  return decidable(items)
    .filter((item) => (picked[item.id] ?? 0) > 0)
    .map((item) => ({
      itemId: item.id,
      quantity: picked[item.id] === item.quantity ? null : (picked[item.id] ?? null),
    }));
}
