/** Sentences about where a ship could have gone while nobody saw her, in Indonesian. */
import type { AnalysisWords } from '../en/analysis.ts';
import { position } from './grammar.ts';

export const idReach: AnalysisWords['reach'] = {
  heading: 'Ke mana saja kapal bisa pergi?',
  intro:
    'Selama tidak ada yang melaporkan melihat kapal di antara dua tempat, kapal itu bisa berada di mana saja yang dapat dicapainya lewat air dan dari situ masih tiba di tempat kedua pada waktunya. Pilihlah kapal dan waktu seperti itu.',
  none: 'Tidak ada kapal dalam kasus ini yang memiliki dua tempat bertanggal tanpa laporan apa pun di antaranya.',
  unknown: 'Kasus ini tidak memiliki waktu seperti itu. Pilihlah salah satu dari yang berikut.',
  spansOf: (ship) => `Waktu ketika tidak ada yang melaporkan melihat ${ship}`,
  basis: {
    seen: 'antara dua pengamatan bertanggal yang keduanya menyebut nama kapal ini',
    unnamed: 'antara dua pengamatan bertanggal; salah satunya dikaitkan dengan kapal ini hanya lewat kesimpulan',
    passage: (voyage) => `penyeberangan yang dilaporkan (${voyage}): tanggalnya bertumpu pada klaim dan asumsi`,
  },
  route: (from, to) => `${from} ke ${to}`,
  trackEnd: 'akhir jejaknya yang diterbitkan',
  trackStart: 'awal jejaknya yang diterbitkan',
  another: 'Pilih waktu lain',
  working: (percent) => `Menghitung ke mana kapal ini bisa pergi: ${percent}%`,
  failed: (reason) => `Ini tidak dapat dihitung: ${reason}`,
  no: {
    'open-window': 'Tidak ada wilayah yang digambar: waktu ini tidak berakhir.',
    'no-water-nearby': 'Tidak ada wilayah yang digambar: salah satu dari kedua tempat terlalu jauh dari laut.',
    'not-connected':
      'Tidak ada wilayah yang digambar: tidak ada laut yang dikenal di sini yang menghubungkan kedua tempat.',
    'near-pole': 'Tidak ada wilayah yang digambar: ini terlalu dekat dengan kutub.',
  },
  tooFast: (needs, knots) =>
    `Tidak ada wilayah yang digambar: untuk berada di kedua tempat pada waktunya, kapal ini memerlukan sedikitnya ${needs} knot, lebih dari ${knots} knot yang diasumsikan. Jika asumsi itu benar, tidak semua klaim ini benar.`,
  at: (moment) => `Pada ${moment} kapal ini bisa berada di mana saja dalam`,
  area: (km2) => `${km2} km² laut`,
  outside: (moment) => `Peta menampilkan ${moment}. Itu di luar waktu ini, jadi tidak ada wilayah yang digambar.`,
  goTo: 'Ke tengah waktu ini',
  facts: {
    caption: 'Sepanjang waktu ini',
    sailed: 'Jarak terjauh yang dapat dilayarinya',
    sailedFigure: (km, knots) => `${km} km, pada ${knots} knot`,
    direct: 'Jalan laut terpendek',
    detour: 'Jalan memutar terjauh',
    farthest: 'Titik terjauh',
    farthestFigure: (km, position) => `sedikitnya ${km} km lewat laut dari kedua tempat, dekat ${position}`,
    km: (km) => `${km} km`,
  },
  position: (lat, lon) => position(lat, lon, 1),
  ports: {
    caption: 'Tempat di dalamnya, dan berapa lama kapal ini bisa singgah',
    place: 'Tempat',
    between: (zone) => `paling awal – paling lambat, ${zone}`,
    stay: 'paling lama',
    stayFigure: (hours) => `${hours} jam`,
    none: 'Tidak satu pun dari tempat yang diperiksa terletak di dalamnya.',
    listed: 'pelabuhan dalam kasus ini',
    looked: (ports, towns) =>
      towns === 0
        ? `Diperiksa: pelabuhan dalam kasus ini (${ports}), dan tidak ada yang lain.`
        : `Diperiksa: pelabuhan dalam kasus ini (${ports}) dan ${towns} kota pada peta dasar. Kota dihitung jika pusatnya terletak dalam jarak 15 km dari laut; apakah kota itu memiliki pelabuhan bagi kapal ini tidak diperiksa. Masih banyak pelabuhan lain.`,
    noTowns: (reason) => `Kota-kota pada peta dasar tidak dapat diambil: ${reason}`,
  },
  assumed: {
    heading: 'Asumsi yang dipakai',
    speed: (knots) => `Kapal ini tidak pernah lebih cepat dari ${knots} knot terhadap dasar laut.`,
    changed: (knots) => `Ini diubah oleh “Bagaimana jika?” Anda; kasus mengasumsikan ${knots}.`,
    slower: 'Bagaimana jika 1 knot lebih lambat?',
    faster: 'Bagaimana jika 1 knot lebih cepat?',
    fromSeen: (port, date, moment) =>
      `Terlihat di ${port}, ${date}. Kapal ini dianggap berangkat paling awal ${moment}.`,
    fromPassage: (port, moment) =>
      `Meninggalkan ${port} paling awal ${moment}: tanggal pertama yang cocok dengan semua klaim dan asumsi.`,
    fromTrack: (moment) => `Jejaknya yang diterbitkan berakhir pada ${moment}.`,
    toSeen: (port, date, moment) =>
      `Terlihat di ${port}, ${date}. Kapal ini dianggap sudah tiba di sana paling lambat ${moment}.`,
    toPassage: (port, moment) =>
      `Tiba di ${port} paling lambat ${moment}: tanggal terakhir yang cocok dengan semua klaim dan asumsi.`,
    toTrack: (moment) => `Jejaknya yang diterbitkan dimulai pada ${moment}.`,
    doubt: (port, km) =>
      `Tempat kapal ini berada di ${port} hanya diketahui dalam radius ${km} km; seluruh lingkaran itu dihitung sebagai tempatnya.`,
    unnamed:
      'Tidak kedua pengamatan menyebut namanya. Jika kapal yang tidak disebut namanya itu kapal lain, seluruh wilayah ini salah.',
    wide: 'Wilayah ini mungkin terlalu luas, tetapi sepengetahuan kami tidak terlalu sempit. Waktu sandar, cuaca, es, sarat kapal, bahan bakar, peraturan, dan perbatasan tidak diperhitungkan. Tidak ada yang menyatakan bahwa kapal ini pergi ke mana pun di dalamnya: tidak ada tempat di dalamnya yang lebih mungkin daripada yang lain.',
  },
  method: {
    heading: 'Cara menghitungnya',
    text: (cells, km) =>
      `Jarak lewat air dari kedua tempat, dengan fast marching (Sethian 1996) pada ${cells} sel, masing-masing selebar sekitar ${km} km. Jarak itu diambil setengah persen lebih pendek, dan perairan sempit dibiarkan terbuka, agar tidak ada kemungkinan yang terpotong. Pada setiap saat wilayah ini memuat semua perairan yang saat itu sudah dapat dicapai kapal, dan dari mana kapal masih dapat tiba di tempat kedua pada waktunya: potential path area (Hägerstrand 1970). Di dekat pantai ketelitiannya sekitar satu atau dua sel.`,
  },
  onMap: (ship) => `${ship} bisa berada di sini`,
  atMost: (knots) => `di mana saja di laut yang diarsir, paling cepat ${knots} knot`,
  showAll: 'Tampilkan seluruh wilayah',
  showRoutes: 'Kembali ke rute',
};
