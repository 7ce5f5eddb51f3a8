import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { needed, useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { DoorLink } from './anchor';
import { Door } from './door';

const RequestMutation = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) { mailSent userErrors { field message code } }
  }
`);

export function ForgotPassword() {
  const [act] = useAct(RequestMutation);
  const [sent, setSent] = useState(false);
  const form = useActForm({
    initialValues: { email: '' },
    validate: { email: needed('Type the address that you sign in with.') },
    act: ({ email }) => act({ input: { email: email.trim() } }),
    onDone: () => setSent(true),
  });
  const back = <DoorLink to="/sign-in">Back to sign-in</DoorLink>;
  if (sent) {
    return (
      <Door title="Look into your inbox" foot={back}>
        <p style={{ margin: 0 }}>
          If <b>{form.fields.values.email}</b> belongs to an account, a mail with a link to choose a new password is on
          its way.
        </p>
      </Door>
    );
  }
  return (
    <Door title="Choose a new password" lead="We send a link to your e-mail address." foot={back}>
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <FormError>{form.fields.errors.form}</FormError>
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.fields.getInputProps('email')}
          />
          <Button type="submit" loading={form.sending}>
            Send the link
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
