/** Sentences of the analysis, in Indonesian: whether the claims can be true together, what if, unnamed ships, how many trips. */
import type { AnalysisWords } from '../en/analysis.ts';
import { capital, inList, inWords } from './grammar.ts';

const and = (items: readonly string[]): string => inList(items, 'dan');

export const idAddsUp: AnalysisWords['addsUp'] = {
  working: 'Sedang dihitung …',
  workingAgain: 'Sedang dihitung ulang …',
  failed: (reason) => `Ini tidak dapat dihitung: ${reason}`,
  voyage: (ship, title) => `${ship}, ${title}`,
  added: (number) => `pelayaran tambahan ${number}`,
  claims: {
    can: (clauses) => `Semua tanggal yang diklaim dapat benar bersama-sama, jika ${and(clauses)}.`,
    cannot: (clauses) => `Klaim-klaim itu tidak mungkin semuanya benar, jika ${and(clauses)}.`,
    undecided: (ships) =>
      `Apakah semuanya dapat benar tidak dapat diputuskan untuk ${and(ships)}: terlalu banyak urutan pelayaran yang mungkin.`,
    alsoAssumed: (clauses) => `Diasumsikan pula: ${and(clauses)}.`,
    tested:
      'Yang diuji adalah tanggal pelayaran dan penampakan, kapal demi kapal, terhadap waktu yang diperlukan untuk penyeberangan dan sandar. “Dapat benar” tidak berarti memang benar.',
    assumed: {
      greatestSpeed: (knots) => `tidak ada kapal yang lebih cepat dari ${knots} knot`,
      leastStay: (hours) => `setiap sandar berlangsung paling singkat ${hours} jam`,
      approximate: (days) => `“~” pada tanggal tidak menjangkau lebih dari ${days} hari ke dua arah`,
      window: (days) => `semua pelayaran terjadi dalam kurun waktu kasus, ${days}`,
      order: () => 'satu kapal melakukan satu pelayaran pada satu waktu',
    },
    heading: (number, all, ship) =>
      all === 1 ? `Pertentangan, ${ship}` : `Pertentangan ${number} dari ${all}, ${ship}`,
    smallest: (count) =>
      count === 1
        ? 'Ini sendiri saja tidak mungkin benar:'
        : count === 2
          ? 'Kedua hal ini tidak mungkin sama-sama benar:'
          : `${capital(inWords(count))} hal ini tidak mungkin semuanya benar. Tanpa salah satunya, sisanya dapat benar:`,
    irreducible:
      'Semua ini tidak mungkin benar bersama-sama, dan tidak satu pun dapat dihilangkan dari pembuktian. Mungkin ada himpunan yang lebih kecil:',
    needs: (clauses) => `Asumsi yang dipakai: ${and(clauses)}.`,
    needsNothing: 'Tidak perlu asumsi apa pun.',
    inOrder: (voyages) => `Jika kapal ini berlayar dengan urutan ${voyages.join(' → ')}:`,
    orders: (count, more) =>
      `Gagal dalam setiap urutan pelayarannya: ${more ? 'lebih dari ' : ''}${inWords(count)} urutan`,
    steps: {
      notBefore: (event, moment, because) => `${event} paling awal ${moment} (${because})`,
      notAfter: (event, moment, because) => `${event} paling lambat ${moment} (${because})`,
      passage: (from, to, hours) => `Penyeberangan ${from} – ${to}: paling singkat ${hours} jam`,
      stay: (port, hours) => `Sandar di ${port}: paling singkat ${hours} jam`,
      order: (first, next, hours) => `Dari ${first} ke ${next}: paling singkat ${hours} jam`,
      between: (first, next, hours) => `${first}, lalu ${next}: paling singkat ${hours} jam`,
      atMost: (first, next, hours) => `Dari ${first} ke ${next}: paling lama ${hours} jam`,
    },
    events: {
      departure: (voyage, port) => `${voyage}: meninggalkan ${port}`,
      arrival: (voyage, port) => `${voyage}: tiba di ${port}`,
      'first-seen': (port) => `Pertama terlihat di ${port}`,
      'last-seen': (port) => `Terakhir terlihat di ${port}`,
      time: 'Kurun waktu',
    },
    because: {
      sighting: (seen) => `penampakan: ${seen}`,
      date: 'tanggal yang disebut untuknya',
      track: 'jejak yang diterbitkan',
      window: 'kurun waktu kasus',
      order: 'urutan pelayarannya',
      passage: 'waktu penyeberangan',
      stay: 'waktu sandar tersingkat',
    },
    sum: (steps) => `Hitungannya, dalam ${inWords(steps)} langkah`,
    atHand: (hours) => `Tersedia: paling lama ${hours} jam.`,
    backwards: (hours) => `Saat terakhir yang mungkin terletak ${hours} jam sebelum yang pertama.`,
    needed: (hours) => `Diperlukan: paling singkat ${hours} jam.`,
    lacking: (hours) => `Kurang: ${hours} jam.`,
    lessThan: (hours) => `kurang dari ${hours}`,
    show: (voyage) => `Di lini masa: ${voyage}`,
    takeOut: 'Keluarkan',
    takeOutWhich: (id) => `Keluarkan ${id}`,
    byReader: (trips, ship) =>
      `${capital(inWords(trips))} pelayaran pulang pergi tambahan ${ship}, ditambahkan oleh pembaca`,
    voyageItself: (voyage) => `Pelayaran “${voyage}” itu sendiri; tidak ada klaim yang dikutip untuknya.`,
    sightingItself: (seen) => `Penampakan “${seen}”; tidak ada klaim yang dikutip untuknya.`,
    stated: (count) => `${capital(inWords(count))} pasang klaim bertentangan dalam kata atau angka`,
    statedNote:
      'Dicatat sebagai saling bertentangan, atau jumlah yang tidak mungkin sama-sama benar. Ini tidak memerlukan hitungan tanggal.',
    denials: (count) => `${capital(inWords(count))} bantahan: kata satu pihak melawan kata pihak lain`,
    counts: 'Jumlah yang tidak mungkin sama-sama benar',
    noStated: 'Tidak ada dua klaim yang bertentangan dalam kata atau angka.',
    onMap:
      'Yang dibicarakan klaim-klaim yang bertentangan: sebuah pelabuhan, atau seluruh jalan di antara dua pelabuhan. Bukan posisi kapal.',
    markOf: (claim, place) => `${claim}, ${place}: tampilkan di panel`,
    tag: { trips: (ship) => `ditambahkan: ${ship}`, voyage: 'suatu pelayaran', sighting: 'suatu penampakan' },
    way: (from, to) => `${from} – ${to}`,
    speaksOf: (places) => `Berbicara tentang ${and(places)}.`,
    pointNote:
      'Yang dibicarakan suatu klaim ditandai di peta selama Anda menunjuknya. Jumlah pelayaran, atau tanggal mulainya semua pelayaran, tidak memiliki tempat di sana.',
  },
  change: {
    heading: 'Bagaimana jika?',
    note: 'Ubahlah sesuatu dan semuanya digambar ulang. Perubahan itu ikut dalam alamat, dan halaman menyatakan bahwa itu perubahan.',
    views: 'Pilihan siap pakai',
    observation: 'Hanya yang teramati',
    statement: 'Hanya pernyataan resmi',
    all: 'Semuanya',
    grade: 'Hanya klaim dengan nilai sedikitnya',
    reliability: 'Sumber',
    credibility: 'Informasi',
    apply: 'Tampilkan ini',
    gradeNote: 'Klaim tanpa nilai, atau yang tidak dapat dinilai (F, 6), dikeluarkan.',
    assumptions: 'Asumsi',
    illustrative: 'Hanya untuk jadwal ilustrasi',
    names: {
      greatestSpeed: 'Kecepatan tertinggi',
      usualSpeed: 'Kecepatan biasa',
      leastStay: 'Sandar paling singkat',
      usualStay: 'Sandar biasa',
      approximate: 'Jangkauan “~”, ke dua arah',
    },
    units: {
      greatestSpeed: () => 'knot',
      usualSpeed: () => 'knot',
      leastStay: () => 'jam',
      usualStay: () => 'jam',
      approximate: () => 'hari',
    },
    less: (name) => `${name}: kurangi`,
    more: (name) => `${name}: tambah`,
    inCase: (value, unit, reason) => `Dalam kasus: ${value} ${unit}. ${reason}`,
    reset: (value) => `Kembali ke ${value}`,
    outOfRange: (least, most) => `Isilah angka dari ${least} sampai ${most}.`,
    trips: 'Pelayaran pulang pergi tambahan di luar daftar',
    tripsNote:
      'Bukan klaim siapa pun: ditambahkan untuk melihat apakah akan cocok, sebelum, di antara, atau sesudah pelayarannya yang lain. Pelayaran tambahan tidak dapat dibedakan satu sama lain, jadi dinomori menurut urutan berlayar: tidak ada yang terlewat karenanya.',
    tripsUnit: 'tambahan',
    records: 'Klaim dan penampakan',
    recordsOut: (all, out) =>
      out === 0
        ? `Klaim dan penampakan: semua ${all} diperhitungkan`
        : `Klaim dan penampakan: ${out} dari ${all} dikeluarkan`,
    recordsNote: 'Tercentang: diperhitungkan.',
    search: 'Cari klaim dan penampakan',
    found: (count) => `${capital(inWords(count))} catatan ditemukan.`,
    groups: {
      sightings: 'Penampakan',
      several: 'Beberapa pelayaran',
      topic: (topic) => `Tentang “${topic}”`,
      rest: 'Klaim lain',
    },
    group: (name, all, out) => (out === 0 ? `${name} (${all})` : `${name} (${all}, ${out} dikeluarkan)`),
    said: 'Akibatnya',
    kept: (claims) =>
      `Kurun waktu kasus bertumpu pada ${and(claims)} saja. Kurun itu dipertahankan seperti dilaporkan: kasus memerlukan kurun waktu.`,
    fallen: (voyages) =>
      `Tidak ada klaim tersisa untuk ${and(voyages)}: ${voyages.length === 1 ? 'pelayaran ini' : 'pelayaran-pelayaran ini'} tidak ditampilkan.`,
    misfits: (sightings) =>
      `Tidak dapat dicoba di tempat yang diminta alamat, karena pelabuhan, kapal, atau pelayarannya tidak sesuai: ${and(sightings)}.`,
    shapeless: (ships) =>
      `Tidak ada pelayaran yang dapat ditambahkan untuk ${and(ships)}: kasus ini tidak mendaftar pelayaran yang dapat dijadikan contoh.`,
    unknown: (ids) => `Alamat menyebut hal yang tidak ada dalam kasus ini: ${and(ids)}.`,
    usualMoved: (value, unit, name) => `${name} ikut berubah: ${value} ${unit}.`,
  },
  unnamed: {
    lead: 'Kapal yang tidak disebut namanya bisa jadi kapal mana pun yang singgah di sana, atau kapal yang sama sekali tidak terdaftar. Masing-masing diuji sendiri, yang lain dibiarkan seperti sekarang. Cobalah satu: tanggalnya lalu mengikat pelayaran itu.',
    none: 'Tidak ada penampakan kapal tanpa nama dalam kasus ini.',
    together: (count, exact) =>
      exact
        ? count === '1'
          ? 'Hanya ada satu cara menempatkan semuanya: tidak pada satu pun persinggahan yang terdaftar.'
          : `Ada ${count} cara menempatkan semuanya bersama-sama, masing-masing pada salah satu persinggahan di atas atau tidak pada satu pun, dengan catatan setiap kapal tetap saling cocok.`
        : `Ada sekitar ${count} cara atau lebih untuk menempatkan semuanya bersama-sama; tidak lebih dari itu yang dihitung, atau tidak semua dapat diputuskan.`,
    asReported: (voyage) => `Seperti dilaporkan: dikaitkan dengan ${voyage}, terlalu lemah untuk mengikat`,
    atNone: 'Kapal yang tidak terdaftar: tidak membatasi apa pun',
    inCase: 'seperti dalam kasus',
    fits: 'cocok',
    fitsNot: 'tidak cocok',
    otherwiseNot: 'catatan kapal ini saling bertentangan bahkan tanpa penampakan itu',
    open: 'tidak dapat diputuskan: terlalu banyak urutan',
    addsNothing: 'Di sana tidak ada tanggal yang dipersempitnya.',
    addsOrder: 'Di sana ada urutan pelayaran kapal ini yang digugurkannya.',
    narrows: (legs) => `Di sana tanggal ${inWords(legs)} penyeberangan dipersempitnya`,
    leg: (voyage, from, to, left, reached, days) =>
      `${voyage}, ${from} – ${to}: berangkat ${left}, tiba ${reached}, seluruhnya dalam ${days} hari`,
    choose: 'Dicoba sebagai',
    noneFits: 'Tidak cocok dengan persinggahan mana pun yang terdaftar.',
  },
  trips: {
    lead: 'Berapa pelayaran pulang pergi yang mungkin terjadi? Dihitung dari penampakan, kecepatan, dan waktu sandar, untuk tiga pilihan klaim.',
    sets: { observation: 'Hanya pengamatan', statement: 'Dengan pernyataan', all: 'Semua klaim' },
    all: 'Semua kapal',
    range: (least, greatest) => (least === greatest ? `tepat ${least}` : `${least} sampai ${greatest}`),
    open: 'berapa pun',
    cannot: 'tidak ada: yang diklaim tidak mungkin semuanya benar',
    scale:
      'Pelayaran pulang pergi; skala makin rapat ke kanan. Segitiga: sedikitnya sebanyak itu. Titik: tepat sebanyak itu.',
    bound:
      'Jumlah terbesar adalah yang masih muat menurut kecepatan dan waktu sandar. Itu bukan perkiraan: tidak ada di sini yang menyatakan seberapa mungkin suatu jumlah.',
    seldom:
      'Yang dihitung adalah pelayaran antara dua pelabuhan, masing-masing seluruhnya di dalam kurun waktu; kapal berangkat dari dan berakhir di pelabuhan asalnya.',
    claimed: 'Jumlah menurut sumber',
    noneClaimed: 'Tidak ada sumber yang menghitung pelayaran.',
    why: 'Mengapa sesedikit itu, mengapa sebanyak itu',
    period: (days, dates) => `Kurun waktunya ${days} hari: ${dates}.`,
    shortest: (there, away, stay, back, total) =>
      `Pelayaran pulang pergi tersingkat memerlukan ${total} jam: ${there} jam pergi, ${stay} jam di ${away}, ${back} jam kembali.`,
    turn: (stay, home, most) =>
      `Dengan ${stay} jam di ${home} sebelum yang berikutnya, muat ${most} pelayaran seandainya kapal ini tidak pernah terlihat.`,
    turnOpen: 'Kurun waktunya tidak berakhir, jadi berapa pun muat.',
    unseen: 'Tidak ada penampakan yang menyebut namanya, jadi tidak ada yang menuntut pelayaran.',
    noTrip: (home, seen) =>
      `Terlihat dengan nama hanya di ${home}, tempat asalnya, jadi tidak ada yang menuntut pelayaran: ${seen}.`,
    fewest: (least) => `Penampakan yang menyebut namanya menuntut sedikitnya ${inWords(least)} pelayaran:`,
    callAt: (port, seen) => (seen === '' ? port : `${port}: terlihat ${seen}`),
    listed: (voyages) => `Dianggap benar, dan didaftar di sini: ${and(voyages)}.`,
    passedOver: {
      period: (seen) => `Tidak diperhitungkan: ${seen}, tidak seluruhnya di dalam kurun waktu.`,
      port: (seen) => `Tidak diperhitungkan: ${seen}, di pelabuhan lain.`,
      weak: (seen) => `Tidak diperhitungkan: ${seen}, ditandai terlalu lemah untuk mengikat.`,
    },
    notReached: 'Kedua batas itu aman, tetapi mungkin tidak satu pun dapat dicapai.',
    shapeless: (ships) =>
      `Tidak dihitung: ${and(ships)}, karena tidak ada pelayarannya ke satu pelabuhan lain dan kembali yang terdaftar.`,
  },
};
