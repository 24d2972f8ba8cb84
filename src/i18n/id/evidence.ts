/** Sentences of the evidence panel, in Indonesian. */
import type { LaterWords } from '../en/later.ts';
import { capital, figures, inList, ordinal } from './grammar.ts';

const LEVELS: Readonly<Record<string, string>> = {
  low: 'rendah',
  'low-medium': 'rendah sampai sedang',
  medium: 'sedang',
  'medium-high': 'sedang sampai tinggi',
  high: 'tinggi',
};

export const idEvidence: LaterWords['evidence'] = {
  voyage: (title) => (/\bpe(?:layaran|nyeberangan)\b/i.test(title) ? capital(title) : `Pelayaran ${title}`),
  close: 'Tutup bukti',
  unknown: (id) => `Kasus ini tidak memiliki pelayaran “${id}”.`,
  chain: 'Keberangkatan dan kedatangan',
  event: 'Peristiwa',
  asCited: 'sesuai kutipan',
  drawn: (zone) => `digambar, ${zone}`,
  left: (port, cargo) => (cargo ? `Meninggalkan ${port}, ${cargo}` : `Meninggalkan ${port}`),
  reached: (port) => `Tiba di ${port}`,
  noDate: 'tanpa tanggal',
  unnamedShip: 'kapal tanpa nama',
  cargoSeen: 'muatan terlihat',
  noneFits: 'tidak ada yang cocok',
  assumed: (knots, hours) =>
    `Digambar: setiap waktu yang cocok, dengan kecepatan paling tinggi ${figures(knots)} knot dan sandar paling singkat ${figures(hours)} jam (asumsi)`,
  how: 'Cara tanggal-tanggal ini digambar',
  assumptions: {
    greatestSpeed: (value) => `Kecepatan tertinggi ${figures(value)} knot`,
    usualSpeed: (value) => `Kecepatan biasa ${figures(value)} knot`,
    leastStay: (value) => `Sandar paling singkat ${figures(value)} jam`,
    usualStay: (value) => `Sandar biasa ${figures(value)} jam`,
    approximate: (value) => `“~” berarti ${figures(value)} hari ke dua arah`,
  },
  readings: 'Cara membaca setiap penampakan',
  reading: {
    once: 'kapal berada di sana pada suatu saat dalam tanggal-tanggal ini',
    'first-and-last': 'kapal berada di sana pada hari pertama dan hari terakhir dari tanggal-tanggal ini',
    'cargo-waiting': 'muatan sedang menunggu, jadi kapal yang mengangkutnya berangkat sesudah itu',
    'cargo-landed': 'muatan sudah dibongkar, jadi kapal yang membawanya sudah tiba',
    weak: 'tidak membatasi tanggal apa pun, karena kaitannya terlalu lemah',
    unnamed: 'nama kapal tidak disebut; kaitannya dengan pelayaran ini hanya kesimpulan',
    untied: 'tidak terkait dengan persinggahan mana pun dalam pelayaran ini, jadi tidak membatasi tanggal apa pun',
  },
  route: 'Rute',
  routeLength: (from, to, km, miles) => `${from} – ${to}: ${km} km (${miles} mil laut).`,
  schedule: 'Waktu ilustrasi',
  scheduleNote:
    'Satu jadwal yang cocok, digambar dengan titik-titik, di sini dibulatkan ke jam terdekat. Ilustrasi: tidak ada sumber yang menyebut waktu-waktu ini.',
  passage: (from, left, to, reached) => `${from} ${left} – ${to} ${reached}`,
  noSchedule:
    'Tidak ada yang digambar: tidak ada yang membatasi pelayaran ini, atau klaim-klaimnya saling bertentangan.',
  orders: 'Urutan yang cocok',
  tooManyOrders:
    'Urutan pelayaran kapal ini yang cocok lebih banyak daripada yang dapat didaftar; tiap pelayaran digambar sendiri-sendiri.',
  drawnAs: (drawn, places, count) => {
    const place = (at: number): string => (at === count - 1 ? 'terakhir' : ordinal(at));
    const others = places.filter((at) => at !== drawn).map(place);
    return `Urutan tidak diketahui: digambar sebagai pelayarannya yang ${place(drawn)}; bisa jadi sebenarnya yang ${inList(others, 'atau')}.`;
  },
  claims: 'Bukti',
  noClaims: 'Tidak ada klaim tersendiri.',
  kinds: {
    observation: 'Pengamatan',
    statement: 'Pernyataan',
    inference: 'Kesimpulan',
    relay: 'Kutipan',
  },
  confidence: (level) => `keyakinan ${LEVELS[level] ?? level}`,
  grade: (reliability, credibility) =>
    [reliability && `sumber ${reliability}`, credibility && `informasi ${credibility}`].filter(Boolean).join(', '),
  idAnd: (id, ...marks) => [id, ...marks.filter((mark) => mark !== '')].join(' · '),
  tiedByInference: 'Nama kapal tidak disebut: kaitannya dengan pelayaran ini hanya kesimpulan.',
  bindsNot: 'Terlalu lemah untuk membatasi tanggal yang digambar.',
  disagree: 'Sumber-sumber berbeda',
  says: 'Laporan ini',
  against: 'Yang menentang',
  denied: 'Dibantah',
  disagreeOfShip: (ship) => `Tentang ${ship}`,
  disagreeElsewhere: (count) => `Dalam bagian lain kasus ini (${count})`,
  impossible: 'Semua ini tidak mungkin benar bersama-sama',
  impossibleNote: (voyages) =>
    `Tidak ada jadwal yang memenuhi setiap klaim tentang ${voyages}. Bersama-sama klaim berikut gagal:`,
  bound: {
    sighting: (what) => `penampakan: ${what}`,
    date: (voyage) => `tanggal yang disebut untuk ${voyage}`,
    track: (voyage) => `jejak ${voyage} yang diterbitkan`,
    window: 'kurun waktu kasus',
    order: (first, next) => `${first} sebelum ${next}`,
    passage: (voyage) => `waktu penyeberangan tersingkat ${voyage} (asumsi)`,
    stay: (voyage) => `waktu sandar tersingkat ${voyage} (asumsi)`,
  },
};
