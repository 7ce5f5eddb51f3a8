import { Button, Group, NumberInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { freshKey, useAct } from '@/shared/api/act';
import { FormError } from '@/shared/ui/form-error';
import { type BackTest, StartMutation } from './back-test-query';

type StartProps = { days?: number; compact?: boolean; onStarted: (test: BackTest) => void };

/** Tries the draft, as it is now, on what was decided in the last days. */
export function StartBackTest({ days: first = 90, compact, onStarted }: StartProps) {
  const [start, busy] = useAct(StartMutation);
  const [days, setDays] = useState(first);
  const [error, setError] = useState('');
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const { payload, refused } = await start({ input: { days, idempotencyKey: freshKey() } });
        setError(refused?.map((each) => each.message).join(' ') ?? '');
        if (payload?.backTest) onStarted(payload.backTest);
      }}
    >
      <FormError>{error}</FormError>
      <Group align="end" gap="sm" mt={error ? 'sm' : 0}>
        <NumberInput
          label="How far back"
          size={compact ? 'xs' : 'sm'}
          w={compact ? 130 : 160}
          min={1}
          max={1095}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" days"
          value={days}
          onChange={(value) => setDays(Number(value) || 0)}
        />
        <Button
          type="submit"
          size={compact ? 'xs' : 'sm'}
          variant={compact ? 'default' : 'filled'}
          loading={busy}
          disabled={days < 1}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
        >
          Run on your history
        </Button>
      </Group>
    </form>
  );
}
