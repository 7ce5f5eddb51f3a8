import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { locales } from '@/shared/format/places';
import { sentence } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
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
      {editing && <ReasonDialog of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Panel>
  );
}

function ReasonDialog({ of, onClose }: { of: Reason | undefined; onClose: () => void }) {
  const viewer = useViewer();
  const [create, creating] = useAct(CreateMutation);
  const [update, updating] = useAct(UpdateMutation);
  const [key] = useState(freshKey);
  const home = viewer?.tenant.locale ?? 'en';
  const [code, setCode] = useState(of?.code ?? '');
  const [group, setGroup] = useState<ReasonGroup>(of?.group ?? 'OTHER');
  const [texts, setTexts] = useState<{ locale: string; text: string }[]>(
    of ? of.texts.map(({ locale, text }) => ({ locale, text })) : [{ locale: home, text: '' }],
  );
  const [error, setError] = useState('');
  const free = locales.filter((each) => !texts.some((text) => text.locale === each.value));
  return (
    <Dialog onClose={onClose} title={of ? 'Change the reason' : 'Add a reason'}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const given = texts.filter((each) => each.text.trim());
          const { refused } = of
            ? await update({ input: { reasonId: of.id, group, texts: given } })
            : await create({ input: { code, group, texts: given, idempotencyKey: key } });
          if (refused) return setError(refused.map((each) => each.message).join(' '));
          onClose();
        }}
      >
        <Stack>
          <FormError>{error}</FormError>
          {texts.map((each, at) => (
            <TextInput
              key={each.locale}
              label={`Text in ${locales.find((one) => one.value === each.locale)?.label ?? each.locale}`}
              required={at === 0}
              value={each.text}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setTexts(texts.map((one) => (one.locale === each.locale ? { ...one, text } : one)));
              }}
            />
          ))}
          <Select
            size="xs"
            aria-label="Add a language"
            placeholder="Add a language"
            data={free}
            value={null}
            onChange={(locale) => locale && setTexts([...texts, { locale, text: '' }])}
          />
          <Select
            label="Group"
            description="What rules and reports understand."
            allowDeselect={false}
            data={groups.map((value) => ({ value, label: sentence(value) }))}
            value={group}
            onChange={(value) => value && setGroup(value as ReasonGroup)}
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
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={creating || updating}>
              {of ? 'Save' : 'Add the reason'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
