/** What readers of files, settings and routes say in English, in Indonesian. The first that fits is taken. */
import type { Retelling } from '../retold.ts';
import { idCaseRetellings } from './case-retellings.ts';
import { idFileRetellings } from './file-retellings.ts';

const NOTICES: readonly Retelling[] = [
  ['The setting "{}" cannot be "{}"; expected {t}.', 'Pengaturan "{1}" tidak dapat berupa "{2}"; seharusnya {3}.'],
  ['There is no setting "{}"; expected {t}.', 'Tidak ada pengaturan "{1}"; seharusnya {2}.'],
  ['The map stopped: {t}', 'Peta berhenti: {1}'],
  ['Peta berhenti: {t}', 'Peta berhenti: {1}'],
  ['Sea routes could not be computed ({t}).', 'Rute laut tidak dapat dihitung ({1}).'],
  [
    'Sea routes beyond the fine coast could not be computed ({t}).',
    'Rute laut di luar garis pantai terperinci tidak dapat dihitung ({1}).',
  ],
  ['{} (record "{}"): {t}; expected {t}.', '{1} (catatan "{2}"): {3}; seharusnya {4}.'],
  ['{}: {t}; expected {t}.', '{1}: {2}; seharusnya {3}.'],
];

const SETTINGS: readonly Retelling[] = [
  [
    'the address of a folder, ending in `/`, or of a file, such as `voyages.csv`; of another host only `https:`',
    'alamat folder, berakhir dengan `/`, atau alamat berkas, misalnya `voyages.csv`; dari host lain hanya `https:`',
  ],
  ['ISO 8601, UTC, such as `{}`', 'ISO 8601, UTC, misalnya `{1}`'],
  ['EDTF, such as `{}` or `{}`', 'EDTF, misalnya `{1}` atau `{2}`'],
  ['`true` or `false`', '`true` atau `false`'],
  ['true or false', 'true atau false'],
  ['a number from {} to {}', 'angka dari {1} sampai {2}'],
  ['the id of a voyage', 'id suatu pelayaran'],
  ['ids of vessels, with commas between', 'id kapal, dipisahkan koma'],
  ['ids of ports, with commas between', 'id pelabuhan, dipisahkan koma'],
  ['ids out of {}', 'id dari daftar {1}'],
  ['`zoom/latitude/longitude`', '`zoom/lintang/bujur`'],
  ['`UTC`, `local` or an IANA name such as `{}`', '`UTC`, `local`, atau nama IANA misalnya `{1}`'],
  ['`full`, `compact` or `none`', '`full`, `compact`, atau `none`'],
  ['`mercator` or `globe`', '`mercator` atau `globe`'],
  ['`auto`, `light` or `dark`', '`auto`, `light`, atau `dark`'],
  ['`claims`, `unnamed`, `trips`, `schedules` or `reach`', '`claims`, `unnamed`, `trips`, `schedules`, atau `reach`'],
  ['ids of claims and sightings', 'id klaim dan penampakan'],
  [
    'an assumption and its value, such as greatestSpeed:20; one of {}, each once',
    'asumsi dan nilainya, misalnya greatestSpeed:20; salah satu dari {1}, masing-masing sekali',
  ],
  [
    'a sighting, a voyage and the number of a port call, or a sighting and "none"; each sighting once',
    'penampakan, pelayaran, dan nomor persinggahan, atau penampakan dan "none"; tiap penampakan sekali',
  ],
  [
    'a vessel and a whole number from 1 to {}; each vessel once',
    'kapal dan bilangan bulat dari 1 sampai {1}; tiap kapal sekali',
  ],
  ['{}, each once', '{1}, masing-masing sekali'],
  ['each passage once', 'tiap jalur sekali'],
  ['such as {}', 'misalnya {1}'],
  ['some of {}', 'sebagian dari {1}'],
];

