import { Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { currencies, locales, offeredLocale, timeZones } from '@/shared/format/places';
import { needed, useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { DoorLink } from './anchor';
import { Door } from './door';
import { NewPassword } from './password-field';

const SignUpMutation = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) { mailSent userErrors { field message code } }
  }
`);

/** A portal's place made from a business name: `Nørd & Söhne GmbH` › `nord-sohne-gmbh`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

export function SignUp() {
  const [act] = useAct(SignUpMutation);
  const [sent, setSent] = useState<string>();
  const [ownSlug, setOwnSlug] = useState(false);
  const form = useActForm({
    initialValues: {
      businessName: '',
      slug: '',
      email: '',
      name: '',
      password: '',
      currency: 'EUR',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: offeredLocale(navigator.language),
    },
    validate: {
      businessName: needed('Say what your business is called.'),
      slug: needed('Choose where shoppers find your portal.'),
      email: needed('Say where the link to confirm goes.'),
      password: needed('Choose a password.'),
    },
    act: (values) => act({ input: { ...values, name: values.name || null } }),
    onDone: (_, { email }) => setSent(email),
  });
  const { fields } = form;
  const v = fields.values;

  if (sent) {
    return (
      <Door title="Look into your inbox" foot={<DoorLink to="/sign-in">Back to sign-in</DoorLink>}>
        <p style={{ margin: 0 }}>
          A mail is on its way to <b>{sent}</b>. It says what comes next; the link in it is good for a day. Nothing
          there? Look under spam.
        </p>
      </Door>
    );
  }
  return (
    <Door
      wide
      title="Open an account"
      lead="Set up in ten minutes. Nothing reaches a shopper before you go live."
      foot={
        <>
          Already on board? <DoorLink to="/sign-in">Sign in</DoorLink>
        </>
      }
    >
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <FormError>{fields.errors.form}</FormError>
          <TextInput
            label="Business name"
            description="As shoppers read it."
            autoComplete="organization"
            required
            {...fields.getInputProps('businessName')}
            onChange={(event) => {
              const businessName = event.currentTarget.value;
              fields.setValues({ businessName, ...(ownSlug ? {} : { slug: slugOf(businessName) }) });
            }}
          />
          <TextInput
            label="Portal address"
            description={`Shoppers will find you at /r/${v.slug || 'your-name'}`}
            required
            {...fields.getInputProps('slug')}
            onChange={(event) => {
              setOwnSlug(true);
              fields.setFieldValue('slug', event.currentTarget.value);
            }}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label="Your name" autoComplete="name" {...fields.getInputProps('name')} />
            <TextInput
              label="Your e-mail address"
              type="email"
              autoComplete="username"
              required
              {...fields.getInputProps('email')}
            />
          </SimpleGrid>
          <NewPassword
            label="Password"
            required
            context={[v.businessName, v.name, v.email]}
            {...fields.getInputProps('password')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label="Currency"
              description="Cannot be changed later."
              searchable
              allowDeselect={false}
              data={currencies}
              {...fields.getInputProps('currency')}
            />
            <Select
              label="Language of your texts"
              description="You can change every text."
              searchable
              allowDeselect={false}
              data={locales}
              {...fields.getInputProps('locale')}
            />
          </SimpleGrid>
          <Select
            label="Time zone"
            description="Return windows count local days in it."
            searchable
            allowDeselect={false}
            limit={60}
            data={timeZones}
            {...fields.getInputProps('timeZone')}
          />
          <Button type="submit" loading={form.sending}>
            Open the account
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
