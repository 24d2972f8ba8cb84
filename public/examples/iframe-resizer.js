// The host's side of iframe-resizer 4's wire format: a greeting in, "[iFrameSizer]id:height:width:type" out.
(() => {
  const MARK = '[iFrameSizer]';
  const frame = document.getElementById('map');
  // Id, margin, whether the width is wanted, log, interval, public methods, resize by itself, margin, way to measure the
  // height, background, padding, tolerance, links within the page, who resizes, way to measure the width, mouse events.
  const GREETING = [frame.id, 8, false, false, 32, true, true, '', 'bodyOffset', '', '', 0, false, 'parent', 'scroll', false];
  const greet = () => frame.contentWindow.postMessage(MARK + GREETING.join(':'), '*');
  frame.addEventListener('load', greet);
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || typeof data !== 'string') return;
    if (data === '[iFrameResizerChild]Ready') greet();
    if (!data.startsWith(MARK)) return;
    const [id, height] = data.slice(MARK.length).split(':');
    if (id !== frame.id || !(Number(height) > 0)) return;
    frame.style.height = `${height}px`;
    document.getElementById('told').textContent = height;
  });
})();
