/** Sentences about files of one's own, in Indonesian. */
import type { OpenWords } from '../en/open.ts';
import { figures, position } from './grammar.ts';

export const idOpen: OpenWords = {
  button: 'Buka milik sendiri…',
  heading: 'Buka pelayaran milik sendiri',
  close: 'Tutup',
  private: 'Berkas dibaca di peramban ini dan tidak dikirim ke mana pun.',
  drop: 'Jatuhkan berkas atau folder di sini',
  dropOnMap: 'Jatuhkan untuk membukanya di peta',
  chooseFiles: 'Pilih berkas…',
  chooseFolder: 'Pilih folder…',
  kinds:
    'Tabel pelayaran, persinggahan, atau posisi AIS (CSV, TSV), GeoJSON dengan waktu atau MF-JSON, GPX, KML, CZML, atau kasus sebagai JSON, zip, atau folder.',
  paste: 'Atau tempelkan tabel atau GeoJSON di sini',
  pasteRead: 'Baca teksnya',
  pasted: 'Teks yang ditempel',
  reading: (name, percent) => (percent === null ? `Membaca ${name}…` : `Membaca ${name}: ${percent}%`),
  drawing: 'Menghitung rute dan tanggal…',
  stop: 'Hentikan',
  failed: (name) => `Tidak ada isi ${name} yang dapat ditampilkan. Peta tetap seperti semula.`,
  failedWhy: (why) => `Sebabnya: ${why}.`,
  again: 'Buka berkas lain',
  table: {
    heading: (file) => `Apa isi kolom-kolom ${file}?`,
    intro: (rows) =>
      `${figures(rows)} baris di bawah nama kolom. Ini tebakan menurut nama kolom; perbaikilah jika salah.`,
    kind: 'Tiap baris adalah',
    kinds: { 'voyage-table': 'pelayaran atau satu bagiannya', 'call-table': 'persinggahan atau penampakan' },
    first: 'Baris-baris pertama',
    none: '– tidak ada kolom –',
    needed: '(wajib)',
    fields: {
      vessel: 'Kapal',
      imo: 'Nomor IMO',
      mmsi: 'MMSI',
      voyage: 'Pelayaran, jika baris hanya satu bagian',
      from: 'Dari',
      to: 'Ke',
      depart: 'Berangkat',
      arrive: 'Tiba',
      source: 'Sumber',
      note: 'Catatan',
      fromLat: 'Lintang “dari”',
      fromLon: 'Bujur “dari”',
      toLat: 'Lintang “ke”',
      toLon: 'Bujur “ke”',
      port: 'Pelabuhan',
      arrived: 'Tiba',
      left: 'Berangkat',
      seen: 'Terlihat pada',
      lat: 'Lintang',
      lon: 'Bujur',
    },
    doubts: {
      'no-column': () => 'Tidak ada kolom yang mirip.',
      'more-than-one': (names) => `${names.map((name) => `“${name}”`).join(' dan ')} sama-sama cocok.`,
      'part-of-name': () => 'Hanya sebagian namanya yang cocok.',
      planned: () => 'Menurut namanya kolom ini berisi waktu rencana: itu bukan laporan.',
      'by-content': () => 'Dipilih menurut isinya, bukan namanya.',
    },
  },
  dates: {
    heading: 'Hari atau bulan lebih dulu?',
    ask: (column, text, row) =>
      `“${column}”: di baris ${row} tertulis “${text}”. Itu dapat dibaca dengan dua cara, dan tidak ada isi berkas yang memastikannya.`,
    mixed: (column, one, other) =>
      `“${column}” berisi kedua jenis tanggal: “${one}” dan “${other}”. Yang hanya cocok dengan urutan sebaliknya dikeluarkan.`,
    orders: { 'day-first': 'Hari lebih dulu', 'month-first': 'Bulan lebih dulu' },
  },
  ports: {
    heading: 'Di mana pelabuhan-pelabuhan ini?',
    intro:
      'Berkas tidak memuat posisi. Tempat di tepi laut dengan nama demikian ditawarkan; tidak satu pun dipakai sebelum Anda memilih. Tempat itu kota, bukan tempat sandar, jadi di sekelilingnya digambar lingkaran 10 km.',
    port: 'Pelabuhan dalam berkas',
    place: 'Tempat',
    records: (records) => `${figures(records)} catatan`,
    choose: 'Pilih…',
    nothing: 'Tidak ada tempat dengan nama itu yang dikenal',
    candidate: (name, country, position, code) =>
      `${name}${country && `, ${country}`} (${position})${code && ` ${code}`}`,
    position: (lat, lon) => position(lat, lon, 2),
    type: 'atau lintang, bujur',
    typeOf: (name) => `Lintang dan bujur ${name}`,
    placeOf: (name) => `Tempat ${name}`,
    wrong: 'Tulislah seperti 42.23, 130.29: lintang lebih dulu, dalam derajat.',
    takeFirst: 'Pakai tempat pertama yang ditawarkan untuk masing-masing',
    looking: 'Mencari nama-nama itu…',
    credit: 'Tempat: GeoNames, CC BY 4.0.',
  },
  result: {
    rows: (shown, all, leftOut) =>
      `${figures(shown)} dari ${figures(all)} baris ditampilkan, ${figures(leftOut)} dikeluarkan.`,
    willBe: (shown, all, leftOut) =>
      `${figures(shown)} dari ${figures(all)} baris dapat ditampilkan, ${figures(leftOut)} dikeluarkan.`,
    open: (questions) => `${figures(questions)} pertanyaan harus dijawab sebelum ada yang dapat ditampilkan.`,
    show: 'Tampilkan di peta',
    voyages: (voyages, ships) => `${figures(voyages)} pelayaran dari ${figures(ships)} kapal.`,
  },
  findings: {
    summary: (leftOut, doubtful) =>
      [
        leftOut > 0 && `${figures(leftOut)} catatan tentang yang dikeluarkan`,
        doubtful > 0 && `${figures(doubtful)} hal yang meragukan, tetap dipakai`,
      ]
        .filter(Boolean)
        .join('; '),
    leftOut: 'Dikeluarkan',
    kept: 'Meragukan, tetap ditampilkan',
    line: (place, message, expected) => `${place}${place && ': '}${message}. Seharusnya: ${expected}.`,
    more: (number) => `dan ${figures(number)} lagi, dalam daftar yang dapat diunduh`,
    download: 'Unduh daftarnya',
    file: (name) => `${name} - catatan.csv`,
    columns: {
      file: 'berkas',
      place: 'tempat',
      record: 'catatan',
      kept: 'ditampilkan',
      code: 'jenis',
      message: 'yang ditemukan',
      expected: 'yang seharusnya',
    },
    shown: { true: 'ya', false: 'tidak' },
  },
  banner: {
    label: 'Berkas Anda sendiri',
    private: 'Data ini tetap di peramban Anda; tautan tidak dapat membawanya.',
    back: (title) => `Kembali ke “${title}”`,
    backPlain: 'Kembali ke kasus sebelumnya',
  },
  share: {
    none: 'Data ini tetap di peramban Anda; tautan tidak dapat membawanya.',
    how: 'Untuk meneruskannya, simpanlah sebagai satu berkas, yang dapat dibuka orang lain di sini; atau taruh berkas itu di server web dan sebut alamatnya sesudah #data=.',
    save: 'Simpan sebagai berkas',
    file: (title) => `${title}.json`,
  },
};
