import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconTruck } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { CopyId } from '@/shared/ui/copy-id';
import { Loaded } from '@/shared/ui/loaded';
import { Pager } from '@/shared/ui/pager';
import { Facts, Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice, Status, type Tone } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import css from './settings.module.css';

const Endpoint = graphql(`
  fragment EndpointFacts on TrackingEndpoint { url secretSet secretSetAt lastReceivedAt refused lastRefusedAt }
`);
const EndpointQuery = graphql(`query TrackingEndpoint { trackingEndpoint { ...EndpointFacts } }`, [Endpoint]);
const MessagesQuery = graphql(`
  query CarrierMessages($after: String) {
    carrierMessages(first: 20, after: $after) {
      edges { node { id source eventId trackingNumber state receivedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const SecretMutation = graphql(
  `mutation SetTrackingSecret($input: SetTrackingSecretInput!) {
    setTrackingSecret(input: $input) { trackingEndpoint { ...EndpointFacts } secret userErrors { field message code } }
  }`,
  [Endpoint],
);
const MoveMutation = graphql(
  `mutation MoveTrackingEndpoint($input: MoveTrackingEndpointInput!) {
    moveTrackingEndpoint(input: $input) { trackingEndpoint { ...EndpointFacts } userErrors { field message code } }
  }`,
  [Endpoint],
);

const tones: Record<string, Tone> = {
  APPLIED: 'good',
  WAITING: 'info',
  UNMATCHED: 'warn',
  IGNORED: 'calm',
  UNREADABLE: 'bad',
};

export function Tracking() {
  const may = useCan()('tenant:write');
  const query = useQuery({ query: EndpointQuery });
  const [set, setting] = useAct(SecretMutation);
  const [move, moving] = useAct(MoveMutation);
  const [secret, setSecret] = useState<string>();
  const renew = async () => {
    const outcome = await set({ input: {} });
    if (outcome.refused) return refusedToast(outcome.refused);
    setSecret(outcome.payload.secret ?? undefined);
  };
  const confirm = (title: string, words: string, verb: string, then: () => Promise<unknown>) =>
    modals.openConfirmModal({
      title,
      children: words,
      labels: { confirm: verb, cancel: 'Go back' },
      onConfirm: () => void then(),
    });
  return (
    <>
      <Panel title="Parcels from EasyPost">
        <Loaded query={query}>
          {({ trackingEndpoint: endpoint }) => (
            <Stack>
              <Text>
                Give this address and the secret to EasyPost (Webhooks › Add). From then on parcels move by themselves.
              </Text>
              {!endpoint.secretSet && (
                <Notice tone="warn">No secret is set: every webhook is refused until you make one.</Notice>
              )}
              <Facts
                of={[
                  ['Address', <CopyId key="a" value={endpoint.url} />],
                  ['Secret', endpoint.secretSetAt ? <When key="s" at={endpoint.secretSetAt} /> : 'not set'],
                  ['Last heard', endpoint.lastReceivedAt ? <When key="h" at={endpoint.lastReceivedAt} /> : 'never'],
                  ['Refused in 30 days', endpoint.refused.toLocaleString()],
                ]}
              />
              {may && (
                <Group>
                  <Button
                    variant={endpoint.secretSet ? 'default' : 'filled'}
                    loading={setting}
                    onClick={() =>
                      endpoint.secretSet
                        ? confirm(
                            'Make a new secret?',
                            'Webhooks signed with the old one are refused from now on.',
                            'Make a new secret',
                            renew,
                          )
                        : void renew()
                    }
                  >
                    {endpoint.secretSet ? 'Make a new secret' : 'Make a secret'}
                  </Button>
                  <Button
                    variant="default"
                    loading={moving}
                    onClick={() =>
                      confirm('Move to a new address?', 'The old address ends at once.', 'Move', async () => {
                        const { refused } = await move({ input: {} });
                        if (refused) refusedToast(refused);
                      })
                    }
                  >
                    Move to a new address
                  </Button>
                </Group>
              )}
            </Stack>
          )}
        </Loaded>
      </Panel>
      <Heard />
      <Modal
        opened={Boolean(secret)}
        onClose={() => setSecret(undefined)}
        title="Keep this secret now"
        withCloseButton={false}
      >
        <Stack>
          <Notice tone="warn">It is shown this once. Give it to EasyPost as the webhook’s secret.</Notice>
          <code className={css.secret}>{secret}</code>
          <Group justify="flex-end">
            <CopyButton value={secret ?? ''}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the secret'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={() => setSecret(undefined)}>I have kept it</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Heard() {
  const pages = usePages('carrier');
  const query = useQuery({ query: MessagesQuery, variables: { after: pages.after } });
  return (
    <Panel title="What carriers said" flush>
      <Loaded query={query}>
        {({ carrierMessages }) => {
          const rows = nodesOf(carrierMessages);
          if (rows.length === 0) {
            return (
              <Empty icon={IconTruck} title="Nothing heard yet">
                Each webhook leaves a line here, also those that fit no parcel. Kept for 90 days.
              </Empty>
            );
          }
          return (
            <>
              <Table
                label="What carriers said"
                rows={rows}
                keyOf={(row) => row.id}
                columns={[
                  { name: 'Tracking number', cell: (row) => row.trackingNumber ?? 'none' },
                  {
                    name: 'State',
                    cell: (row) => <Status tone={tones[row.state] ?? 'calm'}>{sentence(row.state)}</Status>,
                  },
                  { name: 'Event', wide: true, cell: (row) => <CopyId value={row.eventId} /> },
                  { name: 'Received', cell: (row) => <When at={row.receivedAt} /> },
                ]}
              />
              <Pager pages={pages} info={carrierMessages.pageInfo} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
