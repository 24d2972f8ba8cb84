// The host's side of a resizable amp-iframe: { sentinel: "amp", type: "embed-size", height }.
(() => {
  const frame = document.getElementById('map');
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
    frame.style.height = `${data.height}px`;
    document.getElementById('told').textContent = String(data.height);
  });
})();
