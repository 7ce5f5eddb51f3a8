import { Button, Group, Text } from '@mantine/core';
import { Dialog } from '@/shared/ui/dialog';

type LeaveProps = { onStay: () => void; onLeave: () => void };

/** Asks before a rule that is half written is left behind. */
export function LeaveRule({ onStay, onLeave }: LeaveProps) {
  return (
    <Dialog onClose={onStay} title="Leave this rule?">
      <Text>You have not kept the rule that you are writing. If you leave, what you typed is lost.</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          Leave without it
        </Button>
        <Button data-autofocus onClick={onStay}>
          Keep writing
        </Button>
      </Group>
    </Dialog>
  );
}
