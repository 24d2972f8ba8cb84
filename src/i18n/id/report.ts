/** Sentences of the printed report of an analysis, in Indonesian. */
import type { AnalysisWords } from '../en/analysis.ts';
import { capital, figures, inList, inWords } from './grammar.ts';

const and = (items: readonly string[]): string => inList(items, 'dan');

export const idReport: AnalysisWords['report'] = {
  print: 'Cetak laporan',
  preparing: 'Menyiapkan laporan …',
  progress: (done, of) => (of === 0 ? 'Menyiapkan …' : `Menyiapkan, ${done} dari ${of} …`),
  failed: (reason) => `Laporan tidak dapat disiapkan: ${reason}`,
  kicker: 'Apakah semuanya cocok? Sebuah laporan',
  lead: 'Klaim-klaim yang didaftar di akhir dipakai sebagai batas tanggal. Laporan ini menyatakan apa yang dapat benar bersama-sama dengan asumsi yang disebutkan. Laporan ini tidak menyatakan apa yang benar.',
  period: (dates) => `Kurun waktu kasus: ${dates}.`,
  address: (address) => `Analisis ini pada peta: ${address}`,
  ownFile: 'Kasus ini dibuka dari berkas milik pembaca sendiri.',
  headings: {
    changes: 'Apa yang diubah',
    assumptions: 'Apa yang diasumsikan',
    verdict: 'Dapatkah semua tanggal benar bersama-sama?',
    windows: 'Keberangkatan dan kedatangan, sebelum dan sesudah dipersempit',
    stated: 'Klaim yang bertentangan dalam kata atau angka',
    unnamed: 'Penampakan kapal tanpa nama',
    trips: 'Berapa pelayaran pulang pergi?',
    schedules: 'Jadwal mana yang cocok?',
    reach: 'Ke mana saja tiap kapal bisa pergi selama tidak ada yang melihatnya?',
    pictures: 'Peta pada tanggal penampakan',
    claims: 'Semua klaim',
    sources: 'Sumber',
  },
  changes: {
    none: 'Tidak ada. Klaim, penampakan, dan asumsi seperti dalam kasus.',
    claims: (claims) => `Klaim yang dikeluarkan: ${and(claims)}.`,
    sighting: (seen) => `Penampakan yang tidak diperhitungkan: ${seen}.`,
    placed: (seen, voyage) => `Ditempatkan, untuk melihat akibatnya, pada persinggahan ${voyage}: ${seen}.`,
    placedNowhere: (seen) => `Tidak dikaitkan dengan pelayaran apa pun, untuk melihat akibatnya: ${seen}.`,
  },
  assumed: (words, reason) => (reason === '' ? `${words}.` : `${words}. ${reason}`),
  changed: (words, inCase) => `${words}, diubah untuk laporan ini. ${inCase}`,
  windows: {
    before:
      'Sebelum: tanggal yang disebut untuk satu keberangkatan atau kedatangan ini saja, dan apa yang terlihat pada persinggahan itu, dalam kurun waktu kasus. Tidak ada kecepatan, waktu sandar, atau urutan pelayaran yang diasumsikan, dan tidak ada yang disimpulkan dari tanggal lain.',
    after: (ship, clauses) =>
      `${ship}. Sesudah: dari hari pertama sampai hari terakhir yang mungkin, semua klaim dan penampakannya dipakai bersama, jika ${and(clauses)}.`,
    alone: (ship, clauses) =>
      `${ship}. Sesudah: dari hari pertama sampai hari terakhir yang mungkin, tiap pelayaran diambil sendiri-sendiri, jika ${and(clauses)}. Bersama-sama pelayarannya tidak dapat dipersempit: klaim-klaimnya saling bertentangan, atau terlalu banyak urutan yang mungkin.`,
    leftOut: (voyages) =>
      `Tidak diikutkan, karena tidak ada tanggal yang cocok dengan klaim tentangnya: ${and(voyages)}.`,
    columns: (zone) => ({
      event: 'Peristiwa',
      cited: 'Sesuai kutipan',
      before: `Sebelum (${zone})`,
      after: `Sesudah (${zone})`,
    }),
    neverAgrees: 'tidak ada: tanggalnya sendiri saling bertentangan',
    none: 'Tidak ada pelayaran yang terdaftar.',
  },
  unnamed: {
    lead: 'Kapal yang tidak disebut namanya bisa jadi kapal mana pun yang singgah di sana, atau kapal yang sama sekali tidak terdaftar. Tiap penampakan diuji sendiri, yang lain seperti adanya dalam laporan ini. Bahwa suatu penampakan cocok tidak berarti memang kapal itu.',
    call: (voyage, said) => (said.length === 0 ? voyage : `${voyage}: ${said.join(', ')}`),
    here: 'dianggap demikian dalam laporan ini',
    hereWeakly: 'dikaitkan demikian dalam laporan ini, terlalu lemah untuk membatasi tanggal',
  },
  schedules: {
    slowest: (knots) =>
      `Hanya jadwal tanpa penyeberangan yang rata-rata lebih lambat dari ${figures(knots)} knot. Ini meniadakan penantian lama di laut. Tidak ada sumber yang menyatakan bahwa itu tidak terjadi.`,
    hypothetical: (at, of, seed, before) =>
      `Hipotetis: titik-titik adalah kemungkinan ${at} dari ${of} yang diambil secara acak dari semua yang cocok (bilangan awal ${seed}), tiap kapal sendiri-sendiri; yang samar adalah ${before} yang diambil sebelumnya. Tidak satu pun di antaranya adalah jawabannya.`,
  },
  reach: {
    lead: 'Selama tidak ada yang melaporkan melihat kapal di antara dua tempat, kapal itu bisa berada di mana saja yang dapat dicapainya lewat air dan dari situ masih tiba di tempat kedua pada waktunya. Tidak ada yang menyatakan bahwa kapal itu pergi ke sana.',
    span: (ship, route, days) => `${ship}: ${route}, ${days}`,
    cells: (least, most) => (least === most ? least : `${least} sampai ${most}`),
    shaded: 'Diarsir, di dalam garis putus: tempat kapal bisa berada.',
    towns: (names) => `Kota di dalamnya: ${names}.`,
    left: (spans) => `Tidak dihitung di sini agar laporan tetap pendek; peta menghitungnya: ${spans.join('; ')}.`,
  },
  pictures: {
    lead: 'Masing-masing digambar pada tengah tanggal penampakan yang membatasi suatu tanggal atau memperlihatkan kapal tanpa nama; kapal seperti itu berupa tanda berongga di samping pelabuhan, bulat jika tidak dikaitkan dengan pelayaran apa pun. Pita berarsir adalah tempat kapal mungkin berada di laut; kapal itu bisa juga di pelabuhan, atau di tempat lain di antara pelayaran. Tanda kapal adalah dugaan terbaik, ilustrasi, bukan posisi yang diketahui.',
    caption: (moment) => `${moment}.`,
    chosen: 'Saat yang dipilih pada peta.',
    seen: (seen) => `Penampakan: ${seen.join('; ')}`,
    fewer: (drawn, all) => `${capital(inWords(drawn))} dari ${all} saat digambar, tersebar sepanjang kurun waktu.`,
    left: (seen) => `Tidak digambar, karena tidak ada satu saat di lini masa yang mewakilinya: ${seen.join('; ')}.`,
    none: 'Tidak ada saat yang digambar: tidak ada penampakan yang membatasi tanggal atau memperlihatkan kapal tanpa nama.',
  },
  claims: {
    lead: 'Setiap klaim dalam kasus ini, baik menyangkut tanggal maupun tidak.',
    out: 'Dikeluarkan dalam analisis ini.',
  },
  sources: {
    titled: (named, title) => `${named}: “${title}”`,
    line: (named) => (named.endsWith('.') ? named : `${named}.`),
    noAddress: 'Tidak ada alamat.',
    for: (claims) => `Dikutip untuk ${and(claims)}.`,
  },
};
