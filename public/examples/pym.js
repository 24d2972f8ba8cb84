// The host's side of pym's messages: text in parts, "pym", the id of the child, what it is about, its value.
(() => {
  const [ID, GAP] = ['pym-map', 'xPYMx'];
  const frame = document.getElementById('map');
  const sendWidth = () => {
    frame.contentWindow.postMessage(['pym', ID, 'width', frame.clientWidth].join(GAP), '*');
  };
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || typeof data !== 'string') return;
    const [mark, id, type, value] = data.split(GAP);
    if (mark !== 'pym' || id !== ID || type !== 'height') return;
    frame.style.height = `${value}px`;
    document.getElementById('told').textContent = value;
  });
  frame.addEventListener('load', sendWidth);
  addEventListener('resize', sendWidth);
})();
