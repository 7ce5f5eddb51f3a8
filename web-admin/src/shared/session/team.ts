import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { once } from '@/shared/api/policies';
import { useCan } from './session';

const TeamQuery = graphql(`
  query Team { staff(first: 100) { edges { node { id personId name role } } } }
`);

/** The people of this merchant, for choosing and for telling an opaque person id by name. */
export function useTeam() {
  const can = useCan();
  const [{ data }] = useQuery({ query: TeamQuery, pause: !can('tenant:read'), ...once });
  const members = nodesOf(data?.staff);
  return {
    members,
    nameOf: (personId: string) => members.find((each) => each.personId === personId)?.name ?? personId,
  };
}
