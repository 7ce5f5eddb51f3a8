import { Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct, useKey } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { locales } from '@/shared/format/places';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { refusedToast } from '@/shared/ui/toast';

const ReasonFacts = graphql(`
  fragment ReasonFacts on ReturnReason { id code text group position archived texts { locale text } }
`);
const ReasonsQuery = graphql(
  `query ReturnReasons($archived: Boolean!) { returnReasons(includeArchived: $archived) { ...ReasonFacts } }`,
  [ReasonFacts],
);
const CreateMutation = graphql(
  `mutation CreateReason($input: CreateReasonInput!) {
    createReason(input: $input) { reason { ...ReasonFacts } userErrors { field message code } }
  }`,
  [ReasonFacts],
);
const UpdateMutation = graphql(
  `mutation UpdateReason($input: UpdateReasonInput!) {
    updateReason(input: $input) { reason { ...ReasonFacts } userErrors { field message code } }
  }`,
  [ReasonFacts],
);
const ArchiveMutation = graphql(
  `mutation ArchiveReason($input: ArchiveReasonInput!) {
    archiveReason(input: $input) { reason { ...ReasonFacts } userErrors { field message code } }
  }`,
  [ReasonFacts],
);

type Reason = ResultOf<typeof ReasonFacts>;
type ReasonGroup = Reason['group'];

const groups: ReasonGroup[] = ['SIZE', 'DEFECT', 'WRONG_ITEM', 'CHANGED_MIND', 'DAMAGED_IN_TRANSIT', 'OTHER'];

export function Reasons() {
  const may = useCan()('tenant:write');
  const home = useViewer()?.tenant.locale;
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<Reason | 'new'>();
  const query = useQuery({ query: ReasonsQuery, variables: { archived } });
  const [archive] = useAct(ArchiveMutation);
  return (
    <Panel
      title="Reasons"
      flush
      aside={
        <Group gap="sm">
          <Switch
            size="xs"
            label="Archived too"
            checked={archived}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
          {may && (
            <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing('new')}>
              Add a reason
            </Button>
          )}
        </Group>
      }
    >
      <Loaded query={query}>
        {({ returnReasons }) => (
          <Table
            label="Reasons"
            rows={returnReasons}
            keyOf={(reason) => reason.id}
            columns={[
              { name: 'Shoppers read', cell: (reason) => reason.text },
              { name: 'Code', wide: true, cell: (reason) => <code>{reason.code}</code> },
              { name: 'Group', cell: (reason) => sentence(reason.group) },
              {
                name: 'State',
                wide: true,
                cell: (reason) =>
                  reason.archived ? <Status tone="calm">Archived</Status> : <Status tone="good">Offered</Status>,
              },
              {
                name: 'Steps',
                right: true,
                cell: (reason) =>
                  may && (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button size="compact-sm" variant="default" onClick={() => setEditing(reason)}>
                        Change
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={async () => {
                          const { refused } = await archive({
                            input: { reasonId: reason.id, archived: !reason.archived },
                          });
                          if (refused) refusedToast(refused);
                        }}
                      >
                        {reason.archived ? 'Offer again' : 'Archive'}
                      </Button>
                    </Group>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {editing && home && (
        <ReasonDialog of={editing === 'new' ? undefined : editing} home={home} onClose={() => setEditing(undefined)} />
      )}
    </Panel>
  );
}

type ReasonProps = { of: Reason | undefined; home: string; onClose: () => void };

/** A new one begins with its text in the shop's own language. */
function ReasonDialog({ of, home, onClose }: ReasonProps) {
  const [create] = useAct(CreateMutation);
  const [update] = useAct(UpdateMutation);
  const key = useKey();
  const form = useActForm({
    initialValues: {
      code: of?.code ?? '',
      group: of?.group ?? ('OTHER' as ReasonGroup),
      texts: of ? of.texts.map(({ locale, text }) => ({ locale, text })) : [{ locale: home, text: '' }],
    },
    validate: {
      code: of ? () => null : needed('Give it a code, for example too_small.'),
      texts: { text: (value, _, path) => (path === 'texts.0.text' ? needed('Say what shoppers read.')(value) : null) },
    },
    act: async ({ code, group, texts }) => {
      const given = texts.filter((each) => each.text.trim());
      if (of) return update({ input: { reasonId: of.id, group, texts: given } });
      const input = { code, group, texts: given };
      return create({ input: { ...input, idempotencyKey: key(input) } });
    },
    onDone: onClose,
  });
  const { fields } = form;
  const { texts } = fields.values;
  const free = locales.filter((each) => !texts.some((text) => text.locale === each.value));
  return (
    <Dialog onClose={onClose} title={of ? 'Change the reason' : 'Add a reason'}>
      <DialogForm of={form} verb={of ? 'Save' : 'Add the reason'} onClose={onClose}>
        {texts.map((each, at) => (
          <TextInput
            key={each.locale}
            label={`Text in ${locales.find((one) => one.value === each.locale)?.label ?? each.locale}`}
            required={at === 0}
            {...fields.getInputProps(`texts.${at}.text`)}
          />
        ))}
        <Select
          size="xs"
          aria-label="Add a language"
          placeholder="Add a language"
          data={free}
          value={null}
          onChange={(locale) => locale && fields.insertListItem('texts', { locale, text: '' })}
        />
        <Select
          label="Group"
          description="What rules and reports understand."
          allowDeselect={false}
          data={groups.map((value) => ({ value, label: sentence(value) }))}
          {...fields.getInputProps('group')}
        />
        <TextInput
          label="Code"
          description={
            of
              ? 'Fixed: rules and integrations know it by this.'
              : 'For rules and integrations: too_small. Fixed afterwards.'
          }
          required
          disabled={Boolean(of)}
          {...fields.getInputProps('code')}
        />
      </DialogForm>
    </Dialog>
  );
}
