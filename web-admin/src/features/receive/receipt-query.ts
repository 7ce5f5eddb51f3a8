import { graphql, type ResultOf } from '@/shared/api/graphql';

export const ReceiptFacts = graphql(`
  fragment ReceiptFacts on Receipt {
    id
    code
    version
    openedAt
    closedAt
    unitsToInspect
    return { id rmaNumber headline decision shopperName items { id decision quantity reason { text } comment } }
    lines {
      id
      itemId
      sku
      title
      variantTitle
      imagePath
      expected
      received
      accepted
      refused
      unexpected
      grade
      disposition
      note
    }
  }
`);

export type ReceiptFacts = ResultOf<typeof ReceiptFacts>;
export type Line = ReceiptFacts['lines'][number];

export const ReceiptQuery = graphql(`query Receipt($id: ID!) { receipt(id: $id) { ...ReceiptFacts } }`, [ReceiptFacts]);

export const OpenMutation = graphql(
  `mutation OpenReceipt($input: OpenReceiptInput!) {
    openReceipt(input: $input) { receipt { ...ReceiptFacts } userErrors { field message code } }
  }`,
  [ReceiptFacts],
);
export const CountMutation = graphql(
  `mutation CountItems($input: CountItemsInput!) {
    countItems(input: $input) { receipt { ...ReceiptFacts } userErrors { field message code } }
  }`,
  [ReceiptFacts],
);
export const GradeMutation = graphql(
  `mutation GradeItems($input: GradeItemsInput!) {
    gradeItems(input: $input) { receipt { ...ReceiptFacts } userErrors { field message code } }
  }`,
  [ReceiptFacts],
);
export const UnexpectedMutation = graphql(
  `mutation AddUnexpectedItem($input: AddUnexpectedItemInput!) {
    addUnexpectedItem(input: $input) { receipt { ...ReceiptFacts } userErrors { field message code } }
  }`,
  [ReceiptFacts],
);
export const CloseMutation = graphql(
  `mutation CloseReceipt($input: CloseReceiptInput!) {
    closeReceipt(input: $input) { receipt { ...ReceiptFacts } userErrors { field message code } }
  }`,
  [ReceiptFacts],
);