const MAP_AND_ROUTES: readonly Retelling[] = [
  [
    'The graphics context was lost; the map is drawn again when the browser gives it back.',
    'Konteks grafis hilang; peta digambar lagi begitu peramban mengembalikannya.',
  ],
  ['The map was destroyed.', 'Peta sudah ditutup.'],
  ['The map is not complete: {t}.', 'Peta belum lengkap: {1}.'],
  ['the graphics context is lost', 'konteks grafis hilang'],
  ['the map is moving', 'peta sedang bergerak'],
  ['data or tiles are being loaded', 'data atau petak peta sedang dimuat'],
  ['fonts are being loaded', 'huruf sedang dimuat'],
  ['finer land is being fetched', 'daratan yang lebih terperinci sedang diambil'],
  ['no frame was drawn', 'tidak ada gambar yang dibuat'],
  ['tiles of {} are of another zoom', 'petak {1} berskala lain'],
  [
    'No sea route is known here: a great circle, which heeds no land.',
    'Di sini tidak ada rute laut yang diketahui: lingkaran besar, yang mengabaikan daratan.',
  ],
  [
    'The search for sea routes was stopped before all were found.',
    'Pencarian rute laut dihentikan sebelum semuanya ditemukan.',
  ],
  [
    'Shortest way over water with sea room, computed, not an observed track: {t}.',
    'Jalan terpendek lewat air dengan ruang olah gerak, hasil hitungan, bukan jejak yang teramati: {1}.',
  ],
  [
    'it keeps {} m or more from land beyond {} km of either port',
    'berjarak sedikitnya {1} m dari daratan di luar {2} km dari kedua pelabuhan',
  ],
  ['it keeps no distance from land', 'tanpa menjaga jarak dari daratan'],
  [
    'No water of the coast file joins the two ports.',
    'Tidak ada perairan pada data pantai yang menghubungkan kedua pelabuhan.',
  ],
  [
    'No open water of the coast joins two of the ports.',
    'Tidak ada perairan terbuka yang menghubungkan dua dari pelabuhan itu.',
  ],
  ['A port lies outside the area of the coast file.', 'Ada pelabuhan di luar wilayah data pantai.'],
  [
    'A port lies more than {} km from the sea of the coast that ships.',
    'Ada pelabuhan yang berjarak lebih dari {1} km dari laut pada data pantai yang disertakan.',
  ],
  [
    'A port lies more than {} km from the water of the coast file.',
    'Ada pelabuhan yang berjarak lebih dari {1} km dari perairan pada data pantai.',
  ],
  [
    'Few general cargo ships can hold more than 16 knots, so no passage is taken to be faster.',
    'Hanya sedikit kapal barang umum yang mampu bertahan di atas 16 knot, jadi tidak ada penyeberangan yang dianggap lebih cepat.',
  ],
  [
    'A common service speed of a coastal cargo ship; it only draws the illustrative schedule.',
    'Kecepatan operasi yang lazim bagi kapal barang pantai; hanya dipakai untuk jadwal ilustrasi.',
  ],
  [
    'Berthing and working any real amount of cargo is taken to need at least half a day.',
    'Sandar dan bongkar muat dalam jumlah berarti dianggap memerlukan sedikitnya setengah hari.',
  ],
  [
    'Two days alongside, a common length of a call; it only draws the illustrative schedule.',
    'Dua hari sandar, lama persinggahan yang lazim; hanya dipakai untuk jadwal ilustrasi.',
  ],
  [
    '"~" has no standard width; it is read as five days either way, so mid-month means the 10th to the 20th.',
    '"~" tidak memiliki lebar baku; dibaca sebagai lima hari ke dua arah, jadi pertengahan bulan berarti tanggal 10 sampai 20.',
  ],
  ['The dates of the records ask for it.', 'Tanggal dalam catatan menuntutnya.'],
  ['The greatest speed, which is below the usual one.', 'Kecepatan tertinggi, yang lebih rendah dari yang biasa.'],
  ['The least stay, which is above the usual one.', 'Sandar paling singkat, yang lebih lama dari yang biasa.'],
];

