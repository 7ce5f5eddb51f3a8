import { Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { fieldErrors, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { currencies, locales, offeredLocale, timeZones } from '@/shared/format/places';
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

const fields = ['businessName', 'slug', 'email', 'name', 'password', 'currency', 'timeZone', 'locale'];

export function SignUp() {
  const [act, busy] = useAct(SignUpMutation);
  const [sent, setSent] = useState<string>();
  const [ownSlug, setOwnSlug] = useState(false);
  const form = useForm({
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
  });
  const v = form.values;

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
      <form
        onSubmit={form.onSubmit(async (values) => {
          const { refused } = await act({ input: { ...values, name: values.name || null } });
          if (refused) form.setErrors(fieldErrors(refused, fields));
          else setSent(values.email);
        })}
      >
        <Stack>
          <FormError>{form.errors.form}</FormError>
          <TextInput
            label="Business name"
            description="As shoppers read it."
            autoComplete="organization"
            required
            {...form.getInputProps('businessName')}
            onChange={(event) => {
              const businessName = event.currentTarget.value;
              form.setValues({ businessName, ...(ownSlug ? {} : { slug: slugOf(businessName) }) });
            }}
          />
          <TextInput
            label="Portal address"
            description={`Shoppers will find you at /r/${v.slug || 'your-name'}`}
            required
            {...form.getInputProps('slug')}
            onChange={(event) => {
              setOwnSlug(true);
              form.setFieldValue('slug', event.currentTarget.value);
            }}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
            <TextInput
              label="Your e-mail address"
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps('email')}
            />
          </SimpleGrid>
          <NewPassword
            label="Password"
            required
            context={[v.businessName, v.name, v.email]}
            {...form.getInputProps('password')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label="Currency"
              description="Cannot be changed later."
              searchable
              allowDeselect={false}
              data={currencies}
              {...form.getInputProps('currency')}
            />
            <Select
              label="Language of your texts"
              description="You can change every text."
              searchable
              allowDeselect={false}
              data={locales}
              {...form.getInputProps('locale')}
            />
          </SimpleGrid>
          <Select
            label="Time zone"
            description="Return windows count local days in it."
            searchable
            allowDeselect={false}
            limit={60}
            data={timeZones}
            {...form.getInputProps('timeZone')}
          />
          <Button type="submit" loading={busy}>
            Open the account
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
