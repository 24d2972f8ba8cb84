// Sends the map the time of the step that is being read, and shows what the map answers.
(() => {
  const frame = document.getElementById('map');
  const told = document.getElementById('told');
  const steps = [...document.querySelectorAll('.step')];
  let current = null;
  let ready = false;

  const send = () => {
    if (ready && current) frame.contentWindow.postMessage({ voyageMap: 1, set: { time: current.dataset.time } }, '*');
  };

  // The last step that has come up to the middle of the screen.
  const choose = () => {
    const reached = steps.findLast((step) => step.getBoundingClientRect().top < innerHeight / 2) ?? steps[0];
    if (reached === current) return;
    current = reached;
    for (const step of steps) step.classList.toggle('shown', step === reached);
    send();
  };
  const watcher = new IntersectionObserver(choose, { rootMargin: '0px 0px -50% 0px' });
  for (const step of steps) watcher.observe(step);

  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || data?.voyageMap !== 1) return;
    if (data.event === 'ready') {
      ready = true;
      send();
    }
    if (data.changed) told.textContent = data.changed.time ?? 'its start';
  });
})();
