/** Sentences about the schedules that fit, in Indonesian. */
import type { AnalysisWords } from '../en/analysis.ts';
import { figures, inList } from './grammar.ts';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (power: number): string => [...String(power)].map((digit) => DIGITS[Number(digit)]).join('');

/** Up to so many are written in full. */
const FEW = 6;

/** "35", "3 × 10⁴⁰": a number given by its decimal logarithm. */
function large(log: number): string {
  if (log < FEW) return figures(Math.round(10 ** log));
  const power = Math.floor(log);
  const digit = Math.round(10 ** (log - power));
  return digit === 10 ? `10${raised(power + 1)}` : `${digit} × 10${raised(power)}`;
}

/** A share from 0 to 1 in hundredths; what is not quite none or all never reads so. */
function ofHundred(share: number): string {
  const hundredths = Math.round(share * 100);
  if (hundredths === 0 && share > 0) return 'kurang dari 1';
  if (hundredths === 100 && share < 1 - 1e-9) return 'lebih dari 99';
  return String(hundredths);
}

function lasting(ms: number): string {
  const units = [
    ['hari', 86_400_000],
    ['jam', 3_600_000],
    ['menit', 60_000],
    ['detik', 1000],
  ] as const;
  const [name, size] = units.find(([, one]) => ms >= one && ms % one === 0) ?? (['milidetik', 1] as const);
  return `${figures(ms / size)} ${name}`;
}

const and = (items: readonly string[]): string => inList(items, 'dan');

export const idSchedules: AnalysisWords['schedules'] = {
  heading: 'Jadwal yang cocok',
  method: (knots, hours) =>
    `Yang dihitung adalah setiap jadwal dengan semua keberangkatan dan kedatangan di dalam batas kasus ini, tanpa penyeberangan yang lebih cepat dari ${figures(knots)} knot dan tanpa sandar yang lebih singkat dari ${figures(hours)} jam. Bobot semuanya sama. Ini yang dapat terjadi, bukan yang besar kemungkinannya.`,
  passages: 'Penyeberangan',
  anySpeed: 'Kecepatan berapa pun sampai yang tertinggi; menunggu di laut juga dihitung',
  anySpeedNote:
    'Jika rentang tanggalnya lebar, sebagian besar waktu di laut dalam jadwal-jadwal ini adalah waktu menunggu.',
  noSlower: 'Rata-rata tidak lebih lambat dari suatu kecepatan',
  slowest: 'Penyeberangan paling lambat',
  knots: 'knot',
  noSlowerNote: 'Ini meniadakan penantian lama di laut. Tidak ada sumber yang menyatakan bahwa itu tidak terjadi.',
  seed: 'Bilangan awal',
  seedNote:
    'Bilangan awal yang sama menghasilkan kemungkinan yang sama bagi semua orang; bilangan itu ikut dalam tautan.',
  anotherSeed: 'Bilangan awal lain',
  wrongLink: (detail) =>
    `Tautan meminta “${detail}”, yang bukan bilangan awal dan kecepatan seperti 7:8. Yang ditampilkan: bilangan awal 1, kecepatan berapa pun.`,
  working: 'Menghitung jadwal yang cocok …',
  workingAgain: 'Menghitung lagi; di bawah ini jawaban sebelumnya.',
  failed: (reason) => `Jadwal tidak dapat dihitung: ${reason}`,
  nothing: 'Tidak ada kapal yang ditampilkan yang memiliki pelayaran.',
  outcomes: 'Kemungkinan, satu demi satu',
  outcome: (at, of) =>
    `Kemungkinan ${at} dari ${of}, salah satu dari banyak yang cocok; tidak satu pun di antaranya adalah jawabannya.`,
  outcomeNote: (before) =>
    `Diambil secara acak dari semua yang cocok, tiap kapal sendiri-sendiri. Titik-titik: kemungkinan ini. Samar: ${before} yang diambil sebelumnya.`,
  onMap:
    'Lambung kecil bergaris putus: kapal dalam kemungkinan yang ditampilkan. Garis pendek: di laut dalam kemungkinan sebelumnya. Masing-masing hanya cocok; tidak satu pun adalah jawabannya.',
  previous: 'Kemungkinan sebelumnya',
  next: 'Kemungkinan berikutnya',
  play: 'Putar kemungkinan',
  pause: 'Jeda kemungkinan',
  playWord: 'Putar',
  pauseWord: 'Jeda',
  count: (log, unit) =>
    `${log < FEW ? large(log) : `Sekitar ${large(log)}`} jadwal cocok, dengan langkah ${lasting(unit)}.`,
  exact:
    'Dihitung secara eksak. Langkah yang lebih halus memberi lebih banyak jadwal, dengan pembagian yang hampir sama.',
  walked: 'Diperkirakan dengan jalan acak: jumlah dan bagian mengandung galat pencuplikan.',
  oneOrder: (titles) =>
    titles.length === 1 ? `Satu pelayaran: ${titles.join('')}.` : `Semua dalam satu urutan: ${titles.join(', lalu ')}.`,
  orders: 'Urutan pelayarannya yang cocok',
  order: 'Urutan',
  ofHundred: 'Dari 100 jadwal',
  inOrder: (titles) => titles.join(', lalu '),
  hundredths: ofHundred,
  leftOut: (titles) => `Tidak diikutkan, karena klaim tentangnya saling bertentangan: ${and(titles)}.`,
  none: {
    'no voyages': () => 'Tidak ada pelayarannya yang dilaporkan.',
    contradiction: (titles) => `Tidak ada jadwal yang cocok: batas-batasnya saling bertentangan (${and(titles)}).`,
    'too many orders': (titles) =>
      `${titles.length} pelayarannya dapat terjadi dalam terlalu banyak urutan untuk dihitung.`,
    open: (titles) =>
      `Tidak dihitung: suatu tanggal tidak berujung, sehingga jadwalnya tidak terhingga banyaknya (${and(titles)}).`,
    'too wide': () => 'Tidak dihitung: rentang tanggalnya terlalu lebar untuk langkah satu hari.',
  },
  shares: (ship) => `${ship}: bagian jadwal yang cocok, menurut tempat`,
  sharesLabel: 'bagian jadwal',
  atSea: 'di laut',
  atPort: (port) => `di ${port}`,
  noVoyage: 'tidak dalam pelayaran yang dilaporkan',
  noVoyageNote:
    'Di luar pelayaran yang dilaporkan, kapal bisa berada di pelabuhan atau di mana saja: tidak ada yang diasumsikan.',
  reading: (moment, parts) =>
    `${moment}. Dari 100 jadwal yang cocok: ${parts.map(([place, share]) => `${place} dalam ${ofHundred(share)}`).join(', ')}.`,
  outside: (moment) => `${moment} di luar kurun waktu yang jadwalnya dihitung.`,
  table: (step) => `Tabel: setiap ${lasting(step) === '1 hari' ? 'hari' : lasting(step)}`,
  day: 'Saat (UTC)',
};
