import { expect, test } from "vitest";
import { placeAt } from "./yamlpath";

const at = (text: string) => {
  const p = placeAt(text.split("\n"));
  return p && `${p.path.join(".")} ${p.at} ${p.typed}`;
};

test("the keys above a place are told from an unfinished text", () => {
  expect(at("ti")).toBe(" key ti");
  expect(at("title: x\nlev")).toBe(" key lev");
  expect(at("title: x\nlevel: h")).toBe("level value h");
  expect(at("weir:\n  thr")).toBe("weir key thr");
  expect(at("weir:\n  window: 10m\n  ")).toBe("weir key ");
  expect(at("weir:\n  scan:\n    tar")).toBe("weir.scan key tar");
  expect(at("weir:\n  scan: {way: inbound, tar")).toBe("weir.scan key tar");
  expect(at("weir:\n  scan: {way: in")).toBe("weir.scan.way value in");
  expect(at("weir:\n  needs:\n    fields: [srcaddr, ds")).toBe("weir.needs.fields value ds");
  expect(at("weir:\n  tests:\n    - name: x\n      fi")).toBe("weir.tests key fi");
  expect(at("weir:\n  tests:\n    - name: x\n      flows:\n        - {srcaddr: 1.2.3.4, ds")).toBe("weir.tests.flows key ds");
  expect(at("detection:\n  sel:\n    dst")).toBe("detection.sel key dst");
  expect(at("detection:\n  sel:\n    dstport: 1\n  cond")).toBe("detection key cond");
  expect(at("weir:\n  group_by:\n    - src")).toBe("weir.group_by key src");
  expect(at("a: 1\n---\ntit")).toBe(" key tit");
});
