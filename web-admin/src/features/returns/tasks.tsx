import { Button, Text, TextInput } from '@mantine/core';
import { IconBox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct, useKey } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { nodesOf, usePages } from '@/shared/api/pages';
import { count, sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Pager } from '@/shared/ui/pager';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Table } from '@/shared/ui/table';
import { done } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';

const TasksQuery = graphql(`
  query StaffTasks($first: Int!, $after: String) {
    staffTasks(first: $first, after: $after) {
      edges { node { id kind text openedAt doneAt reference return { id rmaNumber shopperName } item { id title quantity } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const CompleteMutation = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task { id doneAt reference return { id headline } }
      userErrors { field message code }
    }
  }
`);

type Task = { id: string; kind: string; text: string };

const verbs: Record<string, string> = {
  SEND_REPLACEMENT: 'Mark as sent',
  GIVE_STORE_CREDIT: 'Mark as given',
  UNKNOWN_PARCEL: 'Mark as sorted out',
};

export function Tasks() {
  const can = useCan();
  const [doing, setDoing] = useState<Task>();
  const pages = usePages('tasks');
  const query = useQuery({ query: TasksQuery, variables: { first: 50, after: pages.after } });
  return (
    <Page title="Tasks" lead="What only a person can do: send a replacement, give store credit, sort out a parcel.">
      <Panel flush>
        <Loaded query={query}>
          {({ staffTasks }) => {
            const rows = nodesOf(staffTasks);
            if (rows.length === 0) {
              return (
                <Empty icon={IconBox} title="Nothing to do">
                  An approved exchange puts “send replacement” here; so does a parcel that belongs to no known return.
                </Empty>
              );
            }
            return (
              <>
                <Table
                  label={count(rows.length, 'task')}
                  keyOf={(row) => row.id}
                  rows={rows}
                  columns={[
                    { name: 'Task', cell: (row) => row.text },
                    {
                      name: 'Return',
                      cell: (row) =>
                        row.return ? (
                          <Link to="/returns/$returnId" params={{ returnId: row.return.id }}>
                            {row.return.rmaNumber}
                          </Link>
                        ) : (
                          'none'
                        ),
                    },
                    { name: 'Kind', wide: true, cell: (row) => sentence(row.kind) },
                    { name: 'Opened', wide: true, cell: (row) => <When at={row.openedAt} /> },
                    {
                      name: 'Step',
                      right: true,
                      cell: (row) =>
                        can('returns:write') && (
                          <Button size="compact-sm" variant="default" onClick={() => setDoing(row)}>
                            {verbs[row.kind] ?? 'Mark as done'}
                          </Button>
                        ),
                    },
                  ]}
                />
                <Pager pages={pages} info={staffTasks.pageInfo} />
              </>
            );
          }}
        </Loaded>
      </Panel>
      {doing && <CompleteDialog task={doing} onClose={() => setDoing(undefined)} />}
    </Page>
  );
}

function CompleteDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const [complete] = useAct(CompleteMutation);
  const key = useKey();
  const verb = verbs[task.kind] ?? 'Mark as done';
  const form = useActForm({
    initialValues: { reference: '' },
    act: ({ reference }) => {
      const input = { taskId: task.id, reference: reference || null };
      return complete({ input: { ...input, idempotencyKey: key(input) } });
    },
    onDone: () => {
      done('Done.');
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={verb}>
      <DialogForm of={form} verb={verb} onClose={onClose}>
        <Text>{task.text}</Text>
        <TextInput
          label="Reference"
          description="Tracking number, order or credit number; may be left out."
          data-autofocus
          {...form.fields.getInputProps('reference')}
        />
      </DialogForm>
    </Dialog>
  );
}
