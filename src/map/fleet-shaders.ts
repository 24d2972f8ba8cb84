/** Shaders of the fleet: segments of lanes and ribbons, and marks of ships. A place comes as two numbers that add up to it. */

/** From the Mercator square to px from the middle of the picture, and on to the clip space of a north-up map. */
const PLACE = `#version 300 es
precision highp float;
uniform vec4 centre;
uniform float world;
uniform vec2 half_size;
vec2 pixels(vec4 place) { return ((place.xy - centre.xy) + (place.zw - centre.zw)) * world; }
vec4 clip(vec2 px) { return vec4(px.x / half_size.x, -px.y / half_size.y, 0.0, 1.0); }
`;

/** Where the corners of an instance are: along 0 or 1, across -1 or 1. */
export const SEGMENT_VERTEX = `${PLACE}
in vec2 corner;
in vec4 from;
in vec4 to;
in vec4 left;
in vec4 look;
uniform float half_width;
out float along;
flat out int colour;
void main() {
  vec2 aside = mix(left.xy, left.zw, corner.x) * (look.x + corner.y * half_width);
  gl_Position = clip(mix(pixels(from), pixels(to), corner.x) + aside);
  along = mix(look.z, look.w, corner.x) * world;
  colour = int(look.y);
}`;

export const SEGMENT_FRAGMENT = `#version 300 es
precision highp float;
in float along;
flat in int colour;
uniform vec3 colours[8];
uniform float opacity;
uniform vec2 dash;
out vec4 drawn;
void main() {
  if (dash.y > 0.0 && mod(along, dash.x + dash.y) > dash.x) discard;
  drawn = vec4(colours[colour] * opacity, opacity);
}`;

export const MARK_VERTEX = `${PLACE}
in vec2 corner;
in vec4 place;
in vec4 look;
uniform float size;
out vec2 texel;
flat out int colour;
flat out float known;
void main() {
  vec2 at = vec2(corner.x * 2.0 - 1.0, corner.y) * size;
  vec2 turned = vec2(at.x * look.x - at.y * look.y, at.x * look.y + at.y * look.x);
  gl_Position = clip(pixels(place) + turned);
  texel = vec2((corner.x + look.w) * 0.5, corner.y * 0.5 + 0.5);
  colour = int(look.z);
  known = look.w;
}`;

/** The picture of a mark has how much of its outline covers a texel in red, of its inside in green. */
export const MARK_FRAGMENT = `#version 300 es
precision highp float;
in vec2 texel;
flat in int colour;
flat in float known;
uniform vec3 colours[8];
uniform sampler2D hull;
out vec4 drawn;
void main() {
  vec2 cover = texture(hull, texel).rg;
  vec3 ship = colours[colour];
  vec3 paper = colours[7];
  vec3 inside = mix(paper, ship, known);
  vec3 outline = mix(ship, paper, known);
  drawn = vec4(outline * cover.r + inside * cover.g * (1.0 - cover.r), cover.r + cover.g * (1.0 - cover.r));
}`;
