// The host's side of Datawrapper's messages: { "datawrapper-height": { "<id>": px } }.
(() => {
  const frame = document.getElementById('map');
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || typeof data !== 'object' || !data?.['datawrapper-height']) return;
    for (const height of Object.values(data['datawrapper-height'])) {
      frame.style.height = `${height}px`;
      document.getElementById('told').textContent = String(height);
    }
  });
})();
