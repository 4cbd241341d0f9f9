/** A line with Liquid in it as pieces: text, and the names of what is filled in; logic is left out. */
export function parts(text: string): { text: string; value: boolean }[] {
  return text
    .replace(/\{%-?\s*else\b.*?\{%-?\s*endif/g, "{% endif")
    .replace(/\{%-?.*?-?%\}/g, "")
    .split(/(\{\{.*?\}\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("{{") && part.endsWith("}}")
        ? { text: nameIn(part), value: true }
        : { text: part, value: false },
    );
}

/** "{{ customer.first_name | escape }}" → "first_name" */
function nameIn(output: string): string {
  const path = output.slice(2, -2).split("|")[0]?.replace(/^-|-$/g, "").trim() ?? "";
  return path.replace(/^(customer|event|message|campaign|journey)\./, "");
}
