import { Fragment } from 'react';
import css from './sentences.module.css';

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

/** "IF …"; a rule that always holds has no such line, its effects say it. */
export function When({ sentence }: { sentence: string }) {
  if (sentence === 'always') return null;
  return (
    <p className={css.when}>
      <span className={css.keyword}>IF</span> <Spoken>{sentence}</Spoken>
    </p>
  );
}
