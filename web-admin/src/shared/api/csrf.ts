/**
 * The token that the server set as a readable cookie, as the header that proves the request came from our own page. By
 * https it stands under a name that only this host can set; a plain one beside it was planted by somebody else.
 */
export function csrfHeader(cookies: string = document.cookie): Record<string, string> {
  const token = /(?:^|;\s*)__Host-XSRF-TOKEN=([^;]*)/.exec(cookies) ?? /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(cookies);
  return token?.[1] ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {};
}
