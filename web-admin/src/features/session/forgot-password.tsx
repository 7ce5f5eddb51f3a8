import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { FormError } from '@/shared/ui/form-error';
import { DoorLink } from './anchor';
import { Door } from './door';

const RequestMutation = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) { mailSent userErrors { field message code } }
  }
`);

export function ForgotPassword() {
  const [act, busy] = useAct(RequestMutation);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const [error, setError] = useState('');
  const back = <DoorLink to="/sign-in">Back to sign-in</DoorLink>;
  if (sent) {
    return (
      <Door title="Look into your inbox" foot={back}>
        <p style={{ margin: 0 }}>
          If <b>{email}</b> belongs to an account, a mail with a link to choose a new password is on its way.
        </p>
      </Door>
    );
  }
  return (
    <Door title="Choose a new password" lead="We send a link to your e-mail address." foot={back}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await act({ input: { email: email.trim() } });
          if (refused) setError(refused.map((each) => each.message).join(' '));
          else setSent(true);
        }}
      >
        <Stack>
          <FormError>{error}</FormError>
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy}>
            Send the link
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
