import { readFileSync } from 'node:fs';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { scannable } from './qr-code';

const dots = 4;

/** A code as a camera sees it: dark on white, four modules of white around it. */
function picture(text: string) {
  const { data, size } = encode(text, { border: 4 });
  const width = size * dots;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      if (data[Math.floor(y / dots)]?.[Math.floor(x / dots)])
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { data: pixels, width, height: width, colorSpace: 'srgb' } as ImageData;
}

async function read(text: string) {
  const wasmBinary = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer as ArrayBuffer } });
  const found = await readBarcodes(picture(text), { formats: ['QRCode'] });
  return found.map((code) => code.text);
}

test('an address of ours is read as it was written', async () => {
  const uri = 'otpauth://totp/Retour:ida%40example.com?secret=ABCDEFGHIJKLMNOP&issuer=Retour';
  expect(await read(scannable(uri))).toEqual([uri]);
});

test('only ASCII gets into a code: uqr 0.1.2, zxing-wasm 3.1.6, 2026-11-29', async () => {
  expect(scannable('R-1001 Straße 山田')).toBe('R-1001 Stra%C3%9Fe %E5%B1%B1%E7%94%B0');
  expect(await read(scannable('R-1001 Straße'))).toEqual(['R-1001 Stra%C3%9Fe']);
  expect(scannable('broken \ud83d')).toBe('broken %EF%BF%BD');
});
