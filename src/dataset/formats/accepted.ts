/** Endings of file names for a file dialog. A file of any other name is read all the same. */
export const ACCEPTED = ['.json', '.geojson', '.zip', '.csv', '.tsv', '.txt', '.gpx', '.kml', '.kmz', '.czml'] as const;
