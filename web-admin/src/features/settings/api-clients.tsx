import { Anchor, Button, Checkbox, CopyButton, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlug, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { useSession } from '@/shared/session/session';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { CopyId } from '@/shared/ui/copy-id';
import { Dialog } from '@/shared/ui/dialog';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import css from './settings.module.css';

const ClientsQuery = graphql(`
  query ApiClients {
    apiClients(first: 100) { edges { node { id clientId name scopes createdAt lastUsedAt revokedAt } } }
  }
`);
const CreateMutation = graphql(`
  mutation CreateApiClient($input: CreateApiClientInput!) {
    createApiClient(input: $input) {
      apiClient { id clientId name scopes createdAt lastUsedAt revokedAt }
      clientSecret
      userErrors { field message code }
    }
  }
`);
const RevokeMutation = graphql(`
  mutation RevokeApiClient($input: RevokeApiClientInput!) {
    revokeApiClient(input: $input) { apiClient { id revokedAt } userErrors { field message code } }
  }
`);

/** Scopes that only people hold; a program is never offered them. */
const peopleOnly = ['staff:write', 'clients:write'];

export function ApiClients() {
  const query = useQuery({ query: ClientsQuery });
  const [adding, setAdding] = useState(false);
  const [revoke] = useAct(RevokeMutation);
  const shutOut = (id: string, name: string) =>
    modals.openConfirmModal({
      title: `Shut ${name} out?`,
      children: 'Its tokens stop working at once. This cannot be taken back; a new client gets a new secret.',
      labels: { confirm: 'Shut it out', cancel: 'Go back' },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        const { refused } = await revoke({ input: { apiClientId: id } });
        if (refused) refusedToast(refused);
      },
    });
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
      Add an API client
    </Button>
  );
  return (
    <>
      <Panel title="API clients" flush aside={add}>
        <Loaded query={query}>
          {({ apiClients }) => {
            const rows = nodesOf(apiClients);
            if (rows.length === 0) {
              return (
                <Empty icon={IconPlug} title="No program may call the API yet" action={add}>
                  A client gets an id and a secret, asks for a token at /oauth2/token, and calls /graphql with the
                  permissions that you give it.
                </Empty>
              );
            }
            return (
              <Table
                label="API clients"
                rows={rows}
                keyOf={(client) => client.id}
                columns={[
                  {
                    name: 'Name',
                    cell: (client) => (
                      <>
                        <Text fw={550}>{client.name}</Text>
                        <CopyId value={client.clientId} />
                      </>
                    ),
                  },
                  { name: 'May', wide: true, cell: (client) => client.scopes.join(', ') },
                  {
                    name: 'Last used',
                    wide: true,
                    cell: (client) => (client.lastUsedAt ? <When at={client.lastUsedAt} /> : 'never'),
                  },
                  {
                    name: 'State',
                    cell: (client) =>
                      client.revokedAt ? <Status tone="calm">Shut out</Status> : <Status tone="good">Works</Status>,
                  },
                  {
                    name: 'Steps',
                    right: true,
                    cell: (client) =>
                      !client.revokedAt && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="red"
                          onClick={() => shutOut(client.id, client.name)}
                        >
                          Shut out
                        </Button>
                      ),
                  },
                ]}
              />
            );
          }}
        </Loaded>
      </Panel>
      <Text c="dimmed">
        Try the API with your own session in{' '}
        <Anchor href="/graphiql/" target="_blank">
          GraphiQL
        </Anchor>
        .
      </Text>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const [create] = useAct(CreateMutation);
  const offered = (useSession().facts?.scopes ?? []).filter((scope) => !peopleOnly.includes(scope));
  const [idempotencyKey] = useState(freshKey);
  const [made, setMade] = useState<{ clientId: string; secret: string }>();
  const form = useActForm({
    initialValues: { name: '', scopes: [] as string[] },
    validate: { name: needed('Say what program it is.') },
    act: (values) => create({ input: { ...values, idempotencyKey } }),
    onDone: ({ apiClient, clientSecret }) => {
      if (!apiClient || !clientSecret) return onClose();
      setMade({ clientId: apiClient.clientId, secret: clientSecret });
    },
  });
  if (made) {
    return (
      <Dialog onClose={onClose} title="Keep this secret now" closeOnClickOutside={false} withCloseButton={false}>
        <Stack>
          <Notice tone="warn">It is shown this once. Who has it may do what you ticked.</Notice>
          <Text fw={550}>Client id</Text>
          <code className={css.secret}>{made.clientId}</code>
          <Text fw={550}>Client secret</Text>
          <code className={css.secret}>{made.secret}</code>
          <Group justify="flex-end">
            <CopyButton value={made.secret}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the secret'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>I have kept it</Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog onClose={onClose} size="lg" title="Add an API client">
      <DialogForm
        of={form}
        verb="Make id and secret"
        disabled={form.fields.values.scopes.length === 0}
        onClose={onClose}
      >
        <TextInput
          label="Name"
          description="What program it is."
          placeholder="Warehouse system"
          required
          data-autofocus
          {...form.fields.getInputProps('name')}
        />
        <Checkbox.Group
          label="It may"
          description="Give as little as it needs."
          value={form.fields.values.scopes}
          onChange={(scopes) => form.fields.setFieldValue('scopes', scopes)}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {offered.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </DialogForm>
    </Dialog>
  );
}
