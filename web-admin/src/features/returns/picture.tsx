import { IconPackage } from '@tabler/icons-react';
import css from './returns.module.css';

/** A product's picture, or a parcel where there is none; decoration, as the title stands beside it. */
export function Picture({ path, big }: { path: string | null | undefined; big?: boolean }) {
  const size = big ? `${css.thumb} ${css.big}` : css.thumb;
  if (path) return <img className={size} src={path} alt="" loading="lazy" />;
  return (
    <span className={size} aria-hidden>
      <IconPackage size={big ? 26 : 16} stroke={1.5} />
    </span>
  );
}
