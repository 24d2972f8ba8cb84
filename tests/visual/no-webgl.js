// Run before the page's own script: no canvas gives WebGL, as in a browser that has none.
const { getContext } = HTMLCanvasElement.prototype;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return String(kind).startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
};
