import { Button, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useSession } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { DoorLink } from './anchor';
import { Door } from './door';
import { NewPassword } from './password-field';

const ResetMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) { changed userErrors { field message code } }
  }
`);

export function ResetPassword() {
  const { token = '' } = useSearch({ from: '/reset-password' });
  const [act, busy] = useAct(ResetMutation);
  const { reload } = useSession();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  return (
    <Door
      title="Choose a new password"
      lead="You will be signed out everywhere and sign in with the new one."
      foot={<DoorLink to="/forgot-password">Send a new link</DoorLink>}
    >
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await act({ input: { token, password } });
          if (refused) return setError(refused.map((each) => each.message).join(' '));
          await reload();
          await navigate({ to: '/sign-in', search: { note: 'reset' } });
        }}
      >
        <Stack>
          <FormError>{token ? error : 'This link is incomplete. Open it from the mail once more.'}</FormError>
          <NewPassword
            label="New password"
            required
            withAsterisk={false}
            context={[]}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={!token}>
            Set the password
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
