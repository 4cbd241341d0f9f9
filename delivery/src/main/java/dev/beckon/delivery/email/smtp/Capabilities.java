package dev.beckon.delivery.email.smtp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a server says it can do, from its answer to EHLO.
///
/// @param sizeMax the largest message it takes (bytes); 0 where it does not say
record Capabilities(Set<String> keywords, Set<String> logins, long sizeMax) {
  static Capabilities of(SmtpReply reply) {
    Set<String> keywords = new HashSet<>();
    Set<String> logins = new HashSet<>();
    long sizeMax = 0;
    for (String line : reply.lines().subList(1, reply.lines().size())) {
      List<String> words = Arrays.asList(line.toUpperCase(Locale.ROOT).strip().split("[ =]+"));
      keywords.add(words.getFirst());
      if (words.getFirst().equals("AUTH")) {
        logins.addAll(words.subList(1, words.size()));
      }
      if (words.getFirst().equals("SIZE") && words.size() > 1) {
        sizeMax = size(words.get(1));
      }
    }
    return new Capabilities(Set.copyOf(keywords), Set.copyOf(logins), sizeMax);
  }

  private static long size(String digits) {
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }

  boolean offers(String keyword) {
    return keywords.contains(keyword);
  }
}
