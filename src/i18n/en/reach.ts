/** Sentences about where a ship could have gone while nobody saw her, in English. */

export const reachEn = {
  heading: 'Where could it have gone?',
  intro:
    'While nobody reports seeing a ship between two places, she can have been anywhere that she could reach over water and still be at the second place in time. Choose a ship and such a time.',
  none: 'No ship of this case has two places with a date each, and nothing reported in between.',
  unknown: 'This case has no such time. Choose one of these.',
  spansOf: (ship: string) => `Times in which nobody reports seeing ${ship}`,
  basis: {
    seen: 'between two dated observations that are both of her by name',
    unnamed: 'between two dated observations, of which one is hers only by inference',
    passage: (voyage: string) => `a reported passage (${voyage}): its dates rest on claims and assumptions`,
  },
  route: (from: string, to: string) => `${from} to ${to}`,
  trackEnd: 'the end of her published track',
  trackStart: 'the start of her published track',
  another: 'Choose another time',
  working: (percent: number) => `Working out where she could have gone: ${percent} %`,
  failed: (reason: string) => `This could not be worked out: ${reason}`,
  no: {
    'open-window': 'No area is drawn: this time has no end.',
    'no-water-nearby': 'No area is drawn: one of the two places lies too far from the sea.',
    'not-connected': 'No area is drawn: no sea that is known here joins the two places.',
    'near-pole': 'No area is drawn: this is too near to a pole.',
  },
  tooFast: (needs: string, knots: string) =>
    `No area is drawn: to be at both places in time she would have needed at least ${needs} knots, more than the ${knots} assumed. If that is right, not all of these claims are.`,
  at: (moment: string) => `On ${moment} she could have been anywhere in`,
  area: (km2: string) => `${km2} km² of sea`,
  outside: (moment: string) => `The map shows ${moment}. That is outside this time, so no area is drawn.`,
  goTo: 'Go to the middle of this time',
  facts: {
    caption: 'In the whole of this time',
    sailed: 'She could sail at most',
    sailedFigure: (km: string, knots: string) => `${km} km, at ${knots} knots`,
    direct: 'Shortest way by sea',
    detour: 'Greatest detour',
    farthest: 'Farthest point',
    farthestFigure: (km: string, position: string) => `at least ${km} km by sea from either place, near ${position}`,
    km: (km: string) => `${km} km`,
  },
  position: (lat: number, lon: number) =>
    `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(1)}° ${lon < 0 ? 'W' : 'E'}`,
  ports: {
    caption: 'Places inside, and how long she could have stayed',
    place: 'Place',
    between: (zone: string) => `at the earliest – latest, ${zone}`,
    stay: 'for at most',
    stayFigure: (hours: string) => `${hours} h`,
    none: 'None of the places looked at lies inside.',
    listed: 'port of this case',
    looked: (ports: string, towns: number) =>
      towns === 0
        ? `Looked at: the ports of this case (${ports}), and no others.`
        : `Looked at: the ports of this case (${ports}) and ${towns} ${towns === 1 ? 'town' : 'towns'} of the base map. A town counts where its centre lies within 15 km of the sea; whether it has a harbour for this ship was not looked at. There are many more ports.`,
    noTowns: (reason: string) => `The towns of the base map could not be had: ${reason}`,
  },
  assumed: {
    heading: 'What this assumes',
    speed: (knots: string) => `She was never faster than ${knots} knots over the ground.`,
    changed: (knots: string) => `This is changed by your what-if; the case assumes ${knots}.`,
    slower: 'What if 1 knot less?',
    faster: 'What if 1 knot more?',
    fromSeen: (port: string, date: string, moment: string) =>
      `Seen at ${port}, ${date}. She is taken to have left no earlier than ${moment}.`,
    fromPassage: (port: string, moment: string) =>
      `Left ${port} no earlier than ${moment}: the first date that fits all claims and assumptions.`,
    fromTrack: (moment: string) => `Her published track ends at ${moment}.`,
    toSeen: (port: string, date: string, moment: string) =>
      `Seen at ${port}, ${date}. She is taken to have come there by ${moment}, and no later.`,
    toPassage: (port: string, moment: string) =>
      `Reached ${port} by ${moment}: the last date that fits all claims and assumptions.`,
    toTrack: (moment: string) => `Her published track begins at ${moment}.`,
    doubt: (port: string, km: string) =>
      `Where she lay at ${port} is known only to within ${km} km; all of that counts as the place.`,
    unnamed:
      'Not both observations name her. If the ship that is not named was another one, this area is wrong as a whole.',
    wide: 'The area may be too large, but not knowingly too small. Stays in port, weather, ice, draught, fuel, rules and borders are left out. Nothing says that she went anywhere in it: no place in it is more likely than another.',
  },
  method: {
    heading: 'How it was worked out',
    text: (cells: string, km: string) =>
      `Distances over water from both places, by fast marching (Sethian 1996) on ${cells} cells, each about ${km} km wide. They are taken half a per cent short, and narrow waters are left open, so that nothing possible is cut off. At each moment the area holds all water that she could have come to by then, and from which she could still be at the second place in time: the potential path area (Hägerstrand 1970). Near the shore it is good to about a cell or two.`,
  },
  onMap: (ship: string) => `${ship} could have been here`,
  atMost: (knots: string) => `anywhere in the shaded sea, at ${knots} knots at most`,
  showAll: 'Show the whole area',
  showRoutes: 'Back to the routes',
};
