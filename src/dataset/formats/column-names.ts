/** What columns are called, in the languages that tables come in. The one place for such names. */

/** What a column of a table of voyages or of port calls may hold. */
export const FIELDS = [
  'vessel',
  'imo',
  'mmsi',
  'voyage',
  'from',
  'to',
  'depart',
  'arrive',
  'source',
  'note',
  'fromLat',
  'fromLon',
  'toLat',
  'toLon',
  'port',
  'arrived',
  'left',
  'seen',
  'lat',
  'lon',
] as const;
export type Field = (typeof FIELDS)[number];

const words = (text: string): string[] => text.split('|').map(plainColumn);

/**
 * Names of each field: English, French, German, Spanish, Portuguese, Russian, Korean, Chinese, Japanese, Indonesian.
 * Small letters, no accents; a name is looked for as a whole, then as words within a longer one.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  vessel: words(
    'vessel|vessel name|ship|ship name|name of ship|shipname|vesselname|name|navire|nom du navire|bateau|schiff|schiffsname|name des schiffes|buque|nombre del buque|barco|nave|navio|nome do navio|судно|название судна|корабль|선박|선박명|배|선명|船|船名|船舶|船舶名称|船只|船隻|kapal|nama kapal',
  ),
  imo: words('imo|imo number|imo no|numero imo|imo nummer|номер имо|имо|imo 번호|imo编号|nomor imo'),
  mmsi: words('mmsi|mmsi number|ммси'),
  voyage: words(
    'voyage|voyage id|voyage no|voyage number|trip|trip id|numero de voyage|reise|reisenummer|viaje|viagem|рейс|номер рейса|항차|항해|航次|航海|pelayaran',
  ),
  from: words(
    'from|origin|port of departure|departure port|port of loading|load port|pol|from port|start port|de|depuis|origine|port de depart|von|abgangshafen|starthafen|desde|origen|puerto de salida|puerto de origen|porto de origem|откуда|из|порт отправления|порт выхода|출발항|출발지|출항지|出发港|起运港|始发港|出發港|出発港|dari|asal|pelabuhan asal|pelabuhan muat',
  ),
  to: words(
    'to|destination|port of arrival|arrival port|port of discharge|discharge port|pod|to port|end port|a|vers|destination port|port d arrivee|port de destination|nach|zielhafen|ankunftshafen|ziel|hasta|destino|puerto de llegada|puerto de destino|porto de destino|куда|в|порт назначения|порт прибытия|도착항|도착지|목적지|입항지|到达港|目的港|抵达港|到達港|ke|tujuan|pelabuhan tujuan|pelabuhan bongkar',
  ),
  depart: words(
    'depart|departed|departure|departure date|date of departure|departure time|departs|sailed|atd|etd|start|start date|start time|date de depart|heure de depart|abfahrt|abfahrtsdatum|ausgelaufen|salida|fecha de salida|zarpe|partida|data de partida|отправление|дата отправления|дата выхода|вышел|출발|출발일|출항|출항일|출발일시|출항일시|出发|出发日期|离港|离港日期|开航日期|出發日期|出港|出港日|berangkat|tanggal berangkat|keberangkatan',
  ),
  arrive: words(
    'arrive|arrived|arrival|arrival date|date of arrival|arrival time|arrives|ata|eta|end|end date|end time|date d arrivee|heure d arrivee|ankunft|ankunftsdatum|eingelaufen|llegada|fecha de llegada|chegada|data de chegada|прибытие|дата прибытия|пришел|도착|도착일|입항|입항일|도착일시|입항일시|到达|到达日期|抵港|抵达日期|到达时间|到達日期|入港|入港日|tiba|tanggal tiba|kedatangan',
  ),
  source: words(
    'source|sources|reference|link|url|reported by|quelle|quellen|fuente|fonte|источник|ссылка|출처|자료|来源|來源|出典|sumber|referensi',
  ),
  note: words(
    'note|notes|remark|remarks|comment|comments|remarque|commentaire|bemerkung|anmerkung|notiz|nota|notas|observaciones|comentario|observacao|примечание|комментарий|비고|메모|备注|備註|备考|備考|catatan|keterangan',
  ),
  fromLat: words(
    'from lat|from latitude|origin lat|origin latitude|departure lat|departure latitude|start lat|lat from',
  ),
  fromLon: words(
    'from lon|from lng|from longitude|origin lon|origin lng|origin longitude|departure lon|departure longitude|start lon|start lng|lon from',
  ),
  toLat: words('to lat|to latitude|destination lat|destination latitude|arrival lat|arrival latitude|end lat|lat to'),
  toLon: words(
    'to lon|to lng|to longitude|destination lon|destination lng|destination longitude|arrival lon|arrival longitude|end lon|end lng|lon to',
  ),
  port: words(
    'port|port name|port of call|place|location|hafen|hafenname|ort|puerto|porto|lieu|порт|место|항구|항만|장소|港口|港|地点|pelabuhan|tempat',
  ),
  arrived: words(
    'arrived|arrival|arrival date|arrival time|ata|eta|date d arrivee|arrivee|ankunft|llegada|fecha de llegada|chegada|прибытие|дата прибытия|입항|입항일|입항일시|도착|到达|到港|抵港|到港时间|入港|tiba|tanggal tiba',
  ),
  left: words(
    'left|departure|departed|departure date|departure time|sailed|atd|etd|date de depart|depart|abfahrt|salida|fecha de salida|partida|отправление|дата отправления|выход|출항|출항일|출항일시|출발|离港|出发|离港时间|出港|berangkat|tanggal berangkat',
  ),
  seen: words(
    'seen|date|sighted|observed|date seen|sighting date|observation date|vu|date d observation|gesehen|datum|beobachtet|visto|fecha|avistado|data|замечен|дата|наблюдение|관측일|목격일|날짜|일자|观测日期|日期|目击日期|日付|terlihat|tanggal',
  ),
  lat: words('lat|latitude|breite|breitengrad|latitud|широта|위도|纬度|緯度|lintang'),
  lon: words('lon|lng|long|longitude|lange|langengrad|longitud|долгота|경도|经度|經度|経度|bujur'),
};

/** A name of a column, or of a field, as they are compared: small letters, no accents, single spaces, no units in brackets. */
export function plainColumn(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[([{（].*?[)\]}）]/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a column, by its name, holds what was planned: an ETA is nobody's report that a ship came. */
export function isPlanned(column: string): boolean {
  return /\b(et[ad]|estimated|expected|planned|scheduled)\b/.test(plainColumn(column));
}

/** How well a column fits a field: 2 by its whole name (1.5 where that says that it is planned), above 0 (the longer the words that fit, the more) by words in it, else 0. */
export function columnFit(column: string, field: Field): number {
  const plain = plainColumn(column);
  let best = 0;
  for (const name of NAMES[field]) {
    if (plain === name) return isPlanned(name) ? 1.5 : 2;
    // One or two letters ("de", "a", "to") say nothing inside a longer name.
    if (name.length > 2 && ` ${plain} `.includes(` ${name} `)) best = Math.max(best, name.length / (plain.length + 1));
  }
  return best;
}
