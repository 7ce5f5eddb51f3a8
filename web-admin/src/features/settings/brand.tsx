import { Button, ColorInput, FileInput, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useQuery } from 'urql';
import { type Outcome, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { upload } from '@/shared/api/upload';
import { useCan } from '@/shared/session/session';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { done } from '@/shared/ui/toast';
import css from './settings.module.css';
import { staleWords, type TenantFacts, TenantQuery, UpdateTenantMutation } from './tenant-query';

const LogoQuery = graphql(`query Logo($id: ID!) { node(id: $id) { ... on StoredFile { id path } } }`);

export function BrandSettings() {
  const query = useQuery({ query: TenantQuery });
  return <Loaded query={query}>{({ tenant }) => <BrandForm key={tenant.version} of={tenant} />}</Loaded>;
}

function BrandForm({ of }: { of: TenantFacts }) {
  const may = useCan()('tenant:write');
  const [update] = useAct(UpdateTenantMutation);
  const logoId = of.brand.logoFileId;
  const [{ data }] = useQuery({ query: LogoQuery, variables: { id: logoId ?? '' }, pause: !logoId });
  const path = data?.node && 'path' in data.node ? data.node.path : undefined;

  const keep = (color: string, logoFileId?: string) =>
    update({ input: { version: of.version, brand: { color, ...(logoFileId === undefined ? {} : { logoFileId }) } } });
  const saved = () => done('Saved. The portal and all messages look like this now.');
  const form = useActForm({
    initialValues: { color: of.brand.color, logo: null as File | null },
    act: async ({ color, logo }): Promise<Outcome<unknown>> => {
      if (!logo) return keep(color);
      const stored = await upload(logo, 'LOGO');
      if (!('id' in stored)) return { refused: [{ field: ['logo'], message: stored.message, code: 'INVALID' }] };
      return keep(color, stored.id);
    },
    onDone: saved,
    staleWords,
  });
  const removal = useActForm({ initialValues: {}, act: () => keep(of.brand.color, ''), onDone: saved, staleWords });
  const removes = useId();
  const { fields } = form;
  const { color, logo } = fields.values;
  return (
    <Panel title="Brand">
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <Text c="dimmed">Your portal and your messages carry it.</Text>
          <FormError>{fields.errors.form ?? removal.fields.errors.form}</FormError>
          <ColorInput
            label="Colour"
            description="For buttons and links; must be legible on white (4.5 : 1)."
            disabled={!may}
            format="hex"
            swatches={['#0b5cad', '#12623a', '#7a2e8e', '#a1211b', '#8a4b00', '#1c1f26']}
            eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
            {...fields.getInputProps('color')}
          />
          <div>
            <span
              className={css.swatch}
              style={{ background: color, color: color === of.brand.color ? of.brand.onColor : '#fff' }}
            >
              Request a return
            </span>
          </div>
          <FileInput
            label="Logo"
            description="PNG or JPEG, at most 2 MB and 60 megapixels. It is drawn anew, so nothing hidden in the file gets out."
            accept="image/png,image/jpeg"
            disabled={!may}
            clearable
            clearButtonProps={{ 'aria-label': 'Choose no file' }}
            placeholder={logoId ? 'Choose another one' : 'Choose a file'}
            {...fields.getInputProps('logo')}
          />
          {path && <img className={css.logo} src={path} alt={`Logo of ${of.name}`} />}
          {may && (
            <Group>
              <Button type="submit" loading={form.sending} disabled={!logo && color === of.brand.color}>
                Save
              </Button>
              {logoId && (
                <Button type="submit" form={removes} variant="default" loading={removal.sending}>
                  Remove the logo
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </form>
      <form id={removes} onSubmit={removal.submit} />
    </Panel>
  );
}
