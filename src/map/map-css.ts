/**
 * The few rules that MapLibre's DOM needs when no control, popup or marker is used, for a style sheet of the shadow root. Its own
 * style sheet is 70 KB. The font is the page's.
 */
export const mapCss = `
.maplibregl-map { position: relative; overflow: hidden; -webkit-tap-highlight-color: transparent; }
.maplibregl-canvas-container { position: absolute; inset: 0; }
.maplibregl-canvas { position: absolute; left: 0; top: 0; }
.maplibregl-canvas:focus-visible { outline: 2px solid currentcolor; outline-offset: -2px; }
.maplibregl-canvas-container.maplibregl-interactive { cursor: grab; user-select: none; -webkit-user-select: none; }
.maplibregl-canvas-container.maplibregl-interactive:active { cursor: grabbing; }
.maplibregl-canvas-container.maplibregl-touch-zoom-rotate.maplibregl-touch-drag-pan,
.maplibregl-canvas-container.maplibregl-touch-zoom-rotate.maplibregl-touch-drag-pan .maplibregl-canvas { touch-action: none; }
.maplibregl-canvas-container.maplibregl-touch-drag-pan.maplibregl-cooperative-gestures,
.maplibregl-canvas-container.maplibregl-touch-drag-pan.maplibregl-cooperative-gestures .maplibregl-canvas { touch-action: pan-x pan-y; }
.maplibregl-control-container { display: none; }
.maplibregl-boxzoom { position: absolute; top: 0; left: 0; width: 0; height: 0; border: 2px dotted; opacity: .5; }
.maplibregl-cooperative-gesture-screen {
  position: absolute; inset: 0; z-index: 1; display: flex; align-items: center; justify-content: center; padding: 16px;
  background: rgb(20 32 42 / .6); color: #fff; font-size: 16px; text-align: center; pointer-events: none;
  opacity: 0; transition: opacity 1s 1s;
}
.maplibregl-cooperative-gesture-screen.maplibregl-show { opacity: 1; transition: opacity .05s; }
.maplibregl-cooperative-gesture-screen .maplibregl-mobile-message { display: none; }
@media (hover: none), (pointer: coarse) {
  .maplibregl-cooperative-gesture-screen .maplibregl-desktop-message { display: none; }
  .maplibregl-cooperative-gesture-screen .maplibregl-mobile-message { display: block; }
}
@media (prefers-reduced-motion: reduce) { .maplibregl-cooperative-gesture-screen { transition: none; } }
`;
