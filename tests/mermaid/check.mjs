// Reads a JSON array of charts from standard input with Mermaid's own parser, and prints what it understood of each:
// [{"nodes": [label], "edges": [label], "groups": [title]}]. A chart it cannot read ends in exit code 1.
//
// Install beside it first: npm install --no-audit --no-fund. Mermaid wants a page to live in, so jsdom gives it one.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

// Mermaid keeps `#quot;` as marks until it draws; a page then reads them as entities.
const page = window.document.createElement("textarea");
const shown = (label) => {
  page.innerHTML = (label ?? "").replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  return page.value;
};

const read = [];
for (const chart of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    await mermaid.parse(chart);
  } catch (error) {
    console.error(`${error.message}\n${chart}`);
    process.exit(1);
  }
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
  read.push({
    nodes: [...db.getVertices().values()].map((node) => shown(node.text)),
    edges: db.getEdges().map((edge) => shown(edge.text)),
    groups: db.getSubGraphs().map((group) => shown(group.title)),
  });
}
console.log(JSON.stringify(read));
