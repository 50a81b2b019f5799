// Lets a device sign in, or be taken as a passkey: asks the tray what to ask the device, and sends its answer with the form.
const can = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const ask = {
  create: async options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: async options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!can) {
    document.querySelector('[data-passkey-cannot]')?.removeAttribute('hidden');
    continue;
  }

  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  form.append(told);
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    told.textContent = '';
    try {
      const answer = await fetch(form.dataset.ask, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (answer.status === 422) {
        told.textContent = form.dataset.wrong;
        return;
      }

      if (!answer.ok) throw new Error(`${answer.status}`);
      const credential = await ask[form.dataset.passkey](await answer.json());
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      // The person closed the question, the device has no key for here, or the tray was not reached.
      told.textContent = form.dataset.failed;
    }
  });
}
