import { Button, type ButtonProps, Group, Stack } from '@mantine/core';
import { type FormValidateInput, type UseFormReturnType, useForm } from '@mantine/form';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { fieldErrors, type Outcome } from '@/shared/api/act';
import { FormError } from './form-error';
import { Notice } from './status';

type ActFormOptions<Values, Payload> = {
  initialValues: Values;
  /** What is wrong in what was typed, said before anything is sent. */
  validate?: FormValidateInput<Values>;
  act: (values: Values) => Promise<Outcome<Payload>>;
  onDone: (payload: Payload, values: Values) => void;
  /** Somebody was faster: what is shown is to be loaded anew. */
  onStale?: () => void;
  /** Or that is said against the form, where loading anew would throw away what was typed. */
  staleWords?: string;
  /** Hears what is typed before it is sent, where it goes with something else as well. */
  onValues?: (values: Values) => void;
};

export type ActForm<Values> = {
  fields: UseFormReturnType<Values>;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  sending: boolean;
  /** The last try was refused because somebody else changed the same meanwhile. */
  stale: boolean;
};

/**
 * The one way to write a form that sends something: what is typed is checked, sent once, and a refusal stands at the field
 * that it names, or against the whole form. Nothing typed is lost by it.
 */
export function useActForm<Values extends Record<string, unknown>, Payload>(
  options: ActFormOptions<Values, Payload>,
): ActForm<Values> {
  const { initialValues, validate, act, onDone, onStale, staleWords, onValues } = options;
  const fields = useForm<Values>({
    initialValues,
    ...(validate ? { validate } : {}),
    ...(onValues ? { onValuesChange: onValues } : {}),
  });
  const [sending, setSending] = useState(false);
  const [stale, setStale] = useState(false);
  const running = useRef(false);
  const send = async (values: Values, form: HTMLFormElement) => {
    if (running.current) return;
    running.current = true;
    setSending(true);
    try {
      const { payload, refused } = await act(values);
      if (!refused) return onDone(payload, values);
      const overtaken = refused.some((each) => each.code === 'STALE');
      const isStale = overtaken && onStale !== undefined;
      setStale(isStale);
      if (isStale) onStale();
      else if (overtaken && staleWords) fields.setErrors({ form: staleWords });
      else fields.setErrors(fieldErrors(refused, namesIn(form)));
    } finally {
      running.current = false;
      setSending(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    fields.onSubmit((values) => void send(values, form))(event);
  };
  return { fields, sending, stale, submit };
}

/** The fields that are there to be seen: what is refused of others would stand nowhere. */
function namesIn(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll('[data-path]')].map((field) => field.getAttribute('data-path') ?? '');
}

/** A rule for a field that must say something. */
export const needed = (words: string) => (value: string) => (value.trim() ? null : words);

type FormProps<Values> = {
  of: ActForm<Values>;
  verb: string;
  color?: ButtonProps['color'];
  disabled?: boolean;
  /** What to do when somebody else was faster. */
  stale?: string;
  onClose: () => void;
  children: ReactNode;
};

/** The form of a dialog: what stands against it, its fields, and the two ways out. */
export function DialogForm<Values>(props: FormProps<Values>) {
  const { of, verb, color, disabled, stale = 'Somebody changed this meanwhile.', onClose, children } = props;
  return (
    <form noValidate onSubmit={of.submit}>
      <Stack>
        {of.stale ? (
          <Notice tone="warn" alert>
            {stale}
          </Notice>
        ) : (
          <FormError>{of.fields.errors.form}</FormError>
        )}
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" color={color} disabled={disabled} loading={of.sending}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
