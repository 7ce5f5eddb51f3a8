// Shows the message that the page around this frame hands in. Nothing in it runs: the policy of this page takes scripts from
// our files only, and what a parser made is never executed. Nor does it take styles that stand in a page, not even from a
// parser: those of the message get other names before it is read, and are set as properties, which reach no further than
// this frame. What goes by unseen (a style behind a `>` out of place) is not shown, and does no harm.
const KEPT = 'data-style';
const SHEET = 'script type="text/css"';
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const STYLE_OR_VALUE = /"[^"]*"|'[^']*'|\sstyle(?=\s*=)/gi;

function withoutStyles(html) {
  return html
    .replace(TAG, (tag) => tag.replace(STYLE_OR_VALUE, (part) => (/^["']/.test(part) ? part : ` ${KEPT}`)))
    .replace(/<style\b/gi, `<${SHEET}`)
    .replace(/<\/style\b/gi, '</script');
}

addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data?.html !== 'string') return;
  const mail = new DOMParser().parseFromString(withoutStyles(data.html), 'text/html');
  const sheets = [...mail.querySelectorAll('script[type="text/css"]')].map((written) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(written.textContent);
    written.remove();
    return sheet;
  });
  document.replaceChild(document.adoptNode(mail.documentElement), document.documentElement);
  document.adoptedStyleSheets = sheets;
  for (const styled of document.querySelectorAll(`[${KEPT}]`)) styled.style.cssText = styled.getAttribute(KEPT);
});
