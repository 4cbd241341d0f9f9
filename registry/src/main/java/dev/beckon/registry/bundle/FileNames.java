package dev.beckon.registry.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// Finds file names that people recognise: lower case letters, digits and hyphens.
///
/// The oldest of several names that look the same without their accents and signs gets the plain
/// file name, the others a few digits of a hash behind it.
final class FileNames {
  private static final int LENGTH_MAX = 60;
  private final Set<String> taken = new HashSet<>();

  String of(String name) {
    String slug = slug(name);
    if (!slug.isEmpty() && taken.add(slug)) {
      return slug;
    }
    String longer = (slug.isEmpty() ? "" : slug + "-") + hash(name);
    taken.add(longer);
    return longer;
  }

  static String slug(String name) {
    String plain =
        Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{M}'’]", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.length() > LENGTH_MAX ? plain.substring(0, LENGTH_MAX) : plain;
    return cut.replaceAll("^-|-$", "");
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
