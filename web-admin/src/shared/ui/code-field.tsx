import { Input, PinInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';

type CodeProps = {
  label: string;
  /** As its form calls it. */
  path: string;
  value?: string;
  onChange: (code: string) => void;
  error?: ReactNode;
  autoFocus?: boolean;
  /** The last digit sends the form. */
  sends?: boolean;
};

/** The six digits that an authenticator app shows; what is wrong with them stands below them. */
export function CodeField({ label, path, value, onChange, error, autoFocus, sends }: CodeProps) {
  const root = useRef<HTMLDivElement>(null);
  const wrong = useId();
  // A code that was taken away as wrong is typed anew from the first digit on, where the words are read out.
  const isToBeTypedAnew = !!error && !value;
  useEffect(() => {
    if (isToBeTypedAnew) root.current?.querySelector('input')?.focus();
  }, [isToBeTypedAnew]);
  return (
    <Input.Wrapper data-path={path} error={error} errorProps={{ id: wrong }}>
      <PinInput
        rootRef={root}
        length={6}
        type="number"
        oneTimeCode
        size="md"
        autoFocus={autoFocus ?? false}
        error={!!error}
        value={value ?? ''}
        onChange={onChange}
        {...(sends ? { onComplete: () => root.current?.closest('form')?.requestSubmit() } : {})}
        aria-label={label}
        getInputProps={(index) => ({
          'aria-label': `Digit ${index + 1} of 6`,
          ...(error ? { 'aria-describedby': wrong } : {}),
        })}
      />
    </Input.Wrapper>
  );
}
