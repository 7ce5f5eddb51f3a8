import { Button, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { sentence } from '@/shared/format/words';
import { CopyId } from '@/shared/ui/copy-id';
import { Status, type Tone } from '@/shared/ui/status';
import { Money, When } from '@/shared/ui/values';
import { DecisionTrace } from './decision-trace';
import { Picture } from './picture';
import type { ItemFacts } from './return-query';
import css from './returns.module.css';

const tones: Record<string, Tone> = {
  IN_REVIEW: 'warn',
  WAITING_FOR_SHOPPER: 'warn',
  APPROVED: 'good',
  REJECTED: 'bad',
};

const shipping: Record<string, string> = {
  MERCHANT: 'you pay the way back',
  DEDUCTED: 'label cost deducted',
  SHOPPER: 'shopper pays the way back',
};

function effectsOf(item: ItemFacts): string[] {
  const told = [shipping[item.returnShipping] ?? '', `refund at ${sentence(item.refundMoment).toLowerCase()}`];
  if (item.keepItem) told.unshift('shopper keeps the item');
  return told.filter(Boolean);
}

function goodsOf(item: ItemFacts): string {
  const { received, accepted, refused, missing } = item.goods;
  const parts = [
    `${received} received`,
    accepted && `${accepted} accepted`,
    refused && `${refused} refused`,
    missing && `${missing} missing`,
  ];
  return parts.filter(Boolean).join(', ');
}

export function ItemCard({ item }: { item: ItemFacts }) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <article className={css.item} aria-label={item.title}>
      <Picture path={item.imagePath} big />
      <div className={css.itemBody}>
        <div>
          <Text fw={620}>{item.title}</Text>
          <Text size="sm" c="dimmed">
            {[item.variantTitle, `quantity ${item.quantity}`].filter(Boolean).join(' · ')}
            {item.sku && (
              <>
                {' · '}
                <CopyId value={item.sku} />
              </>
            )}
          </Text>
        </div>
        <Text>
          {item.reason.text} · wants {sentence(item.resolution).toLowerCase()}
          {item.exchangeFor && ` for ${item.exchangeFor.title}`}
        </Text>
        {item.comment && <blockquote className={css.quote}>{item.comment}</blockquote>}
        {item.photos.length > 0 && (
          <div className={css.photos}>
            {item.photos.map((photo, at) => (
              <a key={photo.fileId} href={photo.path} target="_blank" rel="noreferrer">
                <img src={photo.path} alt={`Evidence ${at + 1} of ${item.photos.length}, given by the shopper`} />
              </a>
            ))}
          </div>
        )}
        {item.decision === 'APPROVED' && <Text c="dimmed">{effectsOf(item).join(' · ')}</Text>}
        {item.goods.received > 0 && <Text c="dimmed">{goodsOf(item)}</Text>}
        {item.findings.map((found) => (
          <Text key={found.id} size="sm" c="dimmed">
            {[found.grade && sentence(found.grade), found.disposition && sentence(found.disposition), found.note]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        ))}
        {item.decisionReason && <Text>Told the shopper: “{item.decisionReason}”</Text>}
        {item.because && (
          <Text>
            <b>Why: </b>
            {item.because}
          </Text>
        )}
        {item.decisions.length > 0 && (
          <div>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={toggle}
              aria-expanded={open}
              rightSection={<IconChevronDown size={14} style={{ rotate: open ? '180deg' : '0deg' }} aria-hidden />}
            >
              How it was judged
            </Button>
            <Collapse expanded={open}>
              {item.decisions.map((judged) => (
                <ul key={`${judged.at}${judged.decision}`} className={css.trace}>
                  <li>
                    <b>{sentence(judged.decision)}</b> by {sentence(judged.by).toLowerCase()}, <When at={judged.at} />
                  </li>
                  <li>{judged.because}</li>
                  {open && judged.decisionId && (
                    <li>
                      <DecisionTrace id={judged.decisionId} />
                    </li>
                  )}
                </ul>
              ))}
            </Collapse>
          </div>
        )}
      </div>
      <div style={{ textAlign: 'right', display: 'grid', gap: 6, alignContent: 'start', justifyItems: 'end' }}>
        <Status tone={tones[item.decision] ?? 'calm'}>{sentence(item.decision)}</Status>
        <Money of={item.value} />
        {item.fee && (
          <Text size="sm" c="dimmed">
            fee <Money of={item.fee} />
          </Text>
        )}
      </div>
    </article>
  );
}
