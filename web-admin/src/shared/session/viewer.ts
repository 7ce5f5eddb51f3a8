import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      id
      email
      name
      totpEnabled
      role
      tenant { id version name slug currency timeZone locale live missingForLive contactEmail }
      memberships { tenantId name slug role current }
    }
  }
`);

/** The signed-in person and her merchant; asked once and answered from the cache wherever it is needed. */
export function useViewer() {
  const [{ data }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-first' });
  return data?.viewer;
}
