// One tap copies what stands ready in the fields of its section, one below the other; without scripts they are marked and copied by hand.
for (const button of document.querySelectorAll('button.copy')) {
  const fields = [...button.closest('section').querySelectorAll('textarea, input')];
  button.hidden = false;
  button.addEventListener('click', async () => {
    const words = fields.map((field) => field.value).join('\n');
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Over plain HTTP there is no clipboard to ask for.
      const holder = Object.assign(document.createElement('textarea'), { value: words });
      document.body.append(holder);
      holder.select();
      document.execCommand('copy');
      holder.remove();
      button.focus();
    }

    button.parentElement.querySelector('[role=status]').textContent = button.dataset.done;
  });
}
