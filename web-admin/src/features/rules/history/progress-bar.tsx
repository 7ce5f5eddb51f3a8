import { Button, Group, Progress, Text } from '@mantine/core';
import { useAct } from '@/shared/api/act';
import { useCan } from '@/shared/session/session';
import { refusedToast } from '@/shared/ui/toast';
import { type BackTest, CancelMutation } from './back-test-query';
import { percent } from './telling';

/** How far it is, and a way to stop it; what it counted stays, and it can be started again. */
export function ProgressBar({ of }: { of: BackTest }) {
  const [cancel, busy] = useAct(CancelMutation);
  const may = useCan()('rules:write');
  const done = percent(of);
  return (
    <div>
      <Group justify="space-between" mb={6} gap="sm">
        <Text>
          {of.judged.toLocaleString()} of {of.total.toLocaleString()} items judged, {of.changed.toLocaleString()} come
          out differently
        </Text>
        {may && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={async () => {
              const { refused } = await cancel({ input: { id: of.id } });
              if (refused && refused[0]?.code !== 'WRONG_STATE') refusedToast(refused);
            }}
          >
            Stop
          </Button>
        )}
      </Group>
      <Progress value={done} aria-label="Judged so far" size="lg" transitionDuration={0} />
      <Text size="sm" c="dimmed" mt={6}>
        It goes on when you leave this page.
      </Text>
    </div>
  );
}
