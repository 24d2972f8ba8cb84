/** Every sentence the page itself says, in Indonesian. Names and texts of a case come from its data. */
import type { Words } from '../en/page.ts';
import { figures, inList, inWords } from './grammar.ts';

export const idPage: Words = {
  locale: 'id',
  wordsMissing: (language) => `Kata-kata dalam ${language} tidak dapat diambil.`,
  dates: {
    moment: (date, time, zone) => `${date}, pukul ${time} ${zone}`,
    about: (date) => `sekitar ${date}`,
    or: ' atau ',
    to: ' sampai ',
    until: (date) => `paling lambat ${date}`,
    from: (date) => `paling awal ${date}`,
  },
  controls: {
    toolbar: 'Pemutaran',
    and: ' dan ',
    crowd: (atSea, of) => `${figures(atSea)} dari ${figures(of)} kapal dapat berada di laut.`,
    play: 'Putar',
    pause: 'Jeda',
    previousMoment: 'Peristiwa sebelumnya',
    nextMoment: 'Peristiwa berikutnya',
    timeline: 'Saat yang ditampilkan',
    more: 'Pengaturan waktu dan lainnya',
    close: 'Tutup',
  },
  credits: [
    'Garis pantai: GSHHG 2.3.7 (Wessel dan Smith 1996), LGPL-3.0-or-later · Perbatasan: Natural Earth · Kota: GeoNames, CC BY 4.0',
  ],
  map: {
    gestures: {
      windows: 'Tahan Ctrl sambil menggulir untuk memperbesar atau memperkecil peta',
      mac: 'Tahan ⌘ sambil menggulir untuk memperbesar atau memperkecil peta',
      touch: 'Gunakan dua jari untuk menggeser peta',
    },
    title: (title) => `Peta: ${title}`,
    marks: 'Pelabuhan',
    noWebGl:
      'Peramban ini tidak menampilkan WebGL 2, jadi peta tidak dapat digerakkan. Lini masa berfungsi seperti biasa.',
    failed: (reason) => `Peta berhenti: ${reason}`,
    coarse: (reason) => `Garis pantai hanya digambar secara kasar. Yang lebih rinci tidak dapat dimuat: ${reason}`,
  },
  title: {
    kicker: (period) => `Pelayaran yang dilaporkan, ${period}`,
    more: 'Apa yang dilaporkan, dan oleh siapa',
    crossings: ({ all, dated }) => {
      if (all === 0) return '';
      if (all === 1)
        return dated === 1
          ? 'Tanggal satu-satunya penyeberangan diketahui dalam rentang sepekan.'
          : 'Tanggal satu-satunya penyeberangan tidak diketahui dalam rentang sepekan.';
      if (dated === all)
        return `Tanggal ${all === 2 ? 'kedua' : `semua dari ${inWords(all)}`} penyeberangan diketahui dalam rentang sepekan.`;
      if (dated === 0)
        return `Dari ${inWords(all)} penyeberangan, tidak satu pun yang tanggalnya diketahui dalam rentang sepekan.`;
      return `Dari ${inWords(all)} penyeberangan, ${inWords(dated)} yang tanggalnya diketahui dalam rentang sepekan.`;
    },
  },
  ships: {
    or: (items) => inList(items, 'atau'),
    and: (items) => inList(items, 'dan'),
    orElse: (items) => inList(items, 'atau'),
    at: (port) => `di ${port}`,
    inPort: (port) => `di pelabuhan ${port}`,
    atSea: 'di laut',
    eitherPort: 'di salah satu dari kedua pelabuhan',
    elsewhere: 'di tempat lain',
    seen: (sightings) => `terlihat ${sightings}`,
    seenAt: (port, date) => `di ${port}, ${date}`,
    tracked: 'pada jejak yang diterbitkan',
    notPlaced: 'tidak ada sumber yang menyebut tempatnya pada hari itu',
    onlyPlace: 'menurut laporan tidak ada kemungkinan tempat lain',
    notReported: 'tidak dalam pelayaran yang dilaporkan saat ini',
    impossible: 'tidak digambar: laporan-laporannya saling bertentangan',
    sentence: (where, because) => `${where}: ${because}.`,
  },
  timeline: {
    label: 'Lini masa pelayaran',
    choose: (ship, title, summary) => `${ship}, ${title}: ${summary}. Tampilkan buktinya`,
    ofShip: (ship, voyages) => `${ship}: ${inWords(voyages)} pelayaran. Tampilkan bukti pelayaran berikutnya`,
    count: (voyages) => `${inWords(voyages)} pelayaran`,
    caption: (ports) =>
      `Lajur: ${ports ? `${ports.upper} di atas, ${ports.lower} di bawah` : 'satu pelabuhan di atas, yang lain di bawah'}. Makin gelap: makin sedikit hari yang mungkin. Tepi tajam: ada yang melihat. Titik-titik: satu jadwal ilustrasi yang cocok. Hari UTC.`,
    value: (moment, ships) => [moment, ...ships].join('. '),
    sighting: (text, seen) => (text === '' ? seen : `${seen}: ${text}`),
    sometimeHere: 'suatu saat dalam rentang ini',
    backSometime: 'kembali, suatu saat dalam rentang ini',
    toSometime: (port) => `ke ${port}, suatu saat dalam rentang ini`,
    outAndBack: 'pergi dan kembali, suatu saat dalam rentang ini',
    inMonth: (month) => `suatu saat pada ${month}`,
    noDate: 'sama sekali tanpa tanggal',
    noDateAmong: ({ before, between, after }, others) => {
      const places = [...(before ? ['sebelum'] : []), ...(between ? ['di antara'] : []), ...(after ? ['sesudah'] : [])];
      return `sama sekali tanpa tanggal: ${inList(places, 'atau')} ${others === 1 ? 'satu' : inWords(others)} pelayaran lainnya`;
    },
    drawnAs: (place) =>
      `digambar seolah-olah ${place === 'first' ? 'yang pertama' : place === 'last' ? 'yang terakhir' : 'di antaranya'}`,
    backBy: (day) => `kembali paling lambat ${day}`,
    toBy: (port, day) => `di ${port} paling lambat ${day}`,
    backWithin: (days) => `kembali dalam rentang ${days}`,
    toWithin: (port, days) => `ke ${port} dalam rentang ${days}`,
    within: (days) => `dalam rentang ${days}`,
    seen: (ship, port, days) => `${ship} terlihat di ${port}, ${days}`,
    seenUnnamed: (port, days) => `kapal tanpa nama di ${port}, ${days}`,
    cargoSeen: (port, days) => `muatan di ${port}, ${days}`,
    crossingWithin: (days, best) =>
      `Penyeberangan ini terjadi dalam rentang ${days === 1 ? 'satu hari' : `${inWords(days)} hari`} ini${best ? ':' : ''}`,
    bestDated: 'tanggalnya paling pasti di antara penyeberangan kapal ini',
    contradicted: 'tidak ada tanggal yang cocok: klaim-klaimnya saling bertentangan',
  },
};
