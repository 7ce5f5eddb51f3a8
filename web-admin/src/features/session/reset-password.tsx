import { Button, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useSession } from '@/shared/session/session';
import { needed, useActForm } from '@/shared/ui/act-form';
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
  const [act] = useAct(ResetMutation);
  const { reload } = useSession();
  const navigate = useNavigate();
  const form = useActForm({
    initialValues: { password: '' },
    validate: { password: needed('Choose a password.') },
    act: ({ password }) => act({ input: { token, password } }),
    onDone: () => void reload().then(() => navigate({ to: '/sign-in', search: { note: 'reset' } })),
  });
  return (
    <Door
      title="Choose a new password"
      lead="You will be signed out everywhere and sign in with the new one."
      foot={<DoorLink to="/forgot-password">Send a new link</DoorLink>}
    >
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <FormError>
            {token ? form.fields.errors.form : 'This link is incomplete. Open it from the mail once more.'}
          </FormError>
          <NewPassword
            label="New password"
            required
            withAsterisk={false}
            context={[]}
            {...form.fields.getInputProps('password')}
          />
          <Button type="submit" loading={form.sending} disabled={!token}>
            Set the password
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
