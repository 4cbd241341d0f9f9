package dev.beckon.server.demo;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Somebody who does not exist, on `example.com`.
///
/// @param keen from 0 to 1: how much they use the product
/// @param signedUpAt epoch ms
record DemoPerson(
    String id,
    String firstName,
    String lastName,
    String email,
    String company,
    double keen,
    long signedUpAt) {
  private static final List<String> FIRST =
      List.of(
          "Ada", "Amara", "Anton", "Beatriz", "Chen", "Chiara", "Dalia", "Diego", "Elif", "Emil",
          "Fatou", "Felix", "Grace", "Hana", "Hugo", "Ines", "Ivo", "Jonas", "Kofi", "Lena",
          "Linus", "Maja", "Mateo", "Mina", "Nadia", "Noor", "Olga", "Omar", "Priya", "Rafael",
          "Ravi", "Sana", "Sofia", "Tariq", "Uma", "Viktor", "Wanda", "Yuki", "Zoe", "Zuri");
  private static final List<String> LAST =
      List.of(
          "Abara",
          "Bauer",
          "Costa",
          "Diallo",
          "Eriksson",
          "Ferrari",
          "Garcia",
          "Haddad",
          "Ito",
          "Jansen",
          "Kaya",
          "Larsen",
          "Moreau",
          "Novak",
          "Okafor",
          "Patel",
          "Quiroga",
          "Rossi",
          "Santos",
          "Tanaka",
          "Ueda",
          "Varga",
          "Weber",
          "Yilmaz",
          "Zhang");
  private static final List<String> COMPANIES =
      List.of(
          "Brightside",
          "Cobalt & Co",
          "Daybreak",
          "Evergreen",
          "Fathom",
          "Goldfinch",
          "Harbour",
          "Inkwell",
          "Juniper",
          "Kestrel",
          "Lumen",
          "Meridian");

  static DemoPerson of(int number, long signedUpAt, SplittableRandom chance) {
    String first = FIRST.get(chance.nextInt(FIRST.size()));
    String last = LAST.get(chance.nextInt(LAST.size()));
    String address = (first + "." + last).toLowerCase(Locale.ROOT) + number + "@example.com";
    return new DemoPerson(
        "demo-" + number,
        first,
        last,
        address,
        COMPANIES.get(chance.nextInt(COMPANIES.size())),
        chance.nextDouble(),
        signedUpAt);
  }
}
