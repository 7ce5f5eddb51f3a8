import { Button, ColorInput, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { upload } from '@/shared/api/upload';
import { useCan } from '@/shared/session/session';
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
  const [update, busy] = useAct(UpdateTenantMutation);
  const [color, setColor] = useState(of.brand.color);
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState('');
  const [sending, setSending] = useState(false);
  const logoId = of.brand.logoFileId;
  const [{ data }] = useQuery({ query: LogoQuery, variables: { id: logoId ?? '' }, pause: !logoId });
  const path = data?.node && 'path' in data.node ? data.node.path : undefined;

  const keep = async (logoFileId?: string) => {
    const { refused } = await update({
      input: { version: of.version, brand: { color, ...(logoFileId === undefined ? {} : { logoFileId }) } },
    });
    if (!refused) return done('Saved. The portal and all messages look like this now.');
    const stale = refused.some((each) => each.code === 'STALE');
    setError(stale ? staleWords : refused.map((each) => each.message).join(' '));
  };
  const save = async () => {
    setError('');
    if (!file) return keep();
    setSending(true);
    const stored = await upload(file, 'LOGO');
    setSending(false);
    if (!('id' in stored)) return setError(stored.message);
    await keep(stored.id);
  };
  return (
    <Panel title="Brand">
      <Stack className={css.form}>
        <Text c="dimmed">Your portal and your messages carry it.</Text>
        <FormError>{error}</FormError>
        <ColorInput
          label="Colour"
          description="For buttons and links; must be legible on white (4.5 : 1)."
          disabled={!may}
          format="hex"
          swatches={['#0b5cad', '#12623a', '#7a2e8e', '#a1211b', '#8a4b00', '#1c1f26']}
          eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
          value={color}
          onChange={setColor}
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
          value={file}
          onChange={setFile}
        />
        {path && <img className={css.logo} src={path} alt={`Logo of ${of.name}`} />}
        {may && (
          <Group>
            <Button loading={busy || sending} disabled={!file && color === of.brand.color} onClick={save}>
              Save
            </Button>
            {logoId && (
              <Button variant="default" onClick={() => void keep('')}>
                Remove the logo
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
