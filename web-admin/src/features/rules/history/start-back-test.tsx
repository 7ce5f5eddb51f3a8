import { Button, Group, NumberInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useAct, useKey } from '@/shared/api/act';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { type BackTest, StartMutation } from './back-test-query';

type StartProps = { days?: number; compact?: boolean; onStarted?: (test: BackTest) => void };

/** Tries the draft, as it is now, on what was decided in the last days. */
export function StartBackTest({ days: first = 90, compact, onStarted }: StartProps) {
  const [start] = useAct(StartMutation);
  const key = useKey();
  const form = useActForm({
    initialValues: { days: first },
    act: ({ days }) => start({ input: { days, idempotencyKey: key(days) } }),
    onDone: ({ backTest }) => {
      // The next one is another, also when it goes back as far.
      key(null);
      if (backTest) onStarted?.(backTest);
    },
  });
  const { fields } = form;
  return (
    <form noValidate onSubmit={form.submit}>
      <FormError>{fields.errors.form}</FormError>
      <Group align="end" gap="sm" mt={fields.errors.form ? 'sm' : 0}>
        <NumberInput
          label="How far back"
          size={compact ? 'xs' : 'sm'}
          w={compact ? 130 : 160}
          min={1}
          max={1095}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" days"
          {...fields.getInputProps('days')}
          onChange={(value) => fields.setFieldValue('days', Number(value) || 0)}
        />
        <Button
          type="submit"
          size={compact ? 'xs' : 'sm'}
          variant={compact ? 'default' : 'filled'}
          loading={form.sending}
          disabled={fields.values.days < 1}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
        >
          Run on your history
        </Button>
      </Group>
    </form>
  );
}
