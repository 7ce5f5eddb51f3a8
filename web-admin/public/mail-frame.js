// Shows the message that the page around this frame hands in. Nothing in it runs: the policy of this page takes scripts from
// our files only, and what a parser made is never executed.
addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data?.html !== 'string') return;
  const mail = new DOMParser().parseFromString(data.html, 'text/html');
  document.replaceChild(document.adoptNode(mail.documentElement), document.documentElement);
});
