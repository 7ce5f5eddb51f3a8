import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { sentence } from '@/shared/format/words';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Table } from '@/shared/ui/table';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import { type Role, roles } from './roles';

const InvitationsQuery = graphql(`
  query Invitations { invitations(first: 100) { edges { node { id email role invitedAt expiresAt } } } }
`);
const InviteMutation = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    inviteStaff(input: $input) { invitation { id email role invitedAt expiresAt } userErrors { field message code } }
  }
`);
const RevokeMutation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) { revoked userErrors { field message code } }
  }
`);
export function Invitations() {
  const query = useQuery({ query: InvitationsQuery });
  const [revoke] = useAct(RevokeMutation);
  const { data, error } = query[0];
  const rows = nodesOf(data?.invitations);
  if (rows.length === 0 && !error) return null;
  return (
    <Panel title="Open invitations" flush>
      <Loaded query={query}>
        {() => (
          <Table
            label="Open invitations"
            rows={rows}
            keyOf={(each) => each.id}
            columns={[
              { name: 'E-mail', cell: (each) => each.email },
              { name: 'Role', cell: (each) => sentence(each.role) },
              { name: 'Good until', wide: true, cell: (each) => <When at={each.expiresAt} /> },
              {
                name: 'Steps',
                right: true,
                cell: (each) => (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={async () => {
                      const { refused } = await revoke({ input: { invitationId: each.id } });
                      if (refused) refusedToast(refused);
                    }}
                  >
                    Withdraw
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

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [invite] = useAct(InviteMutation);
  const [idempotencyKey] = useState(freshKey);
  const form = useActForm({
    initialValues: { email: '', role: 'AGENT' as Role },
    validate: { email: needed('Say where the invitation goes.') },
    act: ({ email, role }) => invite({ input: { email: email.trim(), role, idempotencyKey } }),
    onDone: (_, { email }) => {
      done(`An invitation is on its way to ${email}.`);
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title="Invite somebody">
      <DialogForm of={form} verb="Send the invitation" onClose={onClose}>
        <TextInput
          label="E-mail address"
          type="email"
          required
          data-autofocus
          {...form.fields.getInputProps('email')}
        />
        <Select
          label="Role"
          description={roles.find((each) => each.value === form.fields.values.role)?.about}
          allowDeselect={false}
          data={roles.map(({ value, label }) => ({ value, label }))}
          {...form.fields.getInputProps('role')}
        />
      </DialogForm>
    </Dialog>
  );
}
