import { csrfHeader } from './csrf';

export type Uploaded = { id: string; path?: string; name?: string };
export type UploadRefusal = { message: string };

/** Sends one file to `/files`; tells how far it is, as files may have 200 MB. Resolves to what was stored or why not. */
export function upload(
  file: File,
  kind: 'PHOTO' | 'LOGO' | 'DOCUMENT' | 'IMPORT',
  onProgress: (percent: number) => void = () => {},
): Promise<Uploaded | UploadRefusal> {
  return new Promise((resolve) => {
    const form = new FormData();
    form.append('kind', kind);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.withCredentials = true;
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onerror = () => resolve({ message: 'The file did not arrive. Check the connection and try again.' });
    request.onload = () => resolve(read(request.status, request.responseText));
    request.send(form);
  });
}

/** What the answer says: what was stored, or why not in the words of whoever refused it. */
export function read(status: number, text: string): Uploaded | UploadRefusal {
  try {
    const body = JSON.parse(text);
    if (status < 300 && typeof body.id === 'string') return body;
    const message = body.userErrors?.[0]?.message;
    if (typeof message === 'string') return { message: /[.!?]$/.test(message) ? message : `${message}.` };
    if (typeof body.message === 'string') {
      return { message: body.correlationId ? `${body.message} (error id ${body.correlationId})` : body.message };
    }
  } catch {
    // not JSON: told below by its status
  }
  if (status === 503) return { message: 'Too much is going on at this moment. Try again in a few seconds.' };
  if (status === 413) return { message: 'The file is too large.' };
  return { message: `The file was not taken (status ${status}).` };
}
