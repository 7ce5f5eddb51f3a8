import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { FormError } from '@/shared/ui/form-error';
import { DoorLink } from './anchor';
import { Door } from './door';

const ConfirmMutation = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) { confirmed userErrors { field message code } }
  }
`);

/** A click confirms, not the opening of the link: mail scanners open links too. */
export function ConfirmEmail() {
  const { token = '' } = useSearch({ from: '/confirm-email' });
  const [act, busy] = useAct(ConfirmMutation);
  const navigate = useNavigate();
  const [error, setError] = useState('');
  return (
    <Door
      title="Confirm your e-mail address"
      lead="One click, and your account is open."
      foot={<DoorLink to="/sign-in">Back to sign-in</DoorLink>}
    >
      <FormError>{token ? error : 'This link is incomplete. Open it from the mail once more.'}</FormError>
      <Button
        disabled={!token}
        loading={busy}
        onClick={async () => {
          const { refused } = await act({ input: { token } });
          if (refused) setError(refused.map((each) => each.message).join(' '));
          else await navigate({ to: '/sign-in', search: { note: 'confirmed' } });
        }}
      >
        Confirm the address
      </Button>
    </Door>
  );
}
