import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

type AmountProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  /** What a whole text means; asked of all that was typed, never of half of it. */
  plain: (typed: string) => string;
  onChange: (amount: string) => void;
};

/** Shows what was typed and tells what it means: `1,5` is 1.5, and does not become 1.500 when two zeros follow. */
export function AmountInput({ value, plain, onChange, ...rest }: AmountProps) {
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      inputMode="decimal"
      {...rest}
      value={plain(typed) === value ? typed : value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(plain(event.currentTarget.value));
      }}
    />
  );
}
