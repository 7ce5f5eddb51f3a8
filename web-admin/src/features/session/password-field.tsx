import { PasswordInput, type PasswordInputProps, Progress, Text } from '@mantine/core';
import { useDebouncedValue, useId } from '@mantine/hooks';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { anew } from '@/shared/api/policies';

const StrengthQuery = graphql(`
  query PasswordStrength($input: PasswordStrengthInput!) {
    passwordStrength(input: $input) { score acceptable advice }
  }
`);

const words = ['guessed at once', 'very weak', 'weak', 'good', 'very strong'];

type NewPasswordProps = PasswordInputProps & { value?: string; context: string[] };

/** A new password, judged while it is typed by the server's offline library. */
export function NewPassword({ value = '', context, description, ...rest }: NewPasswordProps) {
  const [asked] = useDebouncedValue(value, 400);
  const strengthId = useId();
  const [{ data }] = useQuery({
    query: StrengthQuery,
    variables: { input: { password: asked, context: context.filter(Boolean) } },
    pause: asked.length < 12,
    ...anew,
  });
  const judged = asked.length >= 12 ? data?.passwordStrength : undefined;
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        value={value}
        description={description ?? 'At least 12 characters. A sentence is fine; a word with digits is not.'}
        aria-describedby={strengthId}
        visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
        {...rest}
      />
      <div id={strengthId} aria-live="polite">
        {judged && (
          <>
            <Progress
              value={(judged.score + 1) * 20}
              color={judged.acceptable ? 'teal' : 'orange'}
              size="xs"
              mt={6}
              aria-label="Password strength"
            />
            <Text size="xs" c="dimmed" mt={4}>
              This password is {words[judged.score]}. {judged.advice}
            </Text>
          </>
        )}
      </div>
    </div>
  );
}
