/// Where who the visitor is survives from page to page: cookies, else the browser's storage, else this page.

const YEAR_SECONDS = 31_536_000;

export interface Keep {
  get(name: string): string;
  set(name: string, value: string): void;
}

export function uuid(): string {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export function keep(): Keep {
  const domain = widestDomain();
  if (domain !== null) {
    return cookies(domain);
  }
  return stored() ?? inMemory();
}

function cookies(domain: string): Keep {
  return {
    get: readCookie,
    set: (name, value) => writeCookie(name, value, domain, YEAR_SECONDS),
  };
}

function readCookie(name: string): string {
  const found = `; ${document.cookie}`.split(`; ${name}=`)[1];
  return found === undefined ? "" : decodeURIComponent(found.split(";")[0] ?? "");
}

function writeCookie(name: string, value: string, domain: string, seconds: number): void {
  const age = value ? seconds : 0;
  const where = domain ? `; domain=${domain}` : "";
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store does not exist in all browsers
  document.cookie = `${name}=${encodeURIComponent(value)}${where}; path=/; max-age=${age}; samesite=lax${secure}`;
}

/// The widest domain whose cookies this page may set, so that www and shop share a visitor; empty for the
/// host alone, null where there are no cookies.
function widestDomain(): string | null {
  const labels = location.hostname.split(".");
  const isName = labels.length > 1 && !/^\d+$/.test(labels[labels.length - 1] ?? "");
  for (let count = 2; isName && count <= labels.length; count++) {
    const domain = labels.slice(-count).join(".");
    if (takes(domain)) {
      return domain;
    }
  }
  return takes("") ? "" : null;
}

function takes(domain: string): boolean {
  writeCookie("beckon_try", "1", domain, 10);
  const taken = readCookie("beckon_try") === "1";
  writeCookie("beckon_try", "", domain, 0);
  return taken;
}

function stored(): Keep | null {
  try {
    localStorage.setItem("beckon_try", "1");
    localStorage.removeItem("beckon_try");
    return {
      get: (name) => localStorage.getItem(name) ?? "",
      set: (name, value) => localStorage.setItem(name, value),
    };
  } catch {
    return null;
  }
}

function inMemory(): Keep {
  const values = new Map<string, string>();
  return { get: (name) => values.get(name) ?? "", set: (name, value) => void values.set(name, value) };
}
