// Makes src/map/world.json: the countries of Natural Earth's 1:50m map, simplified to what a map
// in a page can show, with ISO 3166-1 codes. Run it after a change here: node scripts/map.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { geoArea, geoCentroid } from "d3-geo";
import { feature, mergeArcs, quantize } from "topojson-client";
import { filter, filterWeight, presimplify, quantile, simplify } from "topojson-simplify";

// Numeric code (as on the map) and two letters (as in flow records).
const codes = `
004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE 060BM 064BT 068BO 070BA 072BW 074BV 076BR
084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM 124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 162CX 166CC 170CO 174KM 175YT
178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ 204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ 246FI 248AX 250FR
254GF 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 292GI 296KI 300GR 304GL 308GD 312GP 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK
348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL 380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY
438LI 440LT 442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT 474MQ 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS 504MA 508MZ 512OM 516NA 520NR 524NP
528NL 531CW 533AW 534SX 535BQ 540NC 548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP 581UM 583FM 584MH 585PW 586PK 591PA 598PG 600PY 604PE 608PH
612PN 616PL 620PT 624GW 626TL 630PR 634QA 638RE 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF 666PM 670VC 674SM 678ST 682SA 686SN 688RS 690SC
694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 744SJ 748SZ 752SE 756CH 760SY 762TJ 764TH 768TG 772TK 776TO 780TT 784AE
788TN 792TR 795TM 796TC 798TV 800UG 804UA 807MK 818EG 826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM`;
const alpha2 = new Map(codes.trim().split(/\s+/).map((c) => [c.slice(0, 3), c.slice(3)]));

// Shapes without a code of their own lie in the country that address data says.
const named = { Kosovo: "XK", Somaliland: "SO", "N. Cyprus": "CY", "Indian Ocean Ter.": "CX" };
// Places that have a code and no shape, or a shape only in another country's: [longitude, latitude].
const places = {
  BQ: [-68.25, 12.18], CC: [96.83, -12.17], CX: [105.63, -10.49], GF: [-53.1, 3.9], GI: [-5.35, 36.14], GP: [-61.55, 16.25], MQ: [-61.02, 14.64],
  RE: [55.53, -21.11], SJ: [16, 78.7], TK: [-171.8, -9.2], TV: [179.2, -8.52], YT: [45.17, -12.83],
};
const left = new Set(["AQ", "BV", "HM", "TF", "GS", "UM"]);

const region = new Intl.DisplayNames(["en"], { type: "region" });
const source = JSON.parse(readFileSync(new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url), "utf8"));
const full = source.objects.countries;

// at is the middle of a country's largest piece.
function at(geometry) {
  const { coordinates } = feature(source, geometry).geometry;
  const pieces = geometry.type === "Polygon" ? [coordinates] : coordinates;
  const area = (p) => geoArea({ type: "Polygon", coordinates: p });
  const largest = pieces.reduce((a, b) => (area(b) > area(a) ? b : a));
  return geoCentroid({ type: "Polygon", coordinates: largest }).map((x) => Math.round(x * 100) / 100);
}

const byCode = new Map();
const bare = [];
for (const g of full.geometries) {
  const code = alpha2.get(g.id) ?? named[g.properties.name];
  if (!code) {
    console.error(`no code: ${g.id} ${g.properties.name}`);
    bare.push(g);
  } else if (!left.has(code)) {
    byCode.set(code, [...(byCode.get(code) ?? []), g]);
  }
}
const geometries = [...byCode].sort().map(([code, all]) => {
  const shape = all.length === 1 ? all[0] : mergeArcs(source, all);
  return { type: shape.type, arcs: shape.arcs, properties: { code, name: region.of(code), at: at(shape) } };
});
for (const g of bare) geometries.push({ type: g.type, arcs: g.arcs, properties: { code: "", name: g.properties.name, at: at(g) } });

// A fifth of the points is kept: what a page of 1,000 pixels can show.
const weighed = presimplify({ ...source, objects: { countries: { type: "GeometryCollection", geometries } } });
const least = quantile(weighed, 0.2);
const small = simplify(weighed, least);
const kept = quantize(filter(small, filterWeight(small, 1.5 * least)), 3000);

const out = kept.objects.countries.geometries.filter((g) => g.type);
// What lost all of its shape is still a place to be marked.
const shaped = new Set(out.map((g) => g.properties.code));
for (const { properties } of geometries) if (!shaped.has(properties.code)) out.push({ type: null, properties });
for (const [code, where] of Object.entries(places)) if (!byCode.has(code)) out.push({ type: null, properties: { code, name: region.of(code), at: where } });
kept.objects = { countries: { type: "GeometryCollection", geometries: out } };
delete kept.bbox;

const text = JSON.stringify(kept);
writeFileSync(new URL("../src/map/world.json", import.meta.url), text + "\n");
console.error(`${out.length} places, ${shaped.size} with a shape; ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} compressed`);
