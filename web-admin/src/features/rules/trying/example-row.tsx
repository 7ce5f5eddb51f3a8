import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconChevronDown, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useAct } from '@/shared/api/act';
import { Trace } from '@/shared/policy/trace';
import { Status } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import css from './examples.module.css';
import { type PolicyExample, RemoveExampleMutation } from './examples-query';
import { outcomeWords } from './outcome';

type RowProps = {
  of: PolicyExample;
  by: string;
  may: boolean;
  /** Whether it says at once why: the first that fails does, sixty of them would be a wall. */
  first: boolean;
  onEdit: () => void;
};

/** One example: whether it holds, and the way the policy came to what it says. */
export function ExampleRow({ of, by, may, first, onEdit }: RowProps) {
  const [open, setOpen] = useState(first && !of.holds);
  const [remove, busy] = useAct(RemoveExampleMutation);
  const title = useId();
  const facts = Object.fromEntries(of.facts.map((each) => [each.fact, each.values]));
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove “${of.name}”?`,
      children: 'It keeps no draft from being published any more. This cannot be taken back.',
      labels: { confirm: 'Remove it', cancel: 'Go back' },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        const { refused } = await remove({ input: { id: of.id } });
        if (refused) refusedToast(refused);
      },
    });
  return (
    <li className={css.example}>
      <section aria-labelledby={title}>
        <div className={css.head}>
          <div className={css.words}>
            <Text fw={620} id={title}>
              {of.name}
            </Text>
            <Text c="dimmed">
              Must be {outcomeWords[of.expected]}
              {of.holds ? '' : `, but ${by} says: ${outcomeWords[of.result.outcome]}`}
            </Text>
          </div>
          <Status tone={of.holds ? 'good' : 'bad'}>{of.holds ? 'Holds' : 'Fails'}</Status>
        </div>
        <Group gap="xs" mt={8}>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            rightSection={<IconChevronDown size={14} style={{ rotate: open ? '180deg' : '0deg' }} aria-hidden />}
          >
            Why
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            renderRoot={(props) => <Link to="/rules/try" search={{ facts }} {...props} />}
          >
            Open in Try
          </Button>
          {may && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={onEdit}
              >
                Change
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                loading={busy}
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={ask}
              >
                Remove
              </Button>
            </>
          )}
        </Group>
        {open && (
          <Stack gap="sm" mt="sm">
            <Text>{of.result.because}</Text>
            <Trace of={of.result.trace} />
          </Stack>
        )}
      </section>
    </li>
  );
}