const WORLD_ROUTES: readonly Retelling[] = [
  ['Published positions.', 'Posisi yang diterbitkan.'],
  [
    'Short way over water on the {t}, computed, not an observed track, {t}.',
    'Jalan pendek lewat air pada {1}, hasil hitungan, bukan jejak yang teramati, {2}.',
  ],
  [
    'Short way over water on the {t}, computed, not an observed track.',
    'Jalan pendek lewat air pada {1}, hasil hitungan, bukan jejak yang teramati.',
  ],
  ['coarse coast of the world', 'garis pantai kasar dunia'],
  ['fine coast of the world', 'garis pantai terperinci dunia'],
  [
    '{t}, over {} of land that no way round was found for',
    '{1}, melintasi {2} daratan yang jalan memutarnya tidak ditemukan',
  ],
  ['over {} of land that no way round was found for', 'melintasi {1} daratan yang jalan memutarnya tidak ditemukan'],
  [
    'through {list}, with {list} taken as closed, with {list} straight from port to water',
    'melewati {1}, dengan {2} dianggap tertutup, dengan {3} lurus dari pelabuhan ke air',
  ],
  [
    'with {list} taken as closed, with {list} straight from port to water',
    'dengan {1} dianggap tertutup, dengan {2} lurus dari pelabuhan ke air',
  ],
  ['through {list}, with {list} taken as closed', 'melewati {1}, dengan {2} dianggap tertutup'],
  ['through {list}, with {list} straight from port to water', 'melewati {1}, dengan {2} lurus dari pelabuhan ke air'],
  ['through {list}', 'melewati {1}'],
  ['with {list} taken as closed', 'dengan {1} dianggap tertutup'],
  ['with {list} straight from port to water', 'dengan {1} lurus dari pelabuhan ke air'],
  ['Suez Canal', 'Terusan Suez'],
  ['Panama Canal', 'Terusan Panama'],
  ['Kiel Canal', 'Terusan Kiel'],
  ['Corinth Canal', 'Terusan Korintus'],
  ['Dardanelles', 'Selat Dardanella'],
  ['Bosporus', 'Selat Bosporus'],
  ['Kerch Strait', 'Selat Kerch'],
  ['Kanmon Strait', 'Selat Kanmon'],
  ['Øresund', 'Selat Øresund'],
  ['Great Belt', 'Selat Belt Besar'],
  ['Strait of Messina', 'Selat Messina'],
  ['Strait of Singapore', 'Selat Singapura'],
  ['Strait of Magellan', 'Selat Magellan'],
  ['Northern Sea Route', 'Rute Laut Utara'],
  ['Northwest Passage', 'Jalur Barat Laut'],
];

/** Whole sentences that have a joint of their own. */
const WHOLE: readonly Retelling[] = [
  [
    'the positions are not joined ({}), so there is no track between them',
    'posisinya tidak tersambung ({1}), jadi tidak ada jejak di antaranya',
  ],
  [
    'the rows are not in the order of time, so those left out may lie somewhat off the track',
    'baris-barisnya tidak urut waktu, jadi yang dikeluarkan mungkin agak jauh dari jejak',
  ],
  [
    'no record that was kept has a date, so nothing can be placed in time',
    'tidak ada catatan yang dipertahankan yang bertanggal, jadi tidak ada yang dapat ditempatkan dalam waktu',
  ],
  [
    'some voyages have no first or no last date, so the period goes on {} days there: {}',
    'ada pelayaran tanpa tanggal pertama atau terakhir, jadi kurun waktu diperpanjang {1} hari di situ: {2}',
  ],
];

/** A fault and what was done about it. */
const JOINED: readonly Retelling[] = [['{t}, so {t}', '{1}, jadi {2}']];

export const idRetellings: readonly Retelling[] = [
  ...NOTICES,
  ...SETTINGS,
  ...MAP_AND_ROUTES,
  ...WORLD_ROUTES,
  ...WHOLE,
  ...JOINED,
  ...idCaseRetellings,
  ...idFileRetellings,
];
