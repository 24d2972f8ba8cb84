/** Every sentence the page itself says, in English. Names and texts of a case come from its data. */

export const en = {
  controls: {
    toolbar: 'Playback',
    play: 'Play',
    pause: 'Pause',
    previousMoment: 'Previous event',
    nextMoment: 'Next event',
    dayBack: 'One day back',
    dayForward: 'One day forward',
    speed: 'Speed',
    daysASecond: (speed: number) => `${speed} ${speed === 1 ? 'day' : 'days'} / s`,
    loop: 'Loop',
    zone: 'Time zone',
    zoneLocal: 'Your zone',
    goTo: 'Go to date',
    goToHint: 'such as 2023-09-10 or 2023-09-10 12:00, UTC',
    noDate: (text: string) => `“${text}” is not a date. Write it as 2023-09-10 or 2023-09-10 12:00 (UTC).`,
    outside: (from: string, to: string) => `That is outside the timeline, which runs from ${from} to ${to}.`,
    timeline: 'Moment shown',
    keys: 'Keyboard shortcuts',
    fullMap: 'Open full map',
    table: 'Table',
    legend: 'Legend',
    evidence: 'Evidence',
    close: 'Close',
  },
  map: {
    title: (title: string) => `Map: ${title}`,
    noWebGl: 'This browser shows no WebGL 2, so the map cannot be moved. The timeline works as always.',
    failed: (reason: string) => `The map stopped: ${reason}`,
  },
};

export type Words = typeof en;
