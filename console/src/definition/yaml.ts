import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node } from "yaml";

const FLOW_CHARS_MAX = 84;
const LINE_WIDTH = 120;

/** A definition document as the file that is kept in Git: what is short on one line, the rest as blocks. */
export function toYaml(definition: object): string {
  const document = new Document(definition);
  if (isMap(document.contents)) for (const pair of document.contents.items) compact(pair.value);
  return document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false });
}

/** Children first: a map fits on a line when everything inside does. */
function compact(node: unknown): void {
  if (!isCollection(node)) return;
  const parts = node.items.map((item) => (isPair(item) ? item.value : item));
  parts.forEach(compact);
  const fits = parts.every((part) => isScalar(part) || (isCollection(part) && part.flow === true));
  if (fits && lengthOf(node) <= FLOW_CHARS_MAX && (isMap(node) || isSeq(node))) node.flow = true;
}

function lengthOf(node: Node): number {
  return JSON.stringify(node.toJSON()).replaceAll('"', "").length;
}
