import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { exactTime } from '@/shared/format/time';
import { useCan } from '@/shared/session/session';
import { CopyId } from '@/shared/ui/copy-id';
import { refusedToast } from '@/shared/ui/toast';

const LinkMutation = graphql(`
  mutation IssueShopperLink($input: IssueShopperLinkInput!) {
    issueShopperLink(input: $input) { url expiresAt userErrors { field message code } }
  }
`);

/** A link for a shopper who has neither the e-mail nor the postcode of the order to prove it with. */
export function ShopperLink({ orderId }: { orderId: string }) {
  const may = useCan()('orders:write');
  const [issue, busy] = useAct(LinkMutation);
  const [link, setLink] = useState<{ url: string; until: string }>();
  if (!may) return null;
  const make = async () => {
    const { payload, refused } = await issue({ input: { orderId } });
    if (refused) return refusedToast(refused);
    if (payload.url && payload.expiresAt) setLink({ url: payload.url, until: payload.expiresAt });
  };
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      <Button size="xs" variant="default" loading={busy} onClick={make}>
        Make a link to this order
      </Button>
      {link && (
        <Text size="sm" aria-live="polite">
          <CopyId value={link.url} label="Copy the link" /> and give it to the shopper only: whoever has it can return
          goods of this order. Good until {exactTime(link.until)}.
        </Text>
      )}
    </Stack>
  );
}
