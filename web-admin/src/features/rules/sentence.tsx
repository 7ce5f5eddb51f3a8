import { Fragment } from 'react';
import css from './rules.module.css';

/** A condition in words, the words that join its parts set apart. What stands in quotes is the merchant's own text. */
export function Spoken({ children }: { children: string }) {
  const pieces = children.split(/(“[^”]*”)|\b(AND|OR|NOT)\b/).filter(Boolean);
  return pieces.map((piece, at) =>
    /^(AND|OR|NOT)$/.test(piece) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never move
      <span key={at} className={css.keyword}>
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never move
      <Fragment key={at}>{piece}</Fragment>
    ),
  );
}

/** "IF … ", or that the rule always holds. */
export function When({ sentence }: { sentence: string }) {
  return (
    <p className={css.when}>
      {sentence === 'always' ? (
        <span className={css.keyword}>ALWAYS</span>
      ) : (
        <>
          <span className={css.keyword}>IF</span> <Spoken>{sentence}</Spoken>
        </>
      )}
    </p>
  );
}
