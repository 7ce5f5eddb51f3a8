// All of this is a convenience; every page is complete without it.
if (CSS.supports('selector(:has(a))')) document.documentElement.classList.add('js');

// A form that must be sent once: the second press does nothing while the first is on its way.
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
  });
}
// Back from the next page: the form may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  }
});

// After a refused form, stand at the first thing to mend.
const wrong = document.querySelector('[aria-invalid=true]') ?? document.querySelector('.error');
if (wrong) {
  if (!wrong.matches('input, select, textarea')) wrong.tabIndex = -1;
  wrong.focus();
}

// Phones make photos of many megabytes; a smaller copy shows as much and is sent in a second.
const LONGEST_SIDE = 2000;
const SMALL_ENOUGH = 1_500_000;

async function smaller(file) {
  if (file.size <= SMALL_ENOUGH || !/^image\/(jpeg|png)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}

for (const input of document.querySelectorAll('input[data-photos]')) {
  input.addEventListener('change', async () => {
    if (typeof DataTransfer !== 'function') return;
    const carried = new DataTransfer();
    for (const file of await Promise.all([...input.files].map(smaller))) carried.items.add(file);
    input.files = carried.files;
  });
}
