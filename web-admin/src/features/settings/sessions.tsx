import { Button, Group, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';

const SessionsQuery = graphql(`
  query OwnSessions { viewer { id sessions { id device signedInAt lastSeenAt current } } }
`);
const EndMutation = graphql(`
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      viewer { id sessions { id device signedInAt lastSeenAt current } }
      userErrors { field message code }
    }
  }
`);

/** Where one is signed in, and the way out of each but this. */
export function Sessions() {
  const query = useQuery({ query: SessionsQuery });
  const [end, busy] = useAct(EndMutation);
  const finish = async (sessionId: string | null, said: string) => {
    const { refused } = await end({ input: { sessionId } });
    if (refused) return refusedToast(refused);
    done(said);
  };
  const others = query[0].data?.viewer.sessions.some((each) => !each.current);
  return (
    <Panel
      title="Where you are signed in"
      flush
      aside={
        others && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            loading={busy}
            onClick={() => finish(null, 'You are signed out everywhere else.')}
          >
            Sign out everywhere else
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ viewer }) => (
          <Table
            label="Where you are signed in"
            rows={viewer.sessions}
            keyOf={(session) => session.id}
            columns={[
              {
                name: 'Browser',
                cell: (session) => (
                  <Group gap="xs">
                    <Text fw={550}>{session.device}</Text>
                    {session.current && <Status tone="good">This one</Status>}
                  </Group>
                ),
              },
              { name: 'Signed in', wide: true, cell: (session) => <When at={session.signedInAt} /> },
              { name: 'Last active', cell: (session) => (session.current ? 'now' : <When at={session.lastSeenAt} />) },
              {
                name: 'Steps',
                right: true,
                cell: (session) =>
                  !session.current && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      aria-label={`Sign out ${session.device}`}
                      onClick={() => finish(session.id, `${session.device} is signed out.`)}
                    >
                      Sign out
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
