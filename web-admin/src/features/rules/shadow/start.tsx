import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconGhost2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAct, useKey } from '@/shared/api/act';
import { useCan } from '@/shared/session/session';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { When } from '@/shared/ui/values';
import { StartMutation } from './shadow-query';

const longest = 30;

/** The first step: let the draft, as it is now, run along. */
export function Start({ draft }: { draft: { savedAt: string } | null }) {
  const may = useCan()('rules:write');
  const [start] = useAct(StartMutation);
  const key = useKey();
  const form = useActForm({
    initialValues: { days: 14 },
    act: ({ days }) => start({ input: { days, idempotencyKey: key(days) } }),
    onDone: () => {},
  });
  const { fields } = form;
  if (!draft || !may) {
    return (
      <Panel>
        <Empty
          icon={IconGhost2}
          title={may ? 'There is no draft to run' : 'No draft runs along'}
          action={
            may && (
              <Button variant="default" renderRoot={(props) => <Link to="/rules" {...props} />}>
                Change a rule
              </Button>
            )
          }
        >
          {may
            ? 'Change a rule first. The changed policy is your draft; here you let it judge beside the one in force.'
            : 'Whoever may change rules can let a draft judge live requests here.'}
        </Empty>
      </Panel>
    );
  }
  return (
    <Panel title="Start a shadow run">
      <form noValidate onSubmit={form.submit}>
        <Stack gap="sm">
          <Text>
            The draft as it is now, saved <When at={draft.savedAt} />, is followed. You may go on changing the draft
            meanwhile.
          </Text>
          <FormError>{fields.errors.form}</FormError>
          <Group align="end">
            <NumberInput
              label="For how many days"
              description={`It ends by itself then. At most ${longest}.`}
              min={1}
              max={longest}
              clampBehavior="strict"
              allowDecimal={false}
              w={220}
              {...fields.getInputProps('days')}
              onChange={(value) => fields.setFieldValue('days', Number(value) || 1)}
            />
            <Button type="submit" leftSection={<IconGhost2 size={16} aria-hidden />} loading={form.sending}>
              Start
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
