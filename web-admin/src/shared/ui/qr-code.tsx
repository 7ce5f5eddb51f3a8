import { renderSVG } from 'uqr';

/**
 * What a QR code may say: ASCII only, other letters as a URL writes them. A code with other letters is read in part by
 * jsQR, without an error, and whole by zxing (seen 2026-11-29).
 */
export const scannable = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd').replace(/[^ -~]+/gu, encodeURIComponent);

type QrCodeProps = { says: string; alt: string; className?: string | undefined };

export function QrCode({ says, alt, className }: QrCodeProps) {
  const drawn = encodeURIComponent(renderSVG(scannable(says)));
  return <img className={className} alt={alt} src={`data:image/svg+xml;utf8,${drawn}`} />;
}
