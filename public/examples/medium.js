// The host's side of Medium's and Embedly's messages, which are text: {"src", "context": "iframe.resize", "height"}.
(() => {
  const frame = document.getElementById('map');
  const read = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || typeof data !== 'string') return;
    const message = read(data);
    if (message?.context !== 'iframe.resize') return;
    frame.style.height = `${message.height}px`;
    document.getElementById('told').textContent = String(message.height);
  });
})();
