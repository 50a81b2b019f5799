// Adds "use my location" beside a place field. The point goes into the field, where it is seen and can be taken away; it is sent only with the form.
const field = document.querySelector('#place[data-here]');

if (field && 'geolocation' in navigator) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'here';
  button.textContent = field.dataset.here;

  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  told.className = 'hint';

  button.addEventListener('click', () => {
    told.textContent = '';
    navigator.geolocation.getCurrentPosition(
      // Three decimals are about a hundred metres: near enough to search, too rough for a door.
      ({ coords }) => { field.value = `${coords.latitude.toFixed(3)}, ${coords.longitude.toFixed(3)}`; },
      () => { told.textContent = field.dataset.hereFailed; },
      { timeout: 10000, maximumAge: 300000 });
  });
  field.parentElement.append(button, told);
}
