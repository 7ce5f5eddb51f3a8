import { graphql, type ResultOf } from '@/shared/api/graphql';

export const TenantFacts = graphql(`
  fragment TenantFacts on Tenant {
    id
    version
    name
    slug
    portalUrl
    currency
    timeZone
    locale
    live
    contactEmail
    teamInbox
    missingForLive
    brand { color onColor logoFileId }
    returnAddress { name street street2 postcode city region country }
  }
`);

export type TenantFacts = ResultOf<typeof TenantFacts>;

export const TenantQuery = graphql(`query Tenant { tenant { ...TenantFacts } }`, [TenantFacts]);

export const UpdateTenantMutation = graphql(
  `mutation UpdateTenant($input: UpdateTenantInput!) {
    updateTenant(input: $input) { tenant { ...TenantFacts } userErrors { field message code } }
  }`,
  [TenantFacts],
);

/** What a form says when somebody else was faster. */
export const staleWords =
  'Somebody changed these settings meanwhile. Reload the page to see the newest, then change yours.';
