import { Document, isCollection, isMap, isPair, isScalar, type Node, parseDocument } from "yaml";

const FLOW_CHARS_MAX = 84;
const LINE_WIDTH = 120;
const ALWAYS_BLOCKS: ReadonlySet<unknown> = new Set(["steps", "then", "otherwise", "all", "any"]);

/** A definition document as the file that is kept in Git: what is short on one line, lists of steps and conditions below each other. */
export function toYaml(definition: object): string {
  const document = new Document(definition);
  if (isMap(document.contents))
    for (const pair of document.contents.items)
      compact(pair.value, isScalar(pair.key) ? pair.key.value : null);
  return document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false });
}

/** Children first: a map fits on a line when everything inside does. */
function compact(node: unknown, key: unknown): void {
  if (!isCollection(node)) return;
  const parts = node.items.map((item) =>
    isPair(item)
      ? { value: item.value, key: isScalar(item.key) ? item.key.value : null }
      : { value: item, key: null },
  );
  for (const part of parts) compact(part.value, part.key);
  const fits = parts.every(({ value }) => isScalar(value) || (isCollection(value) && value.flow === true));
  if (fits && !ALWAYS_BLOCKS.has(key) && lengthOf(node) <= FLOW_CHARS_MAX) node.flow = true;
}

function lengthOf(node: Node): number {
  return JSON.stringify(node.toJSON()).replaceAll('"', "").length;
}

export type Read = { definition: object; trouble: null } | { definition: null; trouble: string };

/** A definition document from what was typed, or what is wrong with it and where. */
export function fromYaml(text: string): Read {
  const document = parseDocument(text, { prettyErrors: true });
  const [first] = document.errors;
  if (first) {
    const line = first.linePos?.[0].line;
    return {
      definition: null,
      trouble: `${line ? `Line ${line}: ` : ""}${first.message.split("\n")[0]?.replace(/ at line .*$/, "")}`,
    };
  }
  const definition: unknown = document.toJS();
  if (typeof definition !== "object" || definition === null || Array.isArray(definition))
    return {
      definition: null,
      trouble: "Expected a document with a name, a trigger and steps, but there is none.",
    };
  return { definition, trouble: null };
}
