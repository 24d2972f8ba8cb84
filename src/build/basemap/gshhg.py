#!/usr/bin/env python3
"""Land polygons of a box out of GSHHG 2.3.7, smoothed for drawing, as GeoJSON.

GMT gives the coast of a box as lines only. They are closed into polygons with the box's edge,
each cell is asked (by `gmt select`) whether it is land, and the stair steps that the data have
(90 m, the raster they were traced from) are taken off: Douglas and Peucker, two rounds of
Chaikin's corner cutting that may not cut more than `--cut`, Douglas and Peucker again.

Needs the Debian packages gmt, gmt-gshhg-full, python3-shapely, python3-numpy. See README.md.
"""

import argparse
import json
import subprocess
import tempfile

import numpy as np
from shapely.geometry import LineString, Polygon, box, mapping
from shapely.ops import polygonize, transform, unary_union

KM_PER_DEGREE_LON = 111.32  # at the equator, WGS 84
KM_PER_DEGREE_LAT = 111.13  # at 42.5 N, WGS 84

# Compared with mapped coast nodes, GSHHG lies 400 m east and 200 m south of the truth in the
# Strelok Strait and nowhere else near it. The shift below (km) is full inside the inner box and fades to
# nothing at the outer one: west, inner west, inner east, east; south, inner south, inner north, north.
STRELOK = {
    "east": -0.4,
    "north": 0.2,
    "lon": (132.0, 132.2, 132.65, 132.9),
    "lat": (42.55, 42.7, 43.02, 43.2),
}


def gmt(command, given=None):
    """What a GMT command prints. GMT leaves a history file where it runs, so it runs in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=folder).stdout


def coast_lines(bounds, resolution, least_area):
    """Shore of the sea within bounds [west, south, east, north] as shapely lines, degrees."""
    west, south, east, north = bounds
    command = ["gmt", "coast", f"-R{west}/{east}/{south}/{north}", "-JX10d", f"-D{resolution}"]
    command += ["-M", "-W1", f"-A{least_area}/0/4"]
    text = gmt(command)
    lines, points = [], []
    for row in [*text.splitlines(), ">"]:
        if row.startswith(">"):
            if len(points) > 1:
                lines.append(LineString(points))
            points = []
        elif row.strip() and not row.startswith("#"):
            lon, lat = (float(number) for number in row.split()[:2])
            points.append((round(lon - 360 if lon > 180 else lon, 7), round(lat, 7)))
    return lines


def land_polygons(bounds, resolution, least_area):
    """Land within bounds as polygons whose outer edge may run along the bounds. Lakes are land."""
    edge = LineString(box(*bounds).exterior.coords)
    cells = list(polygonize(unary_union([*coast_lines(bounds, resolution, least_area), edge])))
    inside = [cell.representative_point().coords[0] for cell in cells]
    asked = "\n".join(f"{lon:f} {lat:f} {index}" for index, (lon, lat) in enumerate(inside))
    command = ["gmt", "select", f"-D{resolution}", "-Ns/k/k/k/k", f"-A{least_area}/0/4", "-fg"]
    answer = gmt(command, asked)
    chosen = sorted(int(float(row.split()[2])) for row in answer.splitlines() if row.strip())
    land = unary_union([cells[index] for index in chosen]).buffer(0)
    return list(land.geoms) if land.geom_type == "MultiPolygon" else [land]


def smooth_step(start, end, values):
    """0 up to start, 1 from end on, a cubic between."""
    share = np.clip((values - start) / (end - start), 0, 1)
    return share * share * (3 - 2 * share)


def tapered_shift(window, km_per_lon):
    """A coordinate function that moves what lies in the window and leaves the rest."""

    def moved(lon, lat, _height=None):
        lon, lat = np.asarray(lon, float), np.asarray(lat, float)
        west, inner_west, inner_east, east = window["lon"]
        south, inner_south, inner_north, north = window["lat"]
        weight = smooth_step(west, inner_west, lon) * (1 - smooth_step(inner_east, east, lon))
        weight = weight * smooth_step(south, inner_south, lat) * (1 - smooth_step(inner_north, north, lat))
        return lon + weight * window["east"] / km_per_lon, lat + weight * window["north"] / KM_PER_DEGREE_LAT

    return moved


def corners_cut(ring, cut, rounds=2):
    """Chaikin's corner cutting of a closed ring (km), at most `cut` km along a side."""
    for _ in range(rounds):
        points = []
        for a, b in zip(ring[:-1], ring[1:]):
            length = np.hypot(*(b - a))
            share = min(0.25, cut / length) if length > 0 else 0.25
            points += [a + (b - a) * share, b - (b - a) * share]
        ring = np.array([*points, points[0]])
    return ring


