-- Made-up points, circles and polygons over Finland, and what PostGIS finds in each. Degrees stand with six decimals, so that a text holds them whole.
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION postgis;
SELECT setseed(0.2026) \g /dev/null

CREATE TABLE town AS
  SELECT n AS id, 60 + random() * 8 AS lat, 21 + random() * 9 AS lon FROM generate_series(1, 12) AS n;

CREATE FUNCTION degrees6(value double precision) RETURNS double precision LANGUAGE sql AS $$ SELECT round(value::numeric, 6)::double precision $$;

-- Two of three lie near a town, the others anywhere.
CREATE TABLE place AS
  SELECT n AS id, degrees6(CASE WHEN n % 3 > 0 THEN town.lat + (random() + random() - 1) * 0.4 ELSE 59.8 + random() * 10 END) AS lat,
         degrees6(CASE WHEN n % 3 > 0 THEN town.lon + (random() + random() - 1) * 0.8 ELSE 20 + random() * 11 END) AS lon
  FROM generate_series(1, 2000) AS n JOIN town ON town.id = 1 + n % 12;
ALTER TABLE place ADD COLUMN at geometry;
UPDATE place SET at = ST_SetSRID(ST_MakePoint(lon, lat), 4326);

CREATE TABLE circle AS
  SELECT n AS id, degrees6(town.lat + (random() - 0.5) * 0.6) AS lat, degrees6(town.lon + (random() - 0.5) * 1.2) AS lon, round(exp(6 + random() * 5.3)) AS radius
  FROM generate_series(1, 500) AS n JOIN town ON town.id = 1 + n % 12;

-- Corners at growing angles around a middle, each as far out as it likes: no edge crosses another.
CREATE TABLE corner AS
  SELECT polygon, number, degrees6(town.lat + sin(angle) * far * 0.4) AS lat, degrees6(town.lon + cos(angle) * far * 0.8) AS lon
  FROM (
    SELECT n AS polygon, c AS number, 2 * pi() * (c + random() * 0.8) / (3 + n % 7) AS angle, 0.1 + random() * 0.9 AS far
    FROM generate_series(1, 500) AS n CROSS JOIN generate_series(0, 8) AS c WHERE c < 3 + n % 7) AS drawn
  JOIN town ON town.id = 1 + polygon % 12;
CREATE TABLE polygon AS
  SELECT polygon AS id, string_agg(lat || ' ' || lon, ',' ORDER BY number) AS corners,
         ST_SetSRID(ST_MakePolygon(ST_AddPoint(line, ST_StartPoint(line))), 4326) AS area
  FROM corner JOIN LATERAL (SELECT ST_MakeLine(ST_MakePoint(each.lon, each.lat) ORDER BY each.number) AS line FROM corner AS each WHERE each.polygon = corner.polygon) AS made ON true
  GROUP BY polygon, line;
ALTER TABLE polygon ADD CHECK (ST_IsValid(area));

COPY (SELECT 'place', id, lat, lon FROM place ORDER BY id) TO STDOUT;
COPY (
  SELECT 'circle', circle.lat, circle.lon, circle.radius, coalesce(string_agg(found.id || ':' || found.metres, ',' ORDER BY found.metres, found.id), '')
  FROM circle LEFT JOIN LATERAL (
    SELECT place.id, ST_DistanceSphere(place.at, ST_SetSRID(ST_MakePoint(circle.lon, circle.lat), 4326)) AS metres FROM place) AS found ON found.metres <= circle.radius
  GROUP BY circle.id, circle.lat, circle.lon, circle.radius ORDER BY circle.id) TO STDOUT;
COPY (
  SELECT 'polygon', polygon.corners, coalesce(string_agg(place.id::text, ',' ORDER BY place.id), '')
  FROM polygon LEFT JOIN place ON ST_Contains(polygon.area, place.at)
  GROUP BY polygon.id, polygon.corners ORDER BY polygon.id) TO STDOUT;
