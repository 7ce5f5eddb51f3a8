import { Button, Select, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf } from '@/shared/api/pages';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { done, refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import { Invitations, InviteDialog } from './invitations';
import { type Role, roles } from './roles';

const StaffQuery = graphql(`
  query Staff { staff(first: 100) { edges { node { id personId name email role totpEnabled since } } } }
`);
const RoleMutation = graphql(`
  mutation ChangeStaffRole($input: ChangeStaffRoleInput!) {
    changeStaffRole(input: $input) { staffMember { id role } userErrors { field message code } }
  }
`);
const RemoveMutation = graphql(`
  mutation RemoveStaff($input: RemoveStaffInput!) {
    removeStaff(input: $input) { removed userErrors { field message code } }
  }
`);

export function Staff() {
  const may = useCan()('staff:write');
  const viewer = useViewer();
  const query = useQuery({ query: StaffQuery });
  const [changeRole] = useAct(RoleMutation);
  const [remove] = useAct(RemoveMutation);
  const [inviting, setInviting] = useState(false);
  const confirmRemoval = (id: string, name: string) =>
    modals.openConfirmModal({
      title: `Remove ${name}?`,
      children: 'They are signed out at once and can no longer open this business. What they did stays in the audit.',
      labels: { confirm: 'Remove', cancel: 'Go back' },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        const { refused } = await remove({ input: { staffMemberId: id } });
        if (refused) refusedToast(refused);
      },
    });
  return (
    <>
      <Panel
        title="Team"
        flush
        aside={
          may && (
            <Button size="xs" leftSection={<IconUserPlus size={14} aria-hidden />} onClick={() => setInviting(true)}>
              Invite somebody
            </Button>
          )
        }
      >
        <Loaded query={query}>
          {({ staff }) => (
            <Table
              label="Team"
              rows={nodesOf(staff)}
              keyOf={(member) => member.id}
              columns={[
                {
                  name: 'Name',
                  cell: (member) => (
                    <>
                      <Text fw={550}>{member.name}</Text>
                      <Text size="xs" c="dimmed">
                        {member.email}
                      </Text>
                    </>
                  ),
                },
                {
                  name: 'Role',
                  cell: (member) =>
                    may && member.personId !== viewer?.id ? (
                      <Select
                        size="xs"
                        w={130}
                        allowDeselect={false}
                        aria-label={`Role of ${member.name}`}
                        data={roles.map(({ value, label }) => ({ value, label }))}
                        value={member.role}
                        onChange={async (role) => {
                          if (!role) return;
                          const { refused } = await changeRole({
                            input: { staffMemberId: member.id, role: role as Role },
                          });
                          if (refused) refusedToast(refused);
                          else done(`${member.name} is ${sentence(role).toLowerCase()} now, and signs in anew.`);
                        }}
                      />
                    ) : (
                      sentence(member.role)
                    ),
                },
                {
                  name: 'Code at sign-in',
                  wide: true,
                  cell: (member) =>
                    member.totpEnabled ? <Status tone="good">On</Status> : <Status tone="calm">Off</Status>,
                },
                { name: 'Since', wide: true, cell: (member) => <When at={member.since} /> },
                {
                  name: 'Steps',
                  right: true,
                  cell: (member) =>
                    may &&
                    member.personId !== viewer?.id && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        onClick={() => confirmRemoval(member.id, member.name)}
                      >
                        Remove
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {may && <Invitations />}
      <Panel title="What the roles may do">
        <Stack gap={4}>
          {roles.map((role) => (
            <Text key={role.value}>
              <b>{role.label}.</b> {role.about}
            </Text>
          ))}
        </Stack>
      </Panel>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