def smoothed(polygon, options):
    """The polygon (km) without stair steps, or None where nothing of it is left."""
    coarse = polygon.simplify(options.simplify, preserve_topology=True)
    if options.cut == 0:
        return coarse if not coarse.is_empty and coarse.area >= options.least_area else None
    ring = corners_cut(np.array(coarse.exterior.coords)[:, :2], options.cut)
    fine = Polygon(ring).buffer(0).simplify(options.finish)
    if fine.is_empty:
        return None
    return fine if fine.geom_type == "Polygon" else max(fine.geoms, key=lambda part: part.area)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", help="GeoJSON file to write")
    parser.add_argument("--bounds", type=float, nargs=4, required=True, metavar=("W", "S", "E", "N"))
    parser.add_argument("--resolution", choices="clihf", required=True, help="crude, low, intermediate, high, full")
    parser.add_argument("--least-area", type=float, default=0, help="smallest island, square km")
    parser.add_argument("--simplify", type=float, default=0.055, help="first tolerance, km")
    parser.add_argument("--cut", type=float, default=0.12, help="longest corner cut, km; 0 leaves the corners")
    parser.add_argument("--finish", type=float, default=0.012, help="last tolerance, km")
    parser.add_argument("--decimals", type=int, default=5)
    parser.add_argument("--mend-strelok", action="store_true", help="move the Strelok Strait where it belongs")
    options = parser.parse_args()

    # One plane for the whole box is enough: it only has to make tolerances mean kilometres.
    west, south, east, north = options.bounds
    narrowing = np.cos(np.radians((south + north) / 2))
    km_per_lon = KM_PER_DEGREE_LON * narrowing

    def to_km(lon, lat, _height=None):
        # In this order: the data lie on a lattice, so that a last bit decides many ties.
        return np.asarray(lon) * KM_PER_DEGREE_LON * narrowing, np.asarray(lat) * KM_PER_DEGREE_LAT

    def to_degrees(x, y, _height=None):
        return np.asarray(x) / km_per_lon, np.asarray(y) / KM_PER_DEGREE_LAT

    bounds = [int(value) if value.is_integer() else value for value in options.bounds]
    features = []
    for polygon in land_polygons(bounds, options.resolution, options.least_area):
        # Lakes and inner seas are no part of a map of voyages: only the outer shore is kept.
        # buffer(0) makes the rings valid and fixes where each starts, which Douglas and Peucker depend on.
        land = Polygon(polygon.buffer(0).exterior)
        if options.mend_strelok:
            land = transform(tapered_shift(STRELOK, km_per_lon), land)
        drawn = smoothed(transform(to_km, land), options)
        if drawn is None:
            continue
        rings = mapping(transform(to_degrees, drawn))["coordinates"]
        places = options.decimals
        coordinates = [[[round(float(lon), places), round(float(lat), places)] for lon, lat in ring] for ring in rings]
        geometry = {"type": "Polygon", "coordinates": coordinates}
        features.append({"type": "Feature", "properties": {}, "geometry": geometry})
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file, separators=(",", ":"))
    print(options.out, len(features), "polygons", sum(len(f["geometry"]["coordinates"][0]) for f in features), "positions")


if __name__ == "__main__":
    main()
